/** One act: what it changed, before and after; taking it back, with what rests on it; and the study as it was then. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { plain, read, Refused } from "../../api/client";
import { lookAt, queries } from "../../api/hooks";
import { within } from "../../app";
import { Problem } from "../../components/parts";
import { useSay } from "../../components/said";
import { go } from "../../lib/router";
import { useThen } from "../../lib/then";
import { moment, t } from "../../messages";

export function Opened({ entry }: { entry: string }) {
  const { say, refuse } = useSay();
  const then = useThen();
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
  const look = () => {
    lookAt({ at: entry, said: t("past.afterAct", { when: moment(act.wall), who: act.by, what: act.what }) }).then(() => go("/"), refuse);
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
      {depends === null && (
        <p className="row">
          {!act.undone && then === null && (
            <button type="button" className="button" onClick={() => undo(false)}>{t("past.undo")}</button>
          )}
          <button type="button" className="button" onClick={look}>{t("past.lookThen")}</button>
          <a href={`/history/difference?from=${entry}`} onClick={within}>{t("past.sinceThis")}</a>
        </p>
      )}
      {depends !== null && (
        <div className="problem" role="alert">
          <strong>{t("past.depends")}</strong>
          <p>{depends.message}</p>
          <ul>
            {depends.where.map((one) => (
              // An id, then the act in words; the id leads to it.
              <li key={one}>
                <a href={`/history/${one.split(" ", 1)[0] ?? ""}`} onClick={within}>{one.slice(one.indexOf(" ") + 1)}</a>
              </li>
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
