/**
 * One memo: written in Markdown, kept by itself, shown as it will be read, with how it came to be.
 *
 * What a careful reader would get wrong: words are saved after a pause and when the field or the page is left, but a
 * refused save keeps them here and says so until it succeeds. What is typed while a save is under way is saved after it.
 */
import { useQuery } from "@tanstack/react-query";
import { useId, useRef, useState } from "react";
import { ask, act, read, type Schemas } from "../../api/client";
import { queries } from "../../api/hooks";
import { CodingFinder } from "../../components/CodingFinder";
import { useDoing } from "../../components/doing";
import { useKept, type Saving } from "../../components/kept";
import { later } from "../../components/later";
import { Dialog, Problem } from "../../components/parts";
import { fromCoding, Quotation, saidBy } from "../../components/Quotation";
import { useSay } from "../../components/said";
import { Versions } from "../../components/Versions";
import { NATURES, quoted } from "../../lib/memos";
import { go } from "../../lib/router";
import { moment, t } from "../../messages";

const Writing = later(() => import("../../components/Writing"));

type Nature = Schemas["Memo"]["nature"];
interface Draft {
  readonly title: string;
  readonly text: string;
  readonly nature: Nature;
}
const LINKED = /\]\(coding:([0-9a-f]{32})\)/gu;

export function Editor({ memo, study, onMade }: { memo: string | null; study: Schemas["StudyHere"]; onMade: (id: string) => void }) {
  const found = useQuery({
    queryKey: ["memo", memo],
    queryFn: () => read("/api/memos/{memo}", { path: { memo: memo ?? "" } }),
    enabled: memo !== null,
  });
  // One that was just made stays as it is on the screen while it is read: somebody is typing in it.
  const [begun] = useState(memo === null);
  if (memo !== null && !begun && found.data === undefined) return found.error !== null ? <Problem error={found.error} again={() => void found.refetch()} /> : <p className="soft">{t("app.loading")}</p>;
  const line = found.data?.line;
  const mine = line === undefined || line.memo.member === study.me.member?.id;
  const may = mine || (study.me.may.includes("edit") && (line.memo.nature !== "reflexive"));
  return (
    <div className="memo">
      {may ? <Written line={line} study={study} mine={mine} onMade={onMade} /> : <Shown line={line} study={study} quotations={found.data?.quotations ?? []} />}
      {line !== undefined && <Past memo={line.memo.id} study={study} />}
    </div>
  );
}

function Hangs({ line, study }: { line: Schemas["MemoLine"]; study: Schemas["StudyHere"] }) {
  return (
    <>
      <p className="soft">
        {study.members.find((one) => one.id === line.memo.member)?.name}, {moment(line.written)}
        {line.about !== "" && ` · ${t("memos.hangsOn", { what: line.about })}`}
        {line.memo.nature === "reflexive" && ` · ${t(line.memo.shared ? "memos.shared" : "memos.private")}`}
      </p>
      {line.words !== "" && (
        <Quotation
          quoted={{ source: line.memo.source ?? "", name: line.place, start: line.memo.start, end: line.memo.end, words: line.words, participants: [], cases: [], covered: line.covered }}
        />
      )}
    </>
  );
}

function Shown({ line, study, quotations }: { line: Schemas["MemoLine"] | undefined; study: Schemas["StudyHere"]; quotations: readonly Schemas["Quotation"][] }) {
  if (line === undefined) return null;
  return (
    <>
      <h2>{line.memo.title !== "" ? line.memo.title : t(`memos.nature.${line.memo.nature}`)}</h2>
      <Hangs line={line} study={study} />
      <Writing text={line.memo.text} quotations={quotations} />
    </>
  );
}

function Written({ line, study, mine, onMade }: { line: Schemas["MemoLine"] | undefined; study: Schemas["StudyHere"]; mine: boolean; onMade: (id: string) => void }) {
  const { run } = useDoing();
  const { say } = useSay();
  const [draft, setDraft] = useState<Draft>({ title: line?.memo.title ?? "", text: line?.memo.text ?? "", nature: line?.memo.nature ?? "note" });
  const [view, setView] = useState<"write" | "read">("write");
  const [finding, setFinding] = useState(false);
  const [removing, setRemoving] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const help = useId();
  const { state, keep } = useKeptMemo(draft, line, onMade);

  const insert = (words: string) => {
    const area = field.current;
    const at = area?.selectionEnd ?? draft.text.length;
    setDraft((before) => ({ ...before, text: `${before.text.slice(0, at)}${at > 0 && before.text[at - 1] !== "\n" ? "\n\n" : ""}${words}\n\n${before.text.slice(at)}` }));
    setFinding(false);
    say(t("memos.putIn"));
  };
  return (
    <>
      <h2>{line === undefined ? t("memos.new") : draft.title !== "" ? draft.title : t("memos.untitled")}</h2>
      {line !== undefined && <Hangs line={line} study={study} />}
      <div className="row fields">
        <label className="field wide">
          <span>{t("memos.title")}</span>
          <input type="text" value={draft.title} onChange={(event) => setDraft({ ...draft, title: event.target.value })} onBlur={keep} />
        </label>
        <label className="field">
          <span>{t("memos.nature")}</span>
          <select value={draft.nature} onChange={(event) => setDraft({ ...draft, nature: event.target.value as Nature })} onBlur={keep}>
            {NATURES.filter((one) => mine || one !== "reflexive").map((one) => (
              <option key={one} value={one}>{t(`memos.nature.${one}`)}</option>
            ))}
          </select>
        </label>
      </div>
      {draft.nature === "reflexive" && line?.memo.shared !== true && <p className="soft small">{t("memos.privateHelp")}</p>}
      <div className="row" role="group" aria-label={t("memos.view")}>
        <button type="button" className="button" aria-pressed={view === "write"} onClick={() => setView("write")}>{t("memos.write")}</button>
        <button type="button" className="button" aria-pressed={view === "read"} onClick={() => setView("read")}>{t("memos.preview")}</button>
        <button type="button" className="button" onClick={() => setFinding(true)}>{t("memos.putQuotation")}</button>
        <span className="soft small" role="status">{t(`kept.${state.is}`)}</span>
      </div>
      {state.error !== null && <Problem error={state.error} again={keep} />}
      {view === "write" ? (
        <>
          <label className="field">
            <span>{t("memos.text")}</span>
            <textarea ref={field} className="memo-text" dir="auto" aria-describedby={help} value={draft.text} onChange={(event) => setDraft({ ...draft, text: event.target.value })} onBlur={keep} />
          </label>
          <p id={help} className="soft small">{t("memos.help")}</p>
        </>
      ) : (
        <Preview text={draft.text} />
      )}
      {line !== undefined && (
        <div className="row">
          {mine && line.memo.nature === "reflexive" && (
            <button
              type="button"
              className="button"
              onClick={() => void run("memo.share", { memo: line.memo.id, shared: !line.memo.shared }, { sentence: t(line.memo.shared ? "memos.nowPrivate" : "memos.nowShared"), shows: ["memo", "memos"] })}
            >
              {t(line.memo.shared ? "memos.unshare" : "memos.share")}
            </button>
          )}
          <button type="button" className="button danger" onClick={() => setRemoving(true)}>{t("memos.remove")}</button>
        </div>
      )}
      {finding && (
        <Dialog title={t("memos.putQuotation")} onClose={() => setFinding(false)}>
          <CodingFinder codes={[]}>
            {(one) => (
              <button type="button" className="button primary" aria-label={t("memos.putThis", { who: saidBy(fromCoding(one)) })} onClick={() => insert(quoted({ id: one.coding.id, name: saidBy(fromCoding(one)) }))}>
                {t("memos.put")}
              </button>
            )}
          </CodingFinder>
          <button type="button" className="button" onClick={() => setFinding(false)}>{t("app.close")}</button>
        </Dialog>
      )}
      {removing && line !== undefined && (
        <Dialog title={t("memos.remove")} onClose={() => setRemoving(false)}>
          <p>{t("memos.removeWhat")}</p>
          <div className="row">
            <button
              type="button"
              className="button danger"
              onClick={() => void run("memo.remove", { memo: line.memo.id }, { sentence: t("memos.removed"), shows: ["memos"] }).then((done) => done && go("/memos"))}
            >
              {t("memos.removeIt")}
            </button>
            <button type="button" className="button" onClick={() => setRemoving(false)}>{t("memos.keepIt")}</button>
          </div>
        </Dialog>
      )}
    </>
  );
}

/** The words as they will be read, with quotations of what is linked now, saved or not. */
function Preview({ text }: { text: string }) {
  const linked = [...new Set(Array.from(text.matchAll(LINKED), (one) => one[1] ?? ""))];
  const found = useQuery({
    queryKey: ["memo", "linked", linked],
    queryFn: () => (linked.length === 0 ? Promise.resolve({ total: 0, quotations: [] }) : ask("codings", { codings: linked, limit: 500 })),
  });
  return text.trim() === "" ? <p className="soft">{t("memos.empty")}</p> : <Writing text={text} quotations={found.data?.quotations ?? []} />;
}

function Past({ memo, study }: { memo: string; study: Schemas["StudyHere"] }) {
  const found = useQuery({ queryKey: ["memo", "history", memo], queryFn: () => read("/api/memos/{memo}/history", { path: { memo } }) });
  return <Versions versions={found.data ?? []} field="text" name={t("memos.text")} study={study} />;
}

/** Saving by itself: the first time a memo is made, then what was changed of it. */
function useKeptMemo(draft: Draft, line: Schemas["MemoLine"] | undefined, onMade: (id: string) => void): { state: Saving; keep: () => void } {
  const id = useRef(line?.memo.id ?? null);
  const [held] = useState<Draft>({ title: line?.memo.title ?? "", text: line?.memo.text ?? "", nature: line?.memo.nature ?? "note" });
  const { state, keep } = useKept(draft, {
    held,
    fresh: line === undefined,
    same: (one, other) => one.text === other.text && one.title === other.title && one.nature === other.nature,
    worth: (next) => next.text.trim() !== "" || next.title.trim() !== "",
    save: async (next, before) => {
      if (id.current === null) {
        const done = await act("memo.write", { text: next.text, title: next.title, nature: next.nature });
        id.current = done.value;
        onMade(done.value);
      } else {
        const fields = {
          ...(next.text === before.text ? {} : { text: next.text }),
          ...(next.title === before.title ? {} : { title: next.title }),
          ...(next.nature === before.nature ? {} : { nature: next.nature }),
        };
        await act("memo.change", { memo: id.current, ...fields });
      }
      void queries.invalidateQueries({ queryKey: ["memos"] });
      void queries.invalidateQueries({ queryKey: ["memo"] });
    },
  });
  return { state, keep: () => void keep() };
}
