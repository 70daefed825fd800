/** The recruitment log: how many were approached, declined and withdrew, where and why. Counts and reasons, never names. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { act, read, type Schemas } from "../../api/client";
import { queries } from "../../api/hooks";
import { Dialog, Empty, Problem } from "../../components/parts";
import { useSay } from "../../components/said";
import { t } from "../../messages";
import { useCases } from "./Frame";

type Line = Schemas["Recruitment"];
const STEPS = ["approached", "declined", "withdrew"] as const;

export default function Recruitment({ may, study }: { may: boolean; study: Schemas["StudyHere"] }) {
  const log = useQuery({ queryKey: ["things", "recruitment"], queryFn: () => read("/api/rows/recruitment") });
  const cases = useCases();
  const { say, refuse } = useSay();
  const [line, setLine] = useState<Line | "new" | null>(null);
  if (log.error !== null) return <Problem error={log.error} again={() => void log.refetch()} />;
  if (log.data === undefined || cases.data === undefined) return <p className="empty soft">{t("app.loading")}</p>;
  const code = new Map(cases.data.map((one) => [one.id, one.code]));
  const role = new Map(study.roles.map((one) => [one.id, one.name]));
  const lines = [...log.data].sort((one, other) => one.date.localeCompare(other.date) || one.id.localeCompare(other.id));
  return (
    <section className="page">
      <header className="row">
        <h1>{t("people.recruitment")}</h1>
        {may && <button type="button" className="button primary" disabled={cases.data.length === 0 || study.roles.length === 0} onClick={() => setLine("new")}>{t("log.add")}</button>}
      </header>
      <p className="soft">{t("log.what")}</p>
      {lines.length === 0 ? (
        <Empty title={t("log.none")}>{t("log.noneDetail")}</Empty>
      ) : (
        <div className="scroll" role="region" tabIndex={0} aria-label={t("people.recruitment")}>
          <table>
            <caption className="apart">{t("people.recruitment")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("log.date")}</th>
                <th scope="col">{t("frame.case")}</th>
                <th scope="col">{t("log.role")}</th>
                <th scope="col">{t("log.step")}</th>
                <th scope="col" className="num">{t("log.count")}</th>
                <th scope="col">{t("log.reason")}</th>
                {may && <th scope="col"><span className="apart">{t("log.do")}</span></th>}
              </tr>
            </thead>
            <tbody>
              {lines.map((one) => (
                <tr key={one.id}>
                  <td>{one.date}</td>
                  <td>{code.get(one.case)}</td>
                  <td>{role.get(one.role)}</td>
                  <td>{t(`log.${one.step}`)}</td>
                  <td className="num">{one.count}</td>
                  <td>{one.reason}</td>
                  {may && (
                    <td className="row">
                      <button type="button" className="button" onClick={() => setLine(one)}>{t("log.change")}</button>
                      <button
                        type="button"
                        className="button"
                        onClick={() => {
                          act("recruitment.remove", { line: one.id }).then(() => {
                            settled();
                            say(t("log.removed"));
                          }, refuse);
                        }}
                      >
                        {t("log.remove")}
                      </button>
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {line !== null && <LineDialog line={line === "new" ? null : line} cases={cases.data} roles={study.roles} onClose={() => setLine(null)} />}
    </section>
  );
}

function settled(): void {
  for (const key of ["things", "sample", "history", "overview"]) void queries.invalidateQueries({ queryKey: [key] });
}

function LineDialog({ line, cases, roles, onClose }: { line: Line | null; cases: readonly Schemas["Case"][]; roles: readonly Schemas["Role"][]; onClose: () => void }) {
  const { say, refuse } = useSay();
  const [now, setNow] = useState({
    case: line?.case ?? cases[0]?.id ?? "",
    role: line?.role ?? roles[0]?.id ?? "",
    step: line?.step ?? "approached",
    count: String(line?.count ?? 1),
    reason: line?.reason ?? "",
    date: line?.date ?? "",
  });
  const count = /^[1-9]\d{0,5}$/u.test(now.count.trim()) ? Number(now.count) : null;
  return (
    <Dialog title={t(line === null ? "log.add" : "log.change")} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (count === null) return;
          const { step, reason, date } = now;
          const asked = line === null
            ? act("recruitment.log", { case: now.case, role: now.role, step, count, reason, date })
            : act("recruitment.change", { line: line.id, step, count, reason, date });
          asked.then(() => {
            settled();
            say(t("log.saved"));
            onClose();
          }, refuse);
        }}
      >
        {line === null && (
          <>
            <label className="field">
              <span>{t("frame.case")}</span>
              <select value={now.case} onChange={(event) => setNow({ ...now, case: event.target.value })}>
                {cases.map((one) => <option key={one.id} value={one.id}>{one.code}</option>)}
              </select>
            </label>
            <label className="field">
              <span>{t("log.role")}</span>
              <select value={now.role} onChange={(event) => setNow({ ...now, role: event.target.value })}>
                {roles.map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}
              </select>
            </label>
          </>
        )}
        <label className="field">
          <span>{t("log.step")}</span>
          <select value={now.step} onChange={(event) => setNow({ ...now, step: STEPS.find((one) => one === event.target.value) ?? "approached" })}>
            {STEPS.map((one) => <option key={one} value={one}>{t(`log.${one}`)}</option>)}
          </select>
        </label>
        <label className="field">
          <span>{t("log.count")}</span>
          <input type="text" inputMode="numeric" value={now.count} aria-invalid={count === null} aria-describedby="log-count" onChange={(event) => setNow({ ...now, count: event.target.value })} />
        </label>
        <p id="log-count" className="grid-why small" role="status">{count === null && t("log.countWrong")}</p>
        <label className="field">
          <span>{t("log.date")}</span>
          <input type="text" placeholder="2026-03-31" value={now.date} onChange={(event) => setNow({ ...now, date: event.target.value })} />
        </label>
        <label className="field">
          <span>{t("log.reason")}</span>
          <input type="text" value={now.reason} onChange={(event) => setNow({ ...now, reason: event.target.value })} />
        </label>
        <div className="row">
          <button type="submit" className="button primary" disabled={count === null}>{t("column.save")}</button>
          <button type="button" className="button" onClick={onClose}>{t("book.cancel")}</button>
        </div>
      </form>
    </Dialog>
  );
}
