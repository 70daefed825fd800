/**
 * Two things side by side: chosen by a rule, or by hand, and decided upon; then the next two.
 *
 * What a careful reader would get wrong: the pair that is looked at stays until it is decided or passed over, whatever
 * others do meanwhile: the list of pairs is asked for anew, the pair is not taken from under one's eyes.
 */
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { ask, type Asked, type Schemas } from "../../api/client";
import { Problem } from "../../components/parts";
import { MemoOn } from "../../components/MemoOn";
import { t } from "../../messages";
import { useHere } from "../compare/address";
import { OF, RULES, ruleOf, sideFrom } from "./asked";
import { ByHand } from "./ByHand";
import { Categories, type Line } from "./Categories";
import { Decide } from "./Decide";
import type { Decision } from "./decision";
import { keyOf, nextOf, toAsk } from "./queue";
import { BothCases, called, SideOf, type Side } from "./SideOf";

interface Last {
  readonly comparison: string;
  readonly words: string;
}

export function Pairs({ codes, study }: { codes: readonly Line[]; study: Schemas["StudyHere"] }) {
  const here = useHere();
  const [last, setLast] = useState<Last | null>(null);
  const category = codes.find((line) => line.code.id === here.get("category", ""))?.code.id ?? "";
  const of = OF.find((one) => one === here.get("of", "segments")) ?? "segments";
  const hand = here.get("hand", "") === "yes" || (here.query.has("one") && here.query.has("other"));
  const { called: rule, rule: engine } = ruleOf(of, here.get("rule", ""));
  const seed = Math.max(0, Number.parseInt(here.get("seed", "1"), 10) || 0);
  const done = (comparison: string, one: Side, other: Side, decision: Decision) =>
    setLast({ comparison, words: t("bench.lastWas", { one: called(one), other: called(other), decision: t(`bench.is.${decision}`) }) });
  return (
    <>
      <div className="row fields bench-asked">
        <Categories label={t("bench.category")} codes={codes} value={category} onChange={(code) => here.change({ category: code, one: null, other: null })} />
        <label className="field">
          <span>{t("bench.of")}</span>
          <select value={of} onChange={(event) => here.change({ of: event.target.value === "segments" ? null : event.target.value, rule: null, one: null, other: null })}>
            {OF.map((one) => <option key={one} value={one}>{t(`bench.of.${one}`)}</option>)}
          </select>
        </label>
        {!hand && (
          <>
            <label className="field">
              <span>{t("bench.rule")}</span>
              <select aria-describedby="bench-why" value={rule} onChange={(event) => here.change({ rule: event.target.value })}>
                {RULES[of].map((one) => <option key={one.called} value={one.called}>{t(`bench.rule.${one.called}`)}</option>)}
              </select>
            </label>
            <label className="field seed">
              <span>{t("bench.seed")}</span>
              <input type="number" min={0} step={1} aria-describedby="bench-seed" value={seed} onChange={(event) => here.change({ seed: event.target.value }, true)} />
            </label>
          </>
        )}
        <button type="button" className="button" aria-pressed={hand} onClick={() => here.change({ hand: hand ? null : "yes", one: null, other: null })}>
          {t(hand ? "bench.backToRule" : "bench.byHand")}
        </button>
      </div>
      {hand ? (
        <p className="soft small">{t("bench.handLead")}</p>
      ) : (
        <p className="soft small"><span id="bench-why">{t(of === "cases" && rule === "most different cases" ? "bench.why.cases" : `bench.why.${rule}`)}</span> <span id="bench-seed">{t("bench.seedHelp")}</span></p>
      )}
      {hand ? (
        <Chosen category={category} of={of} codes={codes} study={study} onDone={done} />
      ) : category === "" && (of === "segments" || of === "passages") ? (
        <p>{t("bench.choose")}</p>
      ) : (
        <ByRule key={`${category} ${of} ${rule} ${seed}`} asked={{ category, of, rule: engine, seed }} rule={rule} codes={codes} study={study} onDone={done} />
      )}
      {last !== null && (
        <section className="bench-last" aria-labelledby="bench-last">
          <h2 id="bench-last">{t("bench.last")}</h2>
          <p>{last.words}</p>
          <details>
            <summary>{t("bench.memo")}</summary>
            <MemoOn key={last.comparison} on={{ kind: "comparison", id: last.comparison }} study={study} />
          </details>
        </section>
      )}
    </>
  );
}

type Done = (comparison: string, one: Side, other: Side, decision: Decision) => void;

function ByRule({ asked, rule, codes, study, onDone }: { asked: Asked<"pairs"> & { category: string; seed: number }; rule: string; codes: readonly Line[]; study: Schemas["StudyHere"]; onDone: Done }) {
  const [over, setOver] = useState<ReadonlySet<string>>(new Set());
  const [held, setHeld] = useState<Schemas["PairHere"] | null>(null);
  const options = { ...asked, count: toAsk(over.size) };
  const found = useQuery({ queryKey: ["bench", "pairs", options], queryFn: () => ask("pairs", options), placeholderData: (before) => before });
  const top = useRef<HTMLHeadingElement>(null);
  const moved = useRef(false);
  const next = nextOf(found.data?.pairs ?? [], over);
  if (held === null && next !== undefined) setHeld(next);
  const shown = held ?? next;
  const key = shown === undefined ? "" : keyOf(shown);
  useEffect(() => {
    if (moved.current) top.current?.focus();
    moved.current = false;
  }, [key]);
  if (found.error !== null) return <Problem error={found.error} again={() => void found.refetch()} />;
  if (found.data === undefined) return <p className="soft">{t("app.loading")}</p>;
  const { left, compared, note } = found.data;
  const leave = () => {
    moved.current = true;
    setHeld(null);
  };
  const standing = t("bench.standing", { left, compared });
  if (shown === undefined) {
    return (
      <>
        <h2 ref={top} tabIndex={-1}>{t("bench.nothingLeft")}</h2>
        <p>{t("bench.nothingLeftDetail")}</p>
        <p className="soft small">{standing}</p>
        {over.size > 0 && <button type="button" className="button" onClick={() => setOver(new Set())}>{t("bench.passedOver")}</button>}
      </>
    );
  }
  return (
    <>
      <h2 ref={top} tabIndex={-1} className="bench-top">{shown.why}</h2>
      <p className="soft small">{standing} {note}</p>
      <Pair
        key={key} one={shown.one} other={shown.other} category={asked.category} rule={rule} seed={asked.seed} codes={codes} study={study}
        onDone={(comparison, decision) => {
          onDone(comparison, shown.one, shown.other, decision);
          leave();
        }}
        onNext={() => {
          setOver((before) => new Set([...before, key]));
          leave();
        }}
      />
    </>
  );
}

/** Two that were chosen by hand, or that a link led to. */
function Chosen({ category, of, codes, study, onDone }: { category: string; of: (typeof OF)[number]; codes: readonly Line[]; study: Schemas["StudyHere"]; onDone: Done }) {
  const here = useHere();
  const one = sideFrom(here.query.get("one"));
  const other = sideFrom(here.query.get("other"));
  const both = one !== null && other !== null && one.id !== other.id ? { one, other } : null;
  const found = useQuery({
    queryKey: ["bench", "sides", both],
    queryFn: () => (both === null ? null : ask("sides", both)),
    enabled: both !== null,
  });
  const pair = both === null ? null : found.data;
  return (
    <>
      <ByHand of={of} category={category} codes={codes} one={one} other={other} />
      {one !== null && one.id === other?.id && <p className="flag">{t("bench.handSame")}</p>}
      {found.error !== null && <Problem error={found.error} again={() => void found.refetch()} />}
      {pair != null && (
        <>
          <h2 className="bench-top">{t("bench.pairTitle")}</h2>
          {pair.before.length > 0 && <p className="flag small">{t("bench.again")}</p>}
          <Pair
            key={`${keyOf(pair)} ${pair.before.length}`} one={pair.one} other={pair.other} category={category} rule="by hand" seed={0} codes={codes} study={study} onNext={null}
            onDone={(comparison, decision) => onDone(comparison, pair.one, pair.other, decision)}
          />
        </>
      )}
    </>
  );
}

function Pair({ one, other, category, rule, seed, codes, study, onDone, onNext }: {
  one: Side;
  other: Side;
  category: string;
  rule: string;
  seed: number;
  codes: readonly Line[];
  study: Schemas["StudyHere"];
  onDone: (comparison: string, decision: Decision) => void;
  onNext: (() => void) | null;
}) {
  // Between categories the first is meant where none was chosen; so the engine has it as well.
  const meant = category !== "" ? category : one.kind === "code" ? one.id : other.kind === "code" ? other.id : "";
  return (
    <>
      <div className="bench-pair">
        <SideOf side={one} which="one" category={meant} codes={codes} study={study} />
        <SideOf side={other} which="other" category={meant} codes={codes} study={study} />
      </div>
      {one.kind === "case" && other.kind === "case" && <BothCases one={one} other={other} />}
      <Decide one={one} other={other} category={meant} rule={rule} seed={seed} codes={codes} study={study} onDone={onDone} onNext={onNext} />
    </>
  );
}
