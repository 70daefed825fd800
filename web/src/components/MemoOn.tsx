/**
 * Memos on one thing, or on one passage: what was written about it, and a field to write another.
 *
 * Words typed here are never lost: what was not saved when the field goes away is saved then, and a refused save keeps
 * them in the field. A reflexive memo is told as what it is, its author's alone, before it is written.
 */
import { useQuery } from "@tanstack/react-query";
import { useEffect, useId, useRef, useState } from "react";
import { read, type Given, type Schemas } from "../api/client";
import { go } from "../lib/router";
import { excerptOf, NATURES } from "../lib/memos";
import { composing } from "../lib/composing";
import { moment, t } from "../messages";
import { useDoing } from "./doing";
import { Problem } from "./parts";
import "./memo-on.css";

export type On =
  | { readonly kind: string; readonly id: string }
  | { readonly source: string; readonly start: number; readonly end: number };
type Nature = Schemas["Memo"]["nature"];

/** `level`: of the heading; it has to follow the one above it. */
export function MemoOn({ on, study, level = 3 }: { on: On; study: Schemas["StudyHere"]; level?: 2 | 3 | 4 }) {
  const about = "kind" in on ? on.id : on.source;
  const found = useQuery({ queryKey: ["memos", "on", about], queryFn: () => read("/api/memos", { query: { about } }) });
  const here = (found.data ?? []).filter(({ memo }) =>
    "kind" in on ? memo.about === on.id : memo.source === on.source && memo.start < on.end && on.start < memo.end,
  );
  const Heading = `h${level}` as const;
  return (
    <section className="memo-on">
      <Heading>{t("memos.on")}</Heading>
      {found.error !== null && <Problem error={found.error} again={() => void found.refetch()} />}
      {here.length > 0 && (
        <ul className="list">
          {here.map((line) => (
            <li key={line.memo.id} className="laid">
              <a href={`/memos/${line.memo.id}`} onClick={(event) => follow(event, `/memos/${line.memo.id}`)}>
                {line.memo.title !== "" ? line.memo.title : t(`memos.nature.${line.memo.nature}`)}
              </a>
              <p className="small">{excerptOf(line.memo.text)}</p>
              <p className="soft small">
                {study.members.find((one) => one.id === line.memo.member)?.name}, {moment(line.changed)}
                {line.memo.nature === "reflexive" && ` · ${t(line.memo.shared ? "memos.shared" : "memos.private")}`}
              </p>
            </li>
          ))}
        </ul>
      )}
      <Another key={JSON.stringify(on)} on={on} />
    </section>
  );
}

function follow(event: React.MouseEvent, address: string): void {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  go(address);
}

function Another({ on }: { on: On }) {
  const { run } = useDoing();
  const [text, setText] = useState("");
  const [nature, setNature] = useState<Nature>("note");
  const [busy, setBusy] = useState(false);
  const help = useId();
  const save = async (words: string, kind: Nature): Promise<boolean> => {
    const where: Partial<Given<"memo.write">> =
      "kind" in on ? { about_kind: on.kind, about: on.id } : { source: on.source, span: { start: on.start, end: on.end } };
    const given = { text: words, nature: kind, ...where } as Given<"memo.write">;
    return (await run("memo.write", given, { sentence: t("memos.written"), shows: ["memos"] })) !== null;
  };
  const unsaved = useRef({ text, nature, save });
  useEffect(() => {
    unsaved.current = { text, nature, save };
  });
  useEffect(
    () => () => {
      const { text: words, nature: kind, save: keep } = unsaved.current;
      if (words.trim() !== "") void keep(words, kind);
    },
    [],
  );
  const keep = () => {
    if (text.trim() === "" || busy) return;
    setBusy(true);
    // Not to be written a second time if the field goes away meanwhile.
    unsaved.current = { text: "", nature, save };
    void save(text, nature).then((done) => {
      if (done) setText("");
      setBusy(false);
    });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <label className="field">
        <span>{t("memos.another")}</span>
        <textarea
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && !composing(event.nativeEvent) && (event.ctrlKey || event.metaKey)) keep();
          }}
        />
      </label>
      {text.trim() !== "" && (
        <>
          <label className="field">
            <span>{t("memos.nature")}</span>
            <select value={nature} aria-describedby={nature === "reflexive" ? help : undefined} onChange={(event) => setNature(event.target.value as Nature)}>
              {NATURES.map((one) => (
                <option key={one} value={one}>{t(`memos.nature.${one}`)}</option>
              ))}
            </select>
          </label>
          {nature === "reflexive" && <p id={help} className="soft small">{t("memos.privateHelp")}</p>}
          <button type="submit" className="button" disabled={busy}>{t("memos.save")}</button>
        </>
      )}
    </form>
  );
}
