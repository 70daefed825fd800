/** History: the log in words, what each act changed, taking any act back, and the study as it was. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { read, Refused, type Schemas } from "../../api/client";
import { useCodebook, useSources } from "../../api/hooks";
import { within } from "../../app";
import { Problem } from "../../components/parts";
import { go, useAddress } from "../../lib/router";
import { moment, t } from "../../messages";
import { AsOf } from "./AsOf";
import { Compared } from "./Compared";
import { Opened } from "./Opened";
import "../read/read.css";
import "./history.css";

const KINDS = ["coding", "code", "mark", "memo", "theme", "source", "reading", "case", "participant", "member", "conflict", "undo", "redo"] as const;
const PAGE = 100;
const MOST = 1000;

export default function History({ rest, study }: { rest: readonly string[]; study: Schemas["StudyHere"] }) {
  const { query } = useAddress();
  const since = query.get("from");
  if (rest[0] === "difference" && since !== null) return <Compared since={since} until={query.get("to") ?? ""} />;
  return <Log chosen={rest[0]} study={study} />;
}

function Log({ chosen, study }: { chosen: string | undefined; study: Schemas["StudyHere"] }) {
  const [filter, setFilter] = useState({ by: "", verb: "", about: "", since: "", until: "" });
  const [thing, setThing] = useState("");
  const [last, setLast] = useState(PAGE);
  const asked = { last: String(Math.min(last, MOST)), ...Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== "")) };
  const log = useQuery({
    queryKey: ["history", "log", asked],
    queryFn: () => read("/api/history", { query: asked }),
    placeholderData: (before) => before,
    retry: (times, error) => times < 1 && !(error instanceof Refused),
  });
  const set = (changed: Partial<typeof filter>) => setFilter((before) => ({ ...before, ...changed }));
  const entries = log.isError ? [] : [...(log.data ?? [])].reverse();
  return (
    <div className="split history">
      <div className="side">
        <form
          aria-label={t("past.filters")}
          onSubmit={(event) => {
            event.preventDefault();
            set({ about: thing.trim() });
          }}
        >
          <label className="field">
            <span>{t("past.filter")}</span>
            <select value={filter.by} onChange={(event) => set({ by: event.target.value })}>
              <option value="">{t("past.everyone")}</option>
              {study.members.map((one) => (
                <option key={one.id} value={one.name}>{one.name}</option>
              ))}
            </select>
          </label>
          <label className="field">
            <span>{t("past.kind")}</span>
            <select value={filter.verb} onChange={(event) => set({ verb: event.target.value })}>
              <option value="">{t("past.any")}</option>
              {KINDS.map((one) => (
                <option key={one} value={one === "undo" || one === "redo" ? one : `${one}.`}>{t(`past.kind.${one}`)}</option>
              ))}
            </select>
          </label>
          <label className="field">
            <span>{t("past.about")}</span>
            <input type="text" list="things" value={thing} onChange={(event) => setThing(event.target.value)} onBlur={() => set({ about: thing.trim() })} />
          </label>
          <Things />
          <label className="field">
            <span>{t("past.since")}</span>
            <input type="date" value={filter.since} onChange={(event) => set({ since: event.target.value })} />
          </label>
          <label className="field">
            <span>{t("past.until")}</span>
            <input type="date" value={filter.until} onChange={(event) => set({ until: event.target.value })} />
          </label>
          <div className="row">
            <button type="submit" className="button">{t("past.show")}</button>
            <button
              type="button"
              className="button"
              onClick={() => {
                setThing("");
                setFilter({ by: "", verb: "", about: "", since: "", until: "" });
              }}
            >
              {t("past.clear")}
            </button>
          </div>
        </form>
        <AsOf />
        <BetweenDates />
      </div>
      <div className="page" role="region" tabIndex={0} aria-label={t("past.list")}>
        <h1>{t("screen.history")}</h1>
        {log.error !== null && <Problem error={log.error} again={() => void log.refetch()} />}
        {log.data !== undefined && !log.isError && entries.length === 0 && <p className="soft">{t("past.none")}</p>}
        <ol className="list sources" reversed>
          {entries.map((one) => (
            <li key={one.id}>
              <a href={`/history/${one.id}`} aria-current={one.id === chosen ? "page" : undefined} onClick={within}>
                <span>
                  <strong>{one.by}</strong> {one.undone ? <s>{one.what}</s> : one.what}
                  {one.because !== "" && `, ${t("past.because", { reason: one.because })}`}
                </span>
                <span className="soft small">
                  {one.undone && `${t("past.undone")} · `}
                  <time dateTime={new Date(one.wall).toISOString()}>{moment(one.wall)}</time>
                </span>
              </a>
            </li>
          ))}
        </ol>
        {entries.length >= last && last < MOST && (
          <button type="button" className="button" onClick={() => setLast(last + PAGE)}>
            {t("past.more")}
          </button>
        )}
        {entries.length >= MOST && <p className="soft">{t("past.most", { count: MOST })}</p>}
      </div>
      <aside className="side last" aria-label={t("past.what")}>
        {chosen === undefined ? <p className="soft">{t("past.choose")}</p> : <Opened key={chosen} entry={chosen} />}
      </aside>
    </div>
  );
}

/** Names to choose from; any other name of a thing may be typed. */
function Things() {
  const codes = useCodebook();
  const sources = useSources();
  return (
    <datalist id="things">
      {(codes.data?.codes ?? []).map((one) => (
        <option key={one.code.id} value={`code:${one.code.name}`} />
      ))}
      {(sources.data ?? []).map((one) => (
        <option key={one.id} value={`source:${one.name}`} />
      ))}
    </datalist>
  );
}

function BetweenDates() {
  const [since, setSince] = useState("");
  const [until, setUntil] = useState("");
  return (
    <form
      aria-label={t("past.between")}
      onSubmit={(event) => {
        event.preventDefault();
        go(`/history/difference?${new URLSearchParams({ from: since, ...(until === "" ? {} : { to: until }) }).toString()}`);
      }}
    >
      <h2>{t("past.between")}</h2>
      <label className="field">
        <span>{t("past.betweenSince")}</span>
        <input type="date" value={since} onChange={(event) => setSince(event.target.value)} />
      </label>
      <label className="field">
        <span>{t("past.betweenUntil")}</span>
        <input type="date" value={until} onChange={(event) => setUntil(event.target.value)} />
      </label>
      <button type="submit" className="button" disabled={since === ""}>{t("past.compare")}</button>
    </form>
  );
}
