/** One candidate: where it stands, why it was found, and what became of it, which nobody can say without a reason. */
import { useId, useRef, useState } from "react";
import type { Given, Schemas } from "../../api/client";
import { useDoing } from "../../components/doing";
import { fromCoding, Quotation } from "../../components/Quotation";
import { t } from "../../messages";

const BECAME = ["revises", "exception", "coding error", "not relevant"] as const;
type Became = (typeof BECAME)[number];
const RULES = ["says it is not so", "opposite code", "differs from all of its group", "differs from most of its group", "by hand"] as const;
const SHOWS = ["negatives", "themes"];
type Candidate = Given<"negative.settle_candidate">["candidate"];

export function Candidate({ one, quoted, may }: { one: Schemas["CandidateHere"]; quoted: Schemas["Quotation"] | undefined; may: boolean }) {
  const { found } = one;
  const { run } = useDoing();
  const [settling, setSettling] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const known = RULES.find((rule) => rule === found.rule);
  const ofRule = known !== undefined && known !== "by hand";
  const back = () => {
    setSettling(false);
    requestAnimationFrame(() => opener.current?.focus());
  };
  const below = (
    <>
      <p className="small">{known === undefined ? found.rule : t(`against.rule.${known}`)}{found.why !== "" && <span className="soft"> · {found.why}</span>}</p>
      {found.disposition === "open" ? !may && <p className="flag small">{t("against.open")}</p> : (
        <p className="became"><strong>{t(`against.became.${found.disposition}`)}</strong> <span className="told">{found.reason}</span></p>
      )}
      {may && (
        <div className="row">
          <button ref={opener} type="button" className="button" aria-expanded={settling} aria-label={t(found.disposition === "open" ? "against.settleName" : "against.changeName", { name: found.name })} onClick={() => setSettling(!settling)}>
            {t(found.disposition === "open" ? "against.settle" : "against.change")}
          </button>
          {found.disposition !== "open" && (
            <button type="button" className="button plain" aria-label={t("against.reopenName", { name: found.name })} onClick={() => void run("negative.settle", { negative: one.id, disposition: "open" }, { sentence: t("against.reopened", { name: found.name }), shows: SHOWS })}>
              {t("against.reopen")}
            </button>
          )}
          {found.noted && !ofRule && (
            <button type="button" className="button plain" aria-label={t("against.removeName", { name: found.name })} onClick={() => void run("negative.remove", { negatives: [one.id] }, { sentence: t("against.removed", { name: found.name }), shows: SHOWS })}>
              {t("against.remove")}
            </button>
          )}
        </div>
      )}
      {may && settling && <Settle one={one} onDone={back} />}
    </>
  );
  return (
    <li className="laid" data-candidate={one.id}>
      {quoted === undefined ? (
        <>
          <p><strong>{t(found.thing_kind === "case" ? "against.case" : found.thing_kind === "participant" ? "against.participant" : "against.passage", { name: found.name })}</strong></p>
          {below}
        </>
      ) : (
        <Quotation quoted={fromCoding(quoted)}>{below}</Quotation>
      )}
    </li>
  );
}

/** What became of it, and why: what is asked depends on what is said. A refused save keeps the words. */
function Settle({ one: { found }, onDone }: { one: Schemas["CandidateHere"]; onDone: () => void }) {
  const { run } = useDoing();
  const name = useId();
  const [became, setBecame] = useState<Became | "">(found.disposition === "open" ? "" : found.disposition);
  const [reason, setReason] = useState(found.reason);
  const save = () => {
    if (became === "" || reason.trim() === "") return;
    const candidate = { about_kind: found.about_kind, about: found.about, thing_kind: found.thing_kind, thing: found.thing, rule: found.rule } as Candidate;
    void run("negative.settle_candidate", { candidate, disposition: became, reason }, { sentence: t("against.settled", { name: found.name }), shows: SHOWS }).then((done) => {
      if (done !== null) onDone();
    });
  };
  return (
    <form
      className="settle"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <fieldset>
        <legend>{t("against.whatBecame", { name: found.name })}</legend>
        {BECAME.map((each) => (
          <label key={each} className="row">
            <input type="radio" name={name} checked={became === each} onChange={() => setBecame(each)} />
            {t(`against.say.${each}`)}
          </label>
        ))}
      </fieldset>
      <label className="field">
        <span>{t(became === "" ? "against.reason" : `against.why.${became}`)}</span>
        <textarea value={reason} onChange={(event) => setReason(event.target.value)} />
      </label>
      <div className="row">
        <button type="submit" className="button primary" disabled={became === "" || reason.trim() === ""}>{t("against.save")}</button>
        <button type="button" className="button" onClick={onDone}>{t("against.notNow")}</button>
      </div>
    </form>
  );
}
