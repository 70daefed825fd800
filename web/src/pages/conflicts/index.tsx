/**
 * Conflicts: what people who had not seen each other's wrote differently, and settling it: keep this, keep that, or write
 * a third.
 *
 * What stands meanwhile is nobody's decision; it is only what every copy shows until somebody decides.
 */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { act, read, type Schemas } from "../../api/client";
import { queries } from "../../api/hooks";
import { within } from "../../app";
import { Empty, Problem } from "../../components/parts";
import { useSay } from "../../components/said";
import { moment, t } from "../../messages";
import "./conflicts.css";

type Conflict = Schemas["Disagreement"];

export default function Conflicts({ study }: { rest: readonly string[]; study: Schemas["StudyHere"] }) {
  const found = useQuery({ queryKey: ["overview", "conflicts"], queryFn: () => read("/api/conflicts") });
  if (found.error !== null) return <Problem error={found.error} again={() => void found.refetch()} />;
  if (found.data === undefined) return <p className="empty soft">{t("app.loading")}</p>;
  return (
    <div className="page conflicts" role="region" tabIndex={0} aria-label={t("screen.conflicts")}>
      <h1>{t("screen.conflicts")}</h1>
      {found.data.length === 0 ? (
        <Empty title={t("clash.none")}>{t("clash.noneDetail")}</Empty>
      ) : (
        <>
          <p className="soft">{t("clash.about")}</p>
          {found.data.map((one) => (
            <One key={one.id} conflict={one} may={study.me.may.includes("code")} />
          ))}
        </>
      )}
      <p>
        <a href="/" onClick={within}>{t("clash.back")}</a>
      </p>
    </div>
  );
}

function One({ conflict, may }: { conflict: Conflict; may: boolean }) {
  const { say, refuse } = useSay();
  const [typed, setTyped] = useState("");
  const [twin, setTwin] = useState(conflict.sides.length);
  const settled = (done: Promise<unknown>) => {
    done.then(() => {
      say(t("clash.settled"));
      return queries.invalidateQueries();
    }, refuse);
  };
  const twins = conflict.nature === "twins";
  return (
    <article aria-label={conflict.what}>
      <h2>{conflict.what}</h2>
      <div className="sides">
        {conflict.sides.map((side) => (
          <section key={side.number}>
            <h3>
              {t("clash.side", { number: side.number, who: side.who })}
              {side.stands && <span className="small soft"> · {t("clash.stands")}</span>}
            </h3>
            {side.when !== "" && <p className="soft small">{moment(Date.parse(side.when))}</p>}
            <p className="value">{side.value}</p>
            {may && (
              <button type="button" className="button" onClick={() => settled(act("conflict.keep", { conflict: conflict.id, side: side.number }))}>
                {t(twins ? "clash.keepTwin" : "clash.keep", { who: side.who })}
              </button>
            )}
          </section>
        ))}
      </div>
      {may && conflict.writable && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            settled(act("conflict.write", { conflict: conflict.id, text: typed, ...(twins ? { side: twin } : {}) }));
          }}
        >
          {twins && (
            <label className="field">
              <span>{t("clash.which")}</span>
              <select value={twin} onChange={(event) => setTwin(Number(event.target.value))}>
                {conflict.sides.map((side) => (
                  <option key={side.number} value={side.number}>{t("clash.side", { number: side.number, who: side.who })}</option>
                ))}
              </select>
            </label>
          )}
          <label className="field">
            <span>{t(twins ? "clash.rename" : "clash.third")}</span>
            <textarea value={typed} onChange={(event) => setTyped(event.target.value)} />
          </label>
          <button type="submit" className="button" disabled={typed.trim() === ""}>{t(twins ? "clash.renameIt" : "clash.write")}</button>
        </form>
      )}
    </article>
  );
}
