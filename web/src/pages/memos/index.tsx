/** Memos: all of them, to be found by type, person, thing and words; and one, read and written. */
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { read, type Schemas } from "../../api/client";
import { within } from "../../app";
import { Empty, Problem } from "../../components/parts";
import { excerptOf, NATURES } from "../../lib/memos";
import { go } from "../../lib/router";
import { moment, t } from "../../messages";
import { Editor } from "./Editor";
import "./memos.css";

type Line = Schemas["MemoLine"];

export default function Memos({ rest, study }: { rest: readonly string[]; study: Schemas["StudyHere"] }) {
  const found = useQuery({ queryKey: ["memos"], queryFn: () => read("/api/memos") });
  const [made, setMade] = useState<string | null>(null);
  if (found.error !== null) return <Problem error={found.error} again={() => void found.refetch()} />;
  if (found.data === undefined) return <p className="empty soft">{t("app.loading")}</p>;
  const chosen = rest[0];
  return (
    <div className="memos">
      <List lines={found.data} chosen={chosen} study={study} />
      <div className="page" role="region" tabIndex={0} aria-label={t("memos.one")}>
        {chosen === undefined ? (
          found.data.length > 0 ? <p className="soft">{t("memos.choose")}</p> : <Empty title={t("memos.none")}>{t("memos.noneDetail")}</Empty>
        ) : (
          <Editor
            // A memo that was just made stays the same editor, so that nobody is interrupted while typing.
            key={chosen === made ? "new" : chosen}
            memo={chosen === "new" ? null : chosen}
            study={study}
            onMade={(id) => {
              setMade(id);
              go(`/memos/${id}`, true);
            }}
          />
        )}
      </div>
    </div>
  );
}

function List({ lines, chosen, study }: { lines: readonly Line[]; chosen: string | undefined; study: Schemas["StudyHere"] }) {
  const [typed, setTyped] = useState("");
  const [nature, setNature] = useState("");
  const [member, setMember] = useState("");
  const [kind, setKind] = useState("");
  const kinds = useMemo(() => [...new Set(lines.map(kindOf))].sort(), [lines]);
  const called = (id: string) => study.members.find((one) => one.id === id)?.name ?? "";
  const words = typed.trim().toLocaleLowerCase();
  const here = lines.filter(
    (line) =>
      (nature === "" || line.memo.nature === nature) &&
      (member === "" || line.memo.member === member) &&
      (kind === "" || (kindOf(line) || "-") === kind) &&
      (words === "" || [line.memo.title, line.memo.text, line.about, line.place].some((one) => one.toLocaleLowerCase().includes(words))),
  );
  return (
    <div className="side">
      <h1>{t("screen.memos")}</h1>
      <p>
        <a className="button primary" href="/memos/new" onClick={within}>{t("memos.new")}</a>
      </p>
      <label className="field">
        <span>{t("memos.find")}</span>
        <input type="search" value={typed} onChange={(event) => setTyped(event.target.value)} />
      </label>
      <details>
        <summary>{t("memos.narrow")}</summary>
        <Choice name={t("memos.nature")} value={nature} onChange={setNature} options={NATURES.map((one) => [one, t(`memos.nature.${one}`)])} />
        <Choice name={t("memos.by")} value={member} onChange={setMember} options={study.members.map((one) => [one.id, one.name])} />
        <Choice name={t("memos.about")} value={kind} onChange={setKind} options={kinds.map((one) => [one, one === "" ? t("memos.nothing") : one.replaceAll("_", " ")])} />
      </details>
      <p role="status" className="soft small">{t("memos.count", { shown: here.length, total: lines.length })}</p>
      <ul className="list">
        {here.map((line) => (
          <li key={line.memo.id}>
            <a className="memo-line" href={`/memos/${line.memo.id}`} aria-current={line.memo.id === chosen ? "page" : undefined} onClick={within}>
              <strong>{titleOf(line)}</strong>
              <span className="small">
                {t(`memos.nature.${line.memo.nature}`)}
                {line.memo.nature === "reflexive" && ` (${t(line.memo.shared ? "memos.shared" : "memos.private")})`}
                {` · ${called(line.memo.member)} · ${moment(line.changed)}`}
              </span>
              {line.about !== "" && <span className="small">{line.about}</span>}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

export function titleOf(line: Line): string {
  return line.memo.title !== "" ? line.memo.title : excerptOf(line.memo.text) || t("memos.untitled");
}

const kindOf = (line: Line): string => (line.memo.about_kind !== "" ? line.memo.about_kind : line.place !== "" ? "passage" : "");

function Choice(props: { name: string; value: string; onChange: (value: string) => void; options: readonly (readonly [string, string])[] }) {
  return (
    <label className="field">
      <span>{props.name}</span>
      <select value={props.value} onChange={(event) => props.onChange(event.target.value)}>
        <option value="">{t("memos.any")}</option>
        {props.options.map(([value, name]) => (
          <option key={value} value={value === "" ? "-" : value}>{name}</option>
        ))}
      </select>
    </label>
  );
}
