/**
 * What may speak against themes and codes: candidates, each with the rule that found it, and what became of it.
 *
 * What a careful reader would get wrong: a candidate is something to look at, not a finding, and silence is no candidate.
 * Whoever said nothing stands apart, at the end.
 */
import { useQuery } from "@tanstack/react-query";
import { ask, type Asked, type Schemas } from "../../api/client";
import { within } from "../../app";
import { Problem } from "../../components/parts";
import { useScope, useScopeCodes } from "../../lib/scope";
import { t } from "../../messages";
import { useHere } from "../compare/address";
import { Choose, Notes, Saving } from "../compare/pieces";
import { inWords } from "../compare/signs";
import { Candidate } from "./Candidate";
import { NoteOne } from "./NoteOne";

const OF = ["themes", "categories", "codes"] as const;

export default function Against({ analysis, may }: { analysis: string; may: boolean }) {
  const here = useHere();
  const scope = useScope();
  const codes = useScopeCodes();
  const of = OF.find((one) => one === here.get("of", "themes")) ?? "themes";
  const openOnly = here.get("only", "") === "open";
  const options: Asked<"negatives"> = { ...scope, codes: [...codes], of, analysis: of === "themes" ? analysis : "", open_only: openOnly };
  const found = useQuery({ queryKey: ["negatives", options], queryFn: () => ask("negatives", options), placeholderData: (before) => before });
  const data = found.data;
  const quotations = new Map(data?.quotations.map((one) => [one.coding.id, one]));
  const piles = grouped(data?.candidates ?? []);
  const undecided = (data?.candidates ?? []).filter((one) => one.found.disposition === "open").length;
  const open = here.get("open", piles.find((one) => one.open > 0)?.about ?? piles[0]?.about ?? "");
  const silent = data?.silence.filter((one) => Object.keys(one.exposure).length > 0) ?? [];

  return (
    <div className="against">
      <p>{t("against.lead")}</p>
      <div className="row tools">
        <Choose label={t("against.of")} value={of} options={OF.map((one) => ({ value: one, label: t(`axis.${one}`) }))} onChange={(one) => here.change({ of: one === "themes" ? null : one, open: null })} />
        <label className="row check">
          <input type="checkbox" checked={openOnly} onChange={(event) => here.change({ only: event.target.checked ? "open" : null, open: null })} />
          {t("against.openOnly")}
        </label>
        {data !== undefined && <Saving drawing={{ of: "negatives", options }} title={data.title} />}
      </div>
      {found.error !== null && <Problem error={found.error} again={() => void found.refetch()} />}
      {found.isPending && <p className="soft">{t("against.looking")}</p>}
      {data !== undefined && found.error === null && (
        <>
          <p><strong>{t("against.counts", { count: data.candidates.length, open: undecided })}</strong></p>
          {piles.length === 0 && <p className="soft">{t(openOnly ? "against.noneOpen" : "against.none")}</p>}
          {piles.map((pile) => (
            <section key={pile.about} className="against-one" aria-labelledby={`against-${pile.about}`}>
              <h2 id={`against-${pile.about}`}>
                <button type="button" className="button plain" aria-expanded={open === pile.about} onClick={() => here.change({ open: open === pile.about ? "none" : pile.about }, true)}>
                  <span aria-hidden="true">{open === pile.about ? "▾" : "▸"}</span> {pile.label} <span className="soft">{t("against.pile", { count: pile.candidates.length, open: pile.open })}</span>
                </button>
              </h2>
              {open === pile.about && (
                <>
                  {of === "themes" && <p><a href={`/themes/${pile.about}`} onClick={within}>{t("against.theme")}</a></p>}
                  <ul className="list">
                    {pile.candidates.map((one) => <Candidate key={one.id} one={one} quoted={quotations.get(one.found.thing)} may={may} />)}
                  </ul>
                  {may && <NoteOne kind={of === "themes" ? "theme" : "code"} about={pile.about} label={pile.label} />}
                </>
              )}
            </section>
          ))}
          <section aria-labelledby="against-silence">
            <h2 id="against-silence">{t("against.silence")}</h2>
            <p>{t("against.silenceMeans")}</p>
            {silent.length === 0 ? (
              <p className="soft">{t("against.noSilence")}</p>
            ) : (
              <div className="wide-table" role="region" tabIndex={0} aria-label={t("against.silenceTable")}>
                <table className="lined">
                  <caption className="apart">{t("against.silenceTable")}</caption>
                  <thead>
                    <tr><th scope="col">{t("against.row")}</th><th scope="col">{t("against.who")}</th></tr>
                  </thead>
                  <tbody>
                    {silent.map((one) => (
                      <tr key={one.about}>
                        <th scope="row">{one.label}</th>
                        <td>{inWords(Object.entries(one.exposure))}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            )}
          </section>
          <Notes notes={data.notes} />
        </>
      )}
    </div>
  );
}

interface Pile {
  readonly about: string;
  readonly label: string;
  readonly open: number;
  readonly candidates: Schemas["CandidateHere"][];
}

function grouped(candidates: readonly Schemas["CandidateHere"][]): Pile[] {
  const piles = new Map<string, Schemas["CandidateHere"][]>();
  for (const one of candidates) piles.set(one.found.about, [...(piles.get(one.found.about) ?? []), one]);
  return [...piles].map(([about, here]) => ({ about, label: here[0]?.found.label ?? "", open: here.filter((one) => one.found.disposition === "open").length, candidates: here }));
}
