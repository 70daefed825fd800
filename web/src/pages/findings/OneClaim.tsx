/** One claim in the ledger, and, opened, whom it counts and the words it rests on. */
import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { ask, type Schemas } from "../../api/client";
import { within } from "../../app";
import { Problem } from "../../components/parts";
import { t } from "../../messages";
import { Quotations } from "../compare/pieces";
import { inWords } from "../compare/signs";

const SIGNS: Record<Schemas["ClaimStanding"]["status"], string> = { shown: "✓", "not shown": "…", contradicted: "✗", "cannot say": "?", "no verdict": "–" };
const ORDER: Record<Schemas["UnitStanding"]["known"], number> = { no: 0, "not known": 1, yes: 2 };

export function OneClaim({ one, since, open, onOpen, onChange, onRemove }: {
  one: Schemas["ClaimStanding"];
  since: Schemas["Since"] | undefined;
  open: boolean;
  onOpen: (open: boolean) => void;
  onChange: (() => void) | undefined;
  onRemove: (() => void) | undefined;
}) {
  const name = useId();
  return (
    <article className="claim" aria-labelledby={name}>
      <h2 id={name}>{one.sentence}</h2>
      <p className="status" data-status={one.status}>
        <strong><span aria-hidden="true">{SIGNS[one.status]}</span> {t(`ledger.status.${one.status}`)}</strong>
        <span> {one.problem === "" ? one.why : one.problem}</span>
      </p>
      {one.says !== "" && <p className="small soft">{one.says}</p>}
      {one.robustness !== "" && <p className="small">{t("ledger.depends", { robustness: one.robustness })}</p>}
      {one.unreviewed > 0 && <p className="small soft">{t("ledger.unreviewed", { count: one.unreviewed })}</p>}
      {since !== undefined && since.what.length > 0 && (
        <div className="since">
          <p><strong>{t(since.looked ? "ledger.since" : "ledger.sinceWritten")}</strong></p>
          <ul>
            {since.what.map((what) => <li key={what}>{what}</li>)}
          </ul>
          {since.acts.length > 0 && (
            <details>
              <summary>{t("ledger.behind")}</summary>
              <ul className="small">
                {since.acts.map((act) => <li key={act.id}><a href={`/history?entry=${act.id}`} onClick={within}>{act.by} {act.what}</a></li>)}
              </ul>
            </details>
          )}
        </div>
      )}
      <div className="row">
        {one.units.length > 0 && (
          <button type="button" className="button" aria-expanded={open} aria-label={t("ledger.openName", { sentence: one.sentence })} onClick={() => onOpen(!open)}>{t("ledger.open")}</button>
        )}
        {onChange !== undefined && <button type="button" className="button plain" aria-label={t("ledger.changeName", { sentence: one.sentence })} onClick={onChange}>{t("ledger.change")}</button>}
        {onRemove !== undefined && <button type="button" className="button plain" aria-label={t("ledger.removeName", { sentence: one.sentence })} onClick={onRemove}>{t("ledger.remove")}</button>}
      </div>
      {open && <Opened one={one} />}
    </article>
  );
}

function Opened({ one }: { one: Schemas["ClaimStanding"] }) {
  const found = useQuery({ queryKey: ["claims", "one", one.claim], queryFn: () => ask("claim", { claim: one.claim }) });
  const units = [...one.units].sort((a, b) => ORDER[a.known] - ORDER[b.known]);
  return (
    <div className="opened">
      <div className="wide-table" role="region" tabIndex={0} aria-label={t("ledger.units")}>
        <table className="lined">
          <caption>{t("ledger.units")}</caption>
          <thead>
            <tr><th scope="col">{t("ledger.unit")}</th><th scope="col">{t("ledger.known")}</th><th scope="col">{t("ledger.words")}</th></tr>
          </thead>
          <tbody>
            {units.map((unit) => (
              <tr key={unit.key}>
                <th scope="row">{unit.label}</th>
                <td>{t(`ledger.known.${unit.known}`)}</td>
                <td>{inWords(Object.entries(unit.words))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h3>{t("ledger.passages")}</h3>
      {found.error !== null && <Problem error={found.error} again={() => void found.refetch()} />}
      {found.data !== undefined && (found.data.quotations.length === 0 ? <p className="soft">{t("ledger.noPassages")}</p> : <Quotations all={found.data.quotations} />)}
    </div>
  );
}
