/**
 * What is being written and was written: followed, stopped, fetched; and what left the study before, as it is on record.
 *
 * What a careful reader would get wrong: files lie here only until the workbench is closed. The record stays; it is no file.
 */
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { read } from "../../api/client";
import { queries } from "../../api/hooks";
import { Problem } from "../../components/parts";
import { useSay } from "../../components/said";
import { moment, t } from "../../messages";
import { doing, running, stop, type Job } from "./jobs";

const LOOK_EVERY = 400;
const EARLIER = 12;

export const lookAtJobs = () => queries.invalidateQueries({ queryKey: ["jobs"] });

export function Written() {
  const { say, refuse } = useSay();
  const jobs = useQuery({
    queryKey: ["jobs"],
    queryFn: async () => (await read("/api/jobs")).filter((job) => job.what !== "preview"),
    refetchInterval: (query) => (query.state.data?.some(running) === true ? LOOK_EVERY : false),
    staleTime: 0,
  });
  const known = useRef(new Map<string, Job["state"]>());
  useEffect(() => {
    for (const job of jobs.data ?? []) {
      const before = known.current.get(job.id);
      if (before === "waiting" || before === "running") {
        if (job.state === "done") say(t("report.ready", { file: job.file }));
        if (job.state === "failed") say(`${job.file}: ${job.problem?.detail ?? t("report.stopped")}`);
      }
      known.current.set(job.id, job.state);
    }
  }, [jobs.data, say]);
  const cancel = (job: Job) =>
    void stop(job.id).then((now) => {
      known.current.set(job.id, now.state);
      say(t(now.state === "cancelled" ? "report.saidCancelled" : "report.tooLate", { file: job.file }));
      return lookAtJobs();
    }, refuse);
  return (
    <>
      <section aria-labelledby="report-jobs">
        <h2 id="report-jobs" tabIndex={-1}>{t("report.jobs")}</h2>
        {jobs.error !== null && <Problem error={jobs.error} again={() => void jobs.refetch()} />}
        {jobs.data?.length === 0 && <p className="soft">{t("report.noJobs")}</p>}
        <ul className="list jobs">
          {jobs.data?.map((job) => <li key={job.id}><OneJob job={job} onStop={() => cancel(job)} /></li>)}
        </ul>
      </section>
      <Earlier />
    </>
  );
}

function OneJob({ job, onStop }: { job: Job; onStop: () => void }) {
  if (running(job)) {
    return (
      <>
        <strong>{job.file}</strong>
        <span className="row">
          {job.of > 0 ? <progress value={job.done} max={job.of} aria-label={t("report.progress", { file: job.file })} /> : <progress aria-label={t("report.progress", { file: job.file })} />}
          <button type="button" className="button" aria-label={t("report.cancelWhat", { file: job.file })} onClick={onStop}>{t("report.cancel")}</button>
        </span>
        <span className="soft small">{doing(job)}</span>
      </>
    );
  }
  if (job.state === "done") {
    const lost = job.what === "export" ? (job.made?.unprinted ?? []) : [];
    const held = job.what === "table" ? (job.made?.unprinted.length ?? 0) : 0;
    return (
      <>
        <a className="button" href={`/api/jobs/${job.id}/file`} download>{t("report.fetch", { file: job.file })}</a>
        {job.made != null && job.made.beside.length > 0 && <span className="small">{t("report.zip")}</span>}
        {held > 0 && <span className="small">{t("report.held", { count: held })}</span>}
        {lost.length > 0 && (
          <details className="small">
            <summary>{t("report.lost", { count: lost.length })}</summary>
            <ul>{lost.map((one, n) => <li key={n}>{one.where === "" ? one.why : `${one.where}: ${one.why}`}</li>)}</ul>
          </details>
        )}
        {job.what !== "table" && job.made != null && job.made.note !== "" && <span className="small">{job.made.note}</span>}
        <span className="soft small">{t(job.recorded === "" ? "report.notRecorded" : "report.recorded")}</span>
      </>
    );
  }
  return (
    <>
      <strong>{job.file}</strong>
      {job.state === "cancelled" ? <span className="soft">{t("report.cancelled")}</span> : <span className="fault">{job.problem?.detail ?? t("report.stopped")}</span>}
    </>
  );
}

function Earlier() {
  const products = useQuery({ queryKey: ["products"], queryFn: () => read("/api/products") });
  const latest = [...(products.data ?? [])].reverse();
  return (
    <section aria-labelledby="report-earlier">
      <h2 id="report-earlier">{t("report.earlier")}</h2>
      {products.error !== null && <Problem error={products.error} again={() => void products.refetch()} />}
      {products.data?.length === 0 && <p className="soft">{t("report.noEarlier")}</p>}
      <ul className="list earlier">
        {latest.slice(0, EARLIER).map((one) => (
          <li key={one.id}>
            {one.file}{" "}
            <span className="soft small">{[one.when > 0 ? moment(one.when) : "", one.member, t("report.people", { count: one.participants.length }), one.note].filter((words) => words !== "").join(" · ")}</span>
          </li>
        ))}
      </ul>
      {latest.length > EARLIER && <p className="soft small">{t("report.moreEarlier", { count: latest.length - EARLIER })}</p>}
    </section>
  );
}
