/** Overview: where one stopped, whose turn it is, what needs attention, and what was done last. */
import { useQuery } from "@tanstack/react-query";
import { read, type Schemas } from "../../api/client";
import { Problem } from "../../components/parts";
import { within } from "../../app";
import { moment, t } from "../../messages";
import "./overview.css";

export default function Overview({ study }: { rest: readonly string[]; study: Schemas["StudyHere"] }) {
  const found = useQuery({ queryKey: ["overview"], queryFn: () => read("/api/overview") });
  if (found.error !== null) return <Problem error={found.error} again={() => void found.refetch()} />;
  if (found.data === undefined) return <p className="empty soft">{t("app.loading")}</p>;
  const all = found.data;
  const next = all.sources.find((one) => one.id === all.resume) ?? all.sources[0];
  const who = (member: string) => study.members.find((one) => one.id === member)?.name ?? "?";
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
      {(next === undefined || all.resume === null) && (
        <section>
          <h2>{t("over.steps")}</h2>
          <ol>
            <li>{t("over.step1")}</li>
            <li>{t("over.step2")}</li>
            <li>{t("over.step3")}</li>
          </ol>
          {next === undefined && <p>{t("read.noneDetail")}</p>}
        </section>
      )}
      <div className="columns">
        <section>
          <h2>{t("over.sources")}</h2>
          <div className="scrolled" role="region" tabIndex={0} aria-label={t("over.sources")}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{t("over.source")}</th>
                  {study.members.map((one) => (
                    <th key={one.id} scope="col">{one.name}</th>
                  ))}
                  <th scope="col" className="num">{t("over.codings")}</th>
                  <th scope="col" className="num">{t("over.marks")}</th>
                </tr>
              </thead>
              <tbody>
                {all.sources.map((source) => (
                  <tr key={source.id}>
                    <th scope="row">
                      <a href={`/read/${source.id}`} onClick={within}>{source.name}</a>
                    </th>
                    {study.members.map((member) => (
                      <td key={member.id}>
                        <Progress reading={source.readings.find((one) => one.member === member.id)} />
                      </td>
                    ))}
                    <td className="num">{source.codings}</td>
                    <td className="num">{source.marks}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
        <div>
          <section>
            <h2>{t("over.attention")}</h2>
            {all.findings.length === 0 && all.conflicts === 0 && all.emptied === 0 && <p className="soft">{t("over.fine")}</p>}
            {all.conflicts > 0 && <p>{t("over.conflicts", { count: all.conflicts })}</p>}
            {all.emptied > 0 && <p>{t("over.emptied", { count: all.emptied })}</p>}
            <ul className="list findings">
              {all.findings.map((one) => (
                <li key={one.name} data-weight={one.weight}>
                  {one.what}
                  {one.things.length > 0 && (
                    <details>
                      <summary className="small">{one.things.length}</summary>
                      <p className="small">{one.things.join(", ")}</p>
                    </details>
                  )}
                </li>
              ))}
            </ul>
          </section>
          {all.tasks.length > 0 && (
            <section>
              <h2>{t("over.tasks")}</h2>
              <ul className="list findings">
                {all.tasks.map((one) => (
                  <li key={one.task.id}>{one.on}: {one.task.note}</li>
                ))}
              </ul>
            </section>
          )}
          <section>
            <h2>{t("over.recent")}</h2>
            <ul className="list findings">
              {[...all.recent].reverse().map((one) => (
                <li key={one.id} className={one.undone ? "soft" : undefined}>
                  <a href={`/history/${one.id}`} onClick={within}>{who(one.member)}</a> {one.what}
                  <div className="soft small">{moment(one.wall)}</div>
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

function Progress({ reading }: { reading: Schemas["ReadingHere"] | undefined }) {
  if (reading === undefined) return <span className="soft">–</span>;
  const again = reading.progress === "done" && reading.unread > 0;
  return (
    <span className="progress" data-progress={reading.progress}>
      {t(`read.progress.${reading.progress}`)}
      {again && <span className="small"> · {t("over.again")}: {reading.unread}</span>}
    </span>
  );
}
