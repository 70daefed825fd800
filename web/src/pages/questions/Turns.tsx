/**
 * Which question each turn asks: sources with how far they are, and of one source every turn that can ask something.
 *
 * What a careful reader would get wrong: a turn without a question is no gap by itself. A follow-up counts to the question
 * before it; what has to be found are the turns with which a question was first asked.
 */
import { useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { ask, type Schemas } from "../../api/client";
import { within } from "../../app";
import { useDoing } from "../../components/doing";
import { Empty, Problem } from "../../components/parts";
import { t } from "../../messages";
import { SHOWS, useGuides, type Guides } from "./guides";
import { OneTurn } from "./OneTurn";

const FILTERS = ["open", "proposed", "all"] as const;
const SCORES = [0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 1] as const;
const score = new Intl.NumberFormat(undefined, { minimumFractionDigits: 2, maximumFractionDigits: 2 });

export default function Turns({ may, source }: { may: boolean; source: string }) {
  const guides = useGuides();
  if (guides.error !== null) return <Problem error={guides.error} again={() => void guides.refetch()} />;
  if (guides.data === undefined) return <p className="empty soft">{t("app.loading")}</p>;
  const { sources } = guides.data;
  const here = sources.find((one) => one.source === source);
  if (sources.length === 0)
    return (
      <section className="page">
        <Empty title={t("turns.none")} whole>{t("turns.noneDetail")}</Empty>
      </section>
    );
  return here === undefined ? <Sources guides={guides.data} may={may} /> : <OneSource key={here.source} guides={guides.data} here={here} may={may} />;
}

function Sources({ guides, may }: { guides: Guides; may: boolean }) {
  const { run } = useDoing();
  const held = (one: Schemas["MappedHere"], guide: string) =>
    void run("interview.use_guides", { guides: { [one.interview]: guide } }, { sentence: guide === "" ? t("turns.guideTaken", { name: one.name }) : t("turns.guideSaid", { name: one.name, guide: names.get(guide) ?? "" }), shows: SHOWS });
  const names = new Map(guides.instruments.map((one) => [one.instrument.id, `${one.instrument.name} ${one.instrument.version}`]));
  return (
    <section className="page" aria-labelledby="turns-head">
      <h1 id="turns-head">{t("questions.turns")}</h1>
      <p className="soft">{t("turns.lead")}</p>
      <div className="wide-table" role="region" tabIndex={0} aria-label={t("turns.sources")}>
        <table className="plain-table">
          <caption className="apart">{t("turns.sources")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("turns.source")}</th>
              <th scope="col">{t("turns.guide")}</th>
              <th scope="col">{t("turns.far")}</th>
            </tr>
          </thead>
          <tbody>
            {guides.sources.map((one) => (
              <tr key={one.source}>
                <th scope="row"><a href={`/questions/turns/${one.source}`} onClick={within}>{one.name}</a></th>
                <td>
                  {may && one.interview !== "" ? (
                    <GuideOf name={one.name} guide={one.guide} names={names} onSay={(guide) => held(one, guide)} />
                  ) : (names.get(one.guide) ?? <span className="soft">{t("turns.noGuide")}</span>)}
                </td>
                <td>
                  <span className="row tight">
                    <progress max={one.gone.asking} value={one.gone.mapped} aria-hidden="true" />
                    <span className="figure">{one.gone.mapped === 0 ? t("turns.nothingYet", { count: one.gone.asking }) : t("turns.mapped", { part: one.gone.mapped, whole: one.gone.asking })}</span>
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** The guide of a meeting; kept when it is left or Enter is pressed, not at each arrow that passes over one. */
function GuideOf({ name, guide, names, onSay }: { name: string; guide: string; names: ReadonlyMap<string, string>; onSay: (guide: string) => void }) {
  const [chosen, setChosen] = useState(guide);
  const [before, setBefore] = useState(guide);
  if (before !== guide) {
    setBefore(guide);
    setChosen(guide);
  }
  const keep = () => {
    if (chosen !== guide) onSay(chosen);
  };
  return (
    <select aria-label={t("turns.guideOf", { name })} value={chosen} onChange={(event) => setChosen(event.target.value)} onBlur={keep} onKeyDown={(event) => { if (event.key === "Enter") keep(); }}>
      <option value="">{t("turns.noGuide")}</option>
      {[...names].map(([id, one]) => <option key={id} value={id}>{one}</option>)}
    </select>
  );
}

function OneSource({ guides, here, may }: { guides: Guides; here: Schemas["MappedHere"]; may: boolean }) {
  const { run } = useDoing();
  const [filter, setFilter] = useState<(typeof FILTERS)[number]>("open");
  const [least, setLeast] = useState(0.5);
  const [at, setAt] = useState(0);
  const followRef = useRef(false);
  const found = useQuery({ queryKey: ["turns", here.source, least], queryFn: () => ask("turns", { source: here.source, least }), placeholderData: (before) => before });
  const place = guides.sources.findIndex((one) => one.source === here.source);
  const next = guides.sources[place + 1];
  const turns = found.data?.turns ?? [];
  const unmapped = (one: Schemas["AskingTurn"]) => one.question === null && one.topic === null;
  const proposed = turns.filter((one) => unmapped(one) && one.proposal !== null);
  const shown = turns.filter((one) => filter === "all" || (filter === "proposed" ? one.proposal !== null && unmapped(one) : unmapped(one)));
  const acceptAll = () =>
    void run("turn.map_many", { questions: Object.fromEntries(proposed.map((one) => [one.turn, one.proposal?.question ?? ""])) }, { sentence: t("turns.acceptedAll", { count: proposed.length }), shows: SHOWS });
  // What was mapped leaves the list of what is open; the focus stays where it was, on what stands there now.
  const now = Math.min(at, shown.length - 1);
  return (
    <section className="page" aria-labelledby="turns-head">
      <p><a href="/questions/turns" onClick={within}>{t("turns.allSources")}</a></p>
      <div className="row under">
        <h1 id="turns-head">{here.name}</h1>
        {next !== undefined && <a className="button" href={`/questions/turns/${next.source}`} onClick={within}>{t("turns.next", { name: next.name })}</a>}
      </div>
      <p>{t("turns.gone", { part: here.gone.mapped, whole: here.gone.asking })} <span className="soft">{t("turns.followUps")}</span></p>
      <div className="row tools-line" role="group" aria-label={t("turns.which")}>
        <label className="field"><span>{t("turns.show")}</span>
          <select value={filter} onChange={(event) => { setFilter(FILTERS.find((one) => one === event.target.value) ?? "open"); setAt(0); }}>
            {FILTERS.map((one) => <option key={one} value={one}>{t(`turns.show.${one}`)}</option>)}
          </select>
        </label>
        <label className="field"><span>{t("turns.least")}</span>
          <select value={least} onChange={(event) => setLeast(Number(event.target.value))}>
            {SCORES.map((one) => <option key={one} value={one}>{score.format(one)}</option>)}
          </select>
        </label>
        {may && <button type="button" className="button" disabled={proposed.length === 0 || found.isPlaceholderData} onClick={acceptAll}>{t("turns.acceptAll", { count: proposed.length })}</button>}
      </div>
      <p className="soft small" id="turns-keys">{t("turns.keys")} {t("turns.scoreMeans")}</p>
      {found.error !== null && <Problem error={found.error} again={() => void found.refetch()} />}
      {found.isPending && <p className="soft">{t("app.loading")}</p>}
      {found.data !== undefined && shown.length === 0 && <p className="empty soft">{t(filter === "proposed" ? "turns.noProposals" : "turns.noOpen")}</p>}
      <ol className="list turns-list" aria-describedby="turns-keys">
        {shown.map((one, n) => <OneTurn key={one.turn} turn={one} source={here.source} guide={here.guide} guides={guides} may={may} here={n === now} followRef={followRef} onHere={() => setAt(n)} onWalk={(by) => setAt(Math.max(0, Math.min(shown.length - 1, n + by)))} />)}
      </ol>
    </section>
  );
}
