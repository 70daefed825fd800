/** History: the log in words, what each act changed, and taking any act back. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { plain, read, Refused, type Schemas } from "../../api/client";
import { queries } from "../../api/hooks";
import { within } from "../../app";
import { Problem } from "../../components/parts";
import { useSay } from "../../components/said";
import { moment, t } from "../../messages";
import "../read/read.css";

const KINDS = ["coding", "code", "mark", "memo", "theme", "source", "reading", "case", "participant", "member"] as const;
const PAGE = 100;

export default function History({ rest, study }: { rest: readonly string[]; study: Schemas["StudyHere"] }) {
  const [by, setBy] = useState("");
  const [verb, setVerb] = useState("");
  const [last, setLast] = useState(PAGE);
  const asked = { last: String(Math.min(last, 1000)), ...(by === "" ? {} : { by }), ...(verb === "" ? {} : { verb }) };
  const log = useQuery({
    queryKey: ["history", "log", asked],
    queryFn: () => read("/api/history", { query: asked }),
    placeholderData: (before) => before,
  });
  const entries = [...(log.data ?? [])].reverse();
  return (
    <div className="split">
      <form className="side" aria-label={t("past.list")} onSubmit={(event) => event.preventDefault()}>
        <label className="field">
          <span>{t("past.filter")}</span>
          <select value={by} onChange={(event) => setBy(event.target.value)}>
            <option value="">{t("past.everyone")}</option>
            {study.members.map((one) => (
              <option key={one.id} value={one.name}>{one.name}</option>
            ))}
          </select>
        </label>
        <label className="field">
          <span>{t("past.kind")}</span>
          <select value={verb} onChange={(event) => setVerb(event.target.value)}>
            <option value="">{t("past.any")}</option>
            {KINDS.map((one) => (
              <option key={one} value={`${one}.`}>{one}</option>
            ))}
          </select>
        </label>
      </form>
      <div className="page" role="region" tabIndex={0} aria-label={t("past.list")}>
        <h1>{t("screen.history")}</h1>
        {log.error !== null && <Problem error={log.error} again={() => void log.refetch()} />}
        {log.data !== undefined && entries.length === 0 && <p className="soft">{t("past.none")}</p>}
        <ol className="list sources" reversed>
          {entries.map((one) => (
            <li key={one.id}>
              <a href={`/history/${one.id}`} aria-current={one.id === rest[0] ? "page" : undefined} onClick={within}>
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
        {entries.length >= last && last < 1000 && (
          <button type="button" className="button" onClick={() => setLast(last + PAGE)}>
            {t("past.more")}
          </button>
        )}
      </div>
      <aside className="side last" aria-label={t("past.what")}>
        {rest[0] === undefined ? <p className="soft">{t("past.choose")}</p> : <Opened key={rest[0]} entry={rest[0]} />}
      </aside>
    </div>
  );
}

function Opened({ entry }: { entry: string }) {
  const { say, refuse } = useSay();
  const [depends, setDepends] = useState<Refused | null>(null);
  const found = useQuery({ queryKey: ["history", "entry", entry], queryFn: () => read("/api/history/{entry}", { path: { entry } }) });
  if (found.error !== null) return <Problem error={found.error} again={() => void found.refetch()} />;
  if (found.data === undefined) return <p className="soft">{t("app.loading")}</p>;
  const { entry: act, changes, more } = found.data;
  const undo = (withThem: boolean) => {
    plain("POST", "/api/undo", {}, { entry, with_dependants: withThem })
      .then(() => {
        setDepends(null);
        say(t("did.undone", { what: act.what }));
        return queries.invalidateQueries();
      })
      .catch((error: unknown) => {
        if (error instanceof Refused && error.code === "depends" && !withThem) setDepends(error);
        else refuse(error);
      });
  };
  return (
    <section>
      <h2>
        {act.by} {act.what}
      </h2>
      <p className="soft small">
        {moment(act.wall)}
        {act.because !== "" && ` · ${t("past.because", { reason: act.because })}`}
        {act.undone && ` · ${t("past.undone")}`}
      </p>
      {!act.undone && depends === null && (
        <p>
          <button type="button" className="button" onClick={() => undo(false)}>{t("past.undo")}</button>
        </p>
      )}
      {depends !== null && (
        <div className="problem" role="alert">
          <strong>{t("past.depends")}</strong>
          <p>{depends.message}</p>
          <ul>
            {depends.where.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
          <div className="row">
            <button type="button" className="button danger" onClick={() => undo(true)}>{t("past.withThem")}</button>
            <button type="button" className="button" onClick={() => setDepends(null)}>{t("book.cancel")}</button>
          </div>
        </div>
      )}
      {changes.map((one) => (
        <article key={`${one.kind} ${one.id} ${one.field}`} className="laid">
          <h3>
            {one.kind.replaceAll("_", " ")} {one.thing} {one.field.replaceAll("_", " ")}
          </h3>
          {one.before !== "" && <p><span className="soft small">{t("past.before")}</span> <del>{one.before}</del></p>}
          {one.after !== "" && <p><span className="soft small">{t("past.after")}</span> <ins>{one.after}</ins></p>}
        </article>
      ))}
      {Object.entries(more).map(([kind, count]) => (
        <p key={kind} className="soft">{t("past.andMore", { count, kind })}</p>
      ))}
    </section>
  );
}
