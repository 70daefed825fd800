/**
 * What the server makes beside its other work: begun, looked at until it has ended, stopped.
 *
 * What a careful reader would get wrong: a job that nobody waits for any more goes on until it is stopped. Previews are
 * stopped here when something else was chosen; a report goes on, also when its window is closed.
 */
import { plain, Refused, type Schemas } from "../../api/client";
import { t, type Key } from "../../messages";
import { en } from "../../messages/en/index";

export type Job = Schemas["Job"];

const LOOK_EVERY = 250;

export const running = (job: Job): boolean => job.state === "waiting" || job.state === "running";

export const begin = async (given: Schemas["ReportAsked"]): Promise<Job> => (await plain("POST", "/api/reports", {}, given)) as Job;

export const beginTable = async (given: Schemas["TableAsked"]): Promise<Job> => (await plain("POST", "/api/reports/tables", {}, given)) as Job;

export const beginExport = async (given: Schemas["ExportAsked"]): Promise<Job> => (await plain("POST", "/api/reports/exports", {}, given)) as Job;

export const stop = async (job: string): Promise<Job> => (await plain("DELETE", "/api/jobs/{job}", { path: { job } })) as Job;

/** Wait until a job has ended; it is stopped when nobody waits any more. */
export async function ended(job: Job, signal: AbortSignal, told: (job: Job) => void): Promise<Job> {
  let now = job;
  while (running(now)) {
    if (signal.aborted) {
      await stop(job.id);
      throw new DOMException("", "AbortError");
    }
    told(now);
    await new Promise((go) => setTimeout(go, LOOK_EVERY));
    now = (await plain("GET", "/api/jobs/{job}", { path: { job: job.id } })) as Job;
  }
  if (now.state !== "done") throw new Refused(now.problem ?? { type: "stopped", title: t("report.notMade"), detail: t("report.stopped") });
  return now;
}

/** A part in words; one that this page does not know yet, by its own name. */
export const partName = (key: string): string => (`report.part.${key}` in en ? t(`report.part.${key}` as Key) : key);

/** What a job does at the moment, in words. */
export function doing(job: Job): string {
  if (job.state === "waiting") return t("report.waiting");
  if (job.of === 0) return t("report.reading");
  if (job.part === "") return t("report.writing");
  return t("report.doing", { part: partName(job.part), step: job.done + 1, of: job.of });
}
