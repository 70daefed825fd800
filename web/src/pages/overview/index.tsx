/** Overview: where one stopped, whose turn it is, how far the sample is, what needs attention, what was done last. */
import { useQuery } from "@tanstack/react-query";
import { act, read, type Schemas } from "../../api/client";
import { queries } from "../../api/hooks";
import { GuidelineGaps } from "../../components/GuidelineGaps";
import { Problem } from "../../components/parts";
import { useSay } from "../../components/said";
import { within } from "../../app";
import { moment, t } from "../../messages";
import { Attention } from "./Attention";
import { Frame } from "./Frame";
import { Whose } from "./Whose";
import "./overview.css";

type Line = Schemas["SourceLine"];

export default function Overview({ study }: { rest: readonly string[]; study: Schemas["StudyHere"] }) {
  const found = useQuery({ queryKey: ["overview"], queryFn: () => read("/api/overview") });
  if (found.error !== null) return <Problem error={found.error} again={() => void found.refetch()} />;
  if (found.data === undefined) return <p className="empty soft">{t("app.loading")}</p>;
  const all = found.data;
  const next = all.sources.find((one) => one.id === all.resume) ?? all.sources.find((one) => unread(one, study)) ?? all.sources[0];
  const place = { file: "over.file", database: "over.database", memory: "over.memory" } as const;
  return (
    <div className="page overview" role="region" tabIndex={0} aria-label={t("screen.overview")}>
      <h1>{study.settings.title}</h1>
      {study.settings.invented !== "" && <p className="soft">{study.settings.invented}</p>}
      {next !== undefined && (
        <p>
          <a className="button primary" href={`/read/${next.id}`} onClick={within}>
            {t(all.resume === null ? "over.begin" : "over.continue")}: {next.name}
          </a>
        </p>
      )}
      {study.me.may.includes("code") && <Steps steps={all.steps} />}
      {next === undefined && <p>{t("read.noneDetail")}</p>}
      <div className="columns">
        <div>
          {all.sources.length === 0 ? <Frame /> : <Whose sources={all.sources} study={study}><Frame /></Whose>}
        </div>
        <div>
          <Attention all={all} me={study.me.member?.id ?? ""} />
          <Tasks tasks={all.tasks} may={study.me.may.includes("code")} />
          {study.me.may.includes("edit") && <GuidelineGaps />}
          <section>
            <h2>{t("over.recent")}</h2>
            {all.recent.length === 0 && <p className="soft">{t("over.nothingYet")}</p>}
            <ul className="list findings">
              {[...all.recent].reverse().map((one) => (
                <li key={one.id} className={one.undone ? "soft" : undefined}>
                  <a href={`/history/${one.id}`} onClick={within}>{one.by}</a> {one.what}
                  <div className="soft small">
                    {one.undone && `${t("past.undone")} · `}
                    {moment(one.wall)}
                  </div>
                </li>
              ))}
            </ul>
          </section>
          <section>
            <h2>{t("over.where")}</h2>
            <p>
              {t(place[study.place], { name: study.name })} {t(study.encrypted ? "over.encrypted" : "over.open")}
            </p>
            {study.notes.map((note) => (
              <p key={note}>{note}</p>
            ))}
          </section>
        </div>
      </div>
    </div>
  );
}

/** What to begin with; what was done is ticked off, and when all was, it goes. */
function Steps({ steps }: { steps: Schemas["Overview"]["steps"] }) {
  const all = [
    ["over.step1", steps.read],
    ["over.step2", steps.noticed],
    ["over.step3", steps.written],
  ] as const;
  if (all.every(([, done]) => done)) return null;
  return (
    <section aria-labelledby="steps">
      <h2 id="steps">{t("over.steps")}</h2>
      <ol className="list steps">
        {all.map(([key, done]) => (
          <li key={key} className={done ? "row soft" : "row"}>
            <span className="tick" aria-hidden="true">{done ? "✓" : ""}</span>
            <span className="grows">
              {t(key)}
              {done && <span className="apart"> {t("over.stepDone")}</span>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function unread(source: Line, study: Schemas["StudyHere"]): boolean {
  const reading = source.readings.find((one) => one.member === study.me.member?.id);
  return source.characters > 0 && (reading === undefined || reading.progress !== "done");
}

function Tasks({ tasks, may }: { tasks: Schemas["Overview"]["tasks"]; may: boolean }) {
  const { say, refuse } = useSay();
  if (tasks.length === 0) return null;
  const finish = (task: string) => {
    void act("task.finish", { tasks: [task] }).then(() => {
      say(t("over.taskDone"));
      return queries.invalidateQueries({ queryKey: ["overview"] });
    }, refuse);
  };
  return (
    <section>
      <h2>{t("over.tasks")}</h2>
      <ul className="list findings">
        {tasks.map((one) => (
          <li key={one.task.id} className="row">
            <span className="grows">
              {one.on !== "" && `${one.on}: `}
              {one.task.note}
            </span>
            {may && (
              <button type="button" className="button" onClick={() => finish(one.task.id)}>
                {t("over.done")}
                <span className="apart">: {one.task.note}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
