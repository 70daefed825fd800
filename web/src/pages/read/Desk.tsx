/**
 * One source on the desk: the text, what is selected in it and what can be done with that, and what lies there.
 *
 * Keys are commands while the text has the focus, and never elsewhere. The picker gives the focus back to the text with
 * the selection as it was.
 */
import { useEffect, useMemo, useRef, useState, type DragEvent, type KeyboardEvent } from "react";
import type { Schemas } from "../../api/client";
import { useCodebook, useLayers, useSources } from "../../api/hooks";
import { CodePicker } from "../../components/CodePicker";
import { Dialog, Patch, Problem } from "../../components/parts";
import { getPreference, usePreference } from "../../components/prefs";
import { useSay } from "../../components/said";
import { go } from "../../lib/router";
import { t } from "../../messages";
import { clip } from "../../transcript/points";
import { wordsOf, type Span } from "../../transcript/spans";
import type { Options, TranscriptView } from "../../transcript/view";
import { Inspector } from "./Inspector";
import { commandOf, type Command } from "./commands";
import { Marked } from "./Marked";
import { Transcript } from "./Transcript";
import { useActs } from "./useActs";
import { useArrival } from "./useArrival";
import { useShown } from "./useShown";

const DRAGGED = "application/x-crosscase-code";
const QUICK = 24;

export function Desk({ source, study }: { source: Schemas["SourceToRead"]; study: Schemas["StudyHere"] }) {
  const id = source.source.id;
  const me = study.me.member?.id ?? "";
  const may = study.me.may.includes("code");
  const layers = useLayers(id);
  const book = useCodebook();
  const sources = useSources();
  const codes = useMemo(() => book.data?.codes ?? [], [book.data]);
  const [layer, setLayer] = useState("all");
  const [look, setLook] = usePreference("view", "code");
  const shown = useShown(source, layers.data, codes, study, layer);
  const acts = useActs(id, me);
  const { say } = useSay();
  const view = useRef<TranscriptView>(null);
  const [selected, setSelected] = useState<Span | null>(null);
  const [here, setHere] = useState<readonly string[]>([]);
  const [current, setCurrent] = useState<string | null>(null);
  const [dialog, setDialog] = useState<{ what: "code" | "mark"; span: Span } | null>(null);
  const [recent, setRecent] = useState<readonly string[]>([]);
  const [left, setLeft] = useState(false);
  const words = (span: Span) => wordsOf(shown.stretches, span);

  useEffect(() => view.current?.setCurrent(current), [current, shown.laid]);
  useArrival(view, layers.data !== undefined && look !== "marked");

  const used = (code: string) => setRecent((before) => [code, ...before.filter((one) => one !== code)]);
  const lookAt = (found: string | null) => {
    if (found === null) return;
    setCurrent(found);
    setHere((before) => (before.includes(found) ? before : [found]));
  };
  const apply = (code: { id: string; name: string }, span: Span | null) => {
    if (span === null) { say(t("did.selectFirst")); return; }
    used(code.id);
    void acts.apply(code, span).then(lookAt);
  };
  const remove = (what: string) => {
    if (shown.layers.codings.some((one) => one.id === what)) void acts.remove(what);
    else void acts.removeMark(what);
    setCurrent(null);
  };

  const next = (back: boolean) => {
    const from = view.current?.here() ?? (back ? Infinity : -1);
    const spans = [...shown.laid].sort((one, two) => one.start - two.start);
    const found = back ? spans.findLast((one) => one.start < from) : spans.find((one) => one.start > from);
    if (found === undefined) { say(t("did.noNext")); return; }
    view.current?.select(found);
    setHere(view.current?.at(found.start) ?? []);
    setCurrent(found.id);
  };
  const uncoded = () => {
    const from = view.current?.here() ?? -1;
    const coded = shown.layers.codings;
    const found = shown.stretches.find(
      (one) => one.start > from && one.turn !== null && !coded.some((coding) => coding.start < one.end && one.start < coding.end),
    );
    if (found === undefined) { say(t("did.noMore")); return; }
    view.current?.select(found);
  };

  const command = (what: Command) => {
    const span = view.current?.selected() ?? null;
    const needs = () => {
      if (span === null) say(t("did.selectFirst"));
      return span;
    };
    switch (what) {
      case "word":
      case "sentence":
      case "turn":
        return view.current?.take(what);
      case "code":
      case "mark":
        if (may && needs() !== null && span !== null) setDialog({ what, span });
        return;
      case "in vivo":
        if (may && needs() !== null && span !== null) void acts.inVivo(span).then(lookAt);
        return;
      case "repeat":
        if (may && needs() !== null && span !== null) void acts.repeat(span).then(lookAt);
        return;
      case "list":
        setHere(view.current?.at(view.current.here() ?? 0, true) ?? []);
        return document.getElementById("here")?.focus();
      case "next":
      case "before":
        { next(what === "before"); return; }
      case "uncoded":
        { uncoded(); return; }
      case "resize":
        if (may && current !== null && needs() !== null && span !== null) void acts.resize(current, span, clip(words(span)));
        return;
      case "remove":
        if (may && current !== null) remove(current);
        return;
      case "leave":
        { setLeft(true); return; }
      case "let go":
        getSelection()?.removeAllRanges();
        setSelected(null);
        { setCurrent(null); return; }
    }
  };
  const pressed = (key: KeyboardEvent) => {
    if (key.target !== key.currentTarget) return;
    const found = commandOf(key.nativeEvent, getPreference("keys", "on") === "on");
    if (found === null) return;
    key.preventDefault();
    command(found);
  };

  const options: Options = {
    look: (one) => shown.looks.get(one) ?? null,
    onSelect: setSelected,
    onHit: (ids) => {
      setHere(ids);
      setCurrent(ids[0] ?? null);
    },
    onResize: (coding, span) => void acts.resize(coding, span, clip(words(span))),
    coverText: (about) => t("read.covered", { about }),
    onUncover: shown.uncover,
  };
  const move = (coding: Schemas["CodingHere"], edge: "start" | "end", by: "forward" | "backward") => {
    const span = view.current?.nudged(coding, edge, by) ?? null;
    if (span !== null) void acts.resize(coding.id, span, clip(words(span)));
  };

  const codings = here.flatMap((one) => shown.layers.codings.filter((coding) => coding.id === one));
  const marks = here.flatMap((one) => shown.layers.marks.filter((mark) => mark.id === one));
  const progress = sources.data?.find((one) => one.id === id)?.readings.find((one) => one.member === me)?.progress;
  const plainView = look === "plain";
  const quick = [...codes]
    .filter((line) => !line.code.retired)
    .sort((one, two) => order(recent, one.code.id) - order(recent, two.code.id) || two.codings - one.codings)
    .slice(0, QUICK);
  const called = shown.laid.map((one) => ({ ...one, called: `${shown.looks.get(one.id)?.name ?? ""} (${shown.looks.get(one.id)?.who ?? ""})` }));

  return (
    <>
      {/* Dropping is for the pointer; the picker and the list of codes do the same for keys. */}
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div
        className={plainView ? "desk plain" : "desk"}
        onDragOver={(event) => event.dataTransfer.types.includes(DRAGGED) && event.preventDefault()}
        onDrop={(event) => {
          const code = shown.byCode.get(event.dataTransfer.getData(DRAGGED));
          if (code !== undefined) apply(code, selected);
        }}
      >
        <header>
          <h1>{source.source.name}</h1>
          <div className="row">
            <button type="button" className="button" disabled={source.before === null} onClick={() => go(`/read/${source.before ?? ""}`)}>
              {t("read.before")}
            </button>
            <button type="button" className="button" disabled={source.after === null} onClick={() => go(`/read/${source.after ?? ""}`)}>
              {t("read.after")}
            </button>
          </div>
          <fieldset className="group">
            <legend>{t("read.view")}</legend>
            {(["code", "plain", "marked"] as const).map((one) => (
              <button key={one} type="button" className="button" aria-pressed={look === one} onClick={() => setLook(one)}>
                {t(`read.view.${one}`)}
              </button>
            ))}
          </fieldset>
          <label className="row small">
            {t("read.layers")}
            <select value={layer} onChange={(event) => setLayer(event.target.value)}>
              <option value="all">{t("read.layer.all")}</option>
              <option value="mine">{t("read.layer.mine")}</option>
              {study.members.filter((one) => one.id !== me).map((one) => (
                <option key={one.id} value={one.id}>{one.name}</option>
              ))}
              <option value="none">{t("read.layer.none")}</option>
            </select>
          </label>
          <button type="button" className="button plain" onClick={() => setLeft(true)}>{t("read.leave")}</button>
        </header>
        {layers.error !== null && <Problem error={layers.error} again={() => void layers.refetch()} />}
        {look === "marked" ? (
          <Marked
            stretches={shown.stretches}
            laid={called}
            covered={shown.covered}
            speaker={(stretch) => shown.labelOf(stretch).speaker}
            onUncover={shown.uncover}
            label={source.source.name}
          />
        ) : (
          <Transcript
            ref={view}
            label={t("read.transcript", { name: source.source.name })}
            stretches={shown.stretches}
            labelOf={shown.labelOf}
            laid={shown.laid}
            covered={shown.covered}
            options={options}
            onKeyDown={pressed}
          />
        )}
        <footer>
          <span className="words">
            {plainView && selected === null ? t("read.plainHelp") : selected === null ? t("read.nothing") : t("read.selected", { words: clip(words(selected)) })}
          </span>
          {may && (
            <>
              {!plainView && (
                <>
                  <button type="button" className="button primary" disabled={selected === null} onClick={() => command("code")}>{t("read.code")}</button>
                  <button type="button" className="button" disabled={selected === null} onClick={() => command("in vivo")}>{t("read.inVivo")}</button>
                </>
              )}
              <button type="button" className={plainView ? "button primary" : "button"} disabled={selected === null} onClick={() => command("mark")}>
                {t("read.mark")}
              </button>
              <button type="button" className="button" onClick={() => void acts.finish(progress !== "done")}>
                {t(progress === "done" ? "read.reopen" : "read.done")}
              </button>
            </>
          )}
        </footer>
      </div>
      <aside className="side last" aria-label={t("read.here")}>
        <Inspector
          codings={codings}
          marks={marks}
          code={(code) => shown.byCode.get(code)}
          who={shown.who}
          words={words}
          selected={selected}
          current={current}
          acts={acts}
          may={may}
          onCurrent={(one) => {
            setCurrent(one);
            const span = view.current?.get(one);
            if (span !== undefined) view.current?.scrollTo(span);
          }}
          onMove={move}
        />
        {may && !plainView && look === "code" && (
          <section aria-labelledby="quick">
            <h2 id="quick">{t("read.codes")}</h2>
            <p className="soft small">{t("read.codesHelp")}</p>
            <div className="quick">
              {quick.map(({ code, path }) => (
                <button
                  key={code.id}
                  type="button"
                  title={path}
                  draggable
                  onMouseDown={(event) => event.stopPropagation()}
                  onDragStart={(event: DragEvent) => event.dataTransfer.setData(DRAGGED, code.id)}
                  onDragOver={(event) => selected !== null && event.preventDefault()}
                  onDrop={(event) => {
                    event.stopPropagation();
                    apply(code, selected);
                  }}
                  onClick={() => apply(code, selected)}
                >
                  <Patch code={code} />
                  {code.name}
                </button>
              ))}
            </div>
          </section>
        )}
      </aside>
      {dialog?.what === "code" && (
        <CodePicker
          title={t("picker.title", { words: clip(words(dialog.span)) })}
          codes={codes}
          recent={recent}
          help={t("picker.several")}
          onChoose={(code, more) => {
            apply(code, dialog.span);
            if (!more) back();
          }}
          onMake={(name, more) => {
            void acts.make(name, dialog.span).then(lookAt);
            if (!more) back();
          }}
          onClose={back}
        />
      )}
      {dialog?.what === "mark" && <Note words={words(dialog.span)} onClose={back} onSave={(note) => { void acts.mark(dialog.span, note).then(lookAt); back(); }} />}
      {left && (
        <Dialog title={t("read.left")} onClose={() => setLeft(false)}>
          <p>{t("read.leftDetail")}</p>
          <button type="button" className="button primary" onClick={() => setLeft(false)}>{t("read.back")}</button>
        </Dialog>
      )}
    </>
  );

  function back() {
    const span = dialog?.span;
    setDialog(null);
    // The dialog gives the focus back first; then the selection stands as it was.
    requestAnimationFrame(() => {
      view.current?.host.focus({ preventScroll: true });
      if (span !== undefined) view.current?.select(span);
    });
  }
}

function order(recent: readonly string[], code: string): number {
  const at = recent.indexOf(code);
  return at < 0 ? recent.length : at;
}

function Note({ words, onSave, onClose }: { words: string; onSave: (note: string) => void; onClose: () => void }) {
  const [note, setNote] = useState("");
  return (
    <Dialog title={`“${clip(words)}”`} onClose={onClose}>
      <label className="field">
        <span>{t("read.note")}</span>
        <textarea
          value={note}
          onChange={(event) => setNote(event.target.value)}
          onKeyDown={(key) => {
            if (key.key === "Enter" && (key.ctrlKey || key.metaKey)) onSave(note);
          }}
        />
      </label>
      <div className="row">
        <button type="button" className="button primary" onClick={() => onSave(note)}>{t("read.save")}</button>
        <button type="button" className="button" onClick={onClose}>{t("app.close")}</button>
      </div>
    </Dialog>
  );
}
