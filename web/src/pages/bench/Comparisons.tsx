/** What was compared: both sides in words, what was decided, by whom and why; the reason can be written anew, a memo hung on it. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask, type Schemas } from "../../api/client";
import { useCodebook } from "../../api/hooks";
import { Discussing } from "../../components/Discussing";
import { useDoing } from "../../components/doing";
import { MemoOn } from "../../components/MemoOn";
import { Problem } from "../../components/parts";
import { fromSide, Quotation } from "../../components/Quotation";
import { moment, t } from "../../messages";
import { RULES } from "./asked";
import { called, LETTERS, type Side } from "./SideOf";
import { DECISIONS } from "./decision";

type One = Schemas["ComparisonHere"];

export function Comparisons({ ids, decision, study }: { ids: readonly string[]; decision: string; study: Schemas["StudyHere"] }) {
  const asked = { comparisons: [...ids] };
  const found = useQuery({ queryKey: ["bench", "comparisons", asked], queryFn: () => ask("comparisons", asked) });
  const here = (found.data?.comparisons ?? []).filter((one) => decision === "" || one.comparison.decision === decision);
  return (
    <>
      {found.error !== null && <Problem error={found.error} again={() => void found.refetch()} />}
      {found.isPending && <p className="soft">{t("app.loading")}</p>}
      {found.data !== undefined && here.length === 0 && <p className="soft">{t("bench.noComparisons")}</p>}
      <ul className="list">
        {here.map((one) => <li key={one.comparison.id} className="laid bench-one"><OneComparison one={one} study={study} /></li>)}
      </ul>
    </>
  );
}

const CALLED = new Set<string>(Object.values(RULES).flatMap((rules) => rules.map((one) => one.called)));

/** How the pair was chosen, in words; a rule that this workbench does not know is told as it was written. */
function chosenBy({ rule, seed }: { rule: string; seed: number }): string {
  if (rule === "") return "";
  return CALLED.has(rule) ? t("bench.chosen", { rule: t(`bench.rule.${rule}` as "bench.rule.at random"), seed: String(seed) }) : t("bench.chosenHand", { rule });
}

function OneComparison({ one, study }: { one: One; study: Schemas["StudyHere"] }) {
  const { comparison } = one;
  const { run } = useDoing();
  const [reason, setReason] = useState<string | null>(null);
  const who = study.members.find((each) => each.id === comparison.member)?.name ?? "";
  const may = study.me.may.includes("code") && (comparison.member === study.me.member?.id || study.me.may.includes("edit"));
  const known = DECISIONS.find((each) => each === comparison.decision) ?? "undecided";
  const shows = ["bench"];
  return (
    <article>
      <h3>{t(`bench.is.${known}`)} <span className="soft small">{t("bench.by", { who, when: moment(one.made) })}</span></h3>
      {reason === null ? (
        <p className={comparison.reason === "" ? "soft" : "told"}>{comparison.reason === "" ? t("bench.noReason") : comparison.reason}</p>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void run("comparison.change", { comparison: comparison.id, reason }, { sentence: t("did.saved"), shows }).then((done) => done !== null && setReason(null));
          }}
        >
          <label className="field">
            <span>{t("bench.reason")}</span>
            <textarea value={reason} onChange={(event) => setReason(event.target.value)} />
          </label>
          <div className="row">
            <button type="submit" className="button primary">{t("bench.saveReason")}</button>
            <button type="button" className="button" onClick={() => setReason(null)}>{t("book.cancel")}</button>
          </div>
        </form>
      )}
      <p className="soft small">{chosenBy(comparison)}</p>
      <div className="bench-pair">
        <Told side={one.one} letter={LETTERS.one} />
        <Told side={one.other} letter={LETTERS.other} />
      </div>
      {may && reason === null && (
        <div className="row">
          <button type="button" className="button" onClick={() => setReason(comparison.reason)}>{t("bench.editReason")}</button>
          <button
            type="button"
            className="button"
            aria-label={t("bench.forgetName", { one: called(one.one), other: called(one.other) })}
            onClick={() => void run("comparison.remove", { comparison: comparison.id }, { sentence: t("bench.forgotten"), shows })}
          >
            {t("bench.forget")}
          </button>
        </div>
      )}
      <Discussing on={{ kind: "comparison", id: comparison.id }} study={study} level={4} />
      <details>
        <summary>{t("bench.memo")}</summary>
        <MemoOn on={{ kind: "comparison", id: comparison.id }} study={study} level={4} />
      </details>
    </article>
  );
}

/** A side that was compared: its words, or its name. */
function Told({ side, letter }: { side: Side; letter: string }) {
  const codes = useCodebook().data?.codes;
  if (side.kind !== "coding" && side.kind !== "turn") return <p>{t("bench.side", { letter, name: called(side) })}</p>;
  if (side.source === "") return <p className="soft">{t("bench.side", { letter, name: t("bench.gone") })}</p>;
  const code = codes?.find((line) => line.code.id === side.code)?.path;
  return (
    <Quotation quoted={fromSide(side)}>
      <p className="soft small">{[...side.roles, side.kind === "turn" ? t("bench.notCoded") : code === undefined ? "" : t("bench.codedWith", { code })].filter((one) => one !== "").join(" · ")}</p>
    </Quotation>
  );
}
