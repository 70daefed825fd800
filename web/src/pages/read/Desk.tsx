/**
 * One source on the desk: the text, what is selected in it and what can be done with that, and what lies there.
 *
 * Keys are commands while the text has the focus, and never elsewhere. A dialog gives the focus back to the text with the
 * selection as it was.
 */
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from "react";
import type { Schemas } from "../../api/client";
import { useCodebook, useCodes, useLayers, useSources } from "../../api/hooks";
import { CodePicker } from "../../components/CodePicker";
import { Dialog, Problem } from "../../components/parts";
import { getPreference, usePreference } from "../../components/prefs";
import { useSay } from "../../components/said";
import { SparedDialog, useSpared } from "../../components/Spared";
import { t } from "../../messages";
import { clip } from "../../transcript/points";
import { wordsOf, type Span } from "../../transcript/spans";
import type { Options, TranscriptView } from "../../transcript/view";
import { Asked, type Asking } from "./Asked";
import { Emptied, Moved } from "./Moved";
import { FindBar } from "./FindBar";
import { Foot } from "./Foot";
import { Head } from "./Head";
import { Inspector } from "./Inspector";
import { commandOf } from "./commands";
import { Marked, type Called } from "./Marked";
import { DRAGGED, QuickList } from "./QuickList";
import { Transcript } from "./Transcript";
import { useActs, type Corrected } from "./useActs";
import { hear, useAloud } from "./useAloud";
import { useCommands } from "./useCommands";
import { useFind } from "./useFind";
import { usePrinting } from "./usePrinting";
import { useQuick } from "./useQuick";
import { memoName, useShown } from "./useShown";
import { useSteps } from "./useSteps";

export function Desk({ source, study }: { source: Schemas["SourceToRead"]; study: Schemas["StudyHere"] }) {
  const id = source.source.id;
  const me = study.me.member?.id ?? "";
  const may = study.me.may.includes("code");
  const mayCorrect = study.me.may.includes("edit");
  const layers = useLayers(id);
  const book = useCodebook();
  const sources = useSources();
  const codes = useMemo(() => book.data?.codes ?? [], [book.data]);
  const [layer, setLayer] = useState(study.me.member?.permission === "independent coder" ? "mine" : "all");
  const [look, setLook] = usePreference("view", "code");
  const plainView = look === "plain";
  const { covers } = useSpared();
  const shown = useShown(source, layers.data, useCodes(), study, layer, plainView, covers);
  const acts = useActs(id, me);
  const quick = useQuick(codes);
  const finding = useFind(shown.stretches, shown.covered);
  const printing = usePrinting();
  const { say } = useSay();
  const told = useRef<HTMLParagraphElement>(null);
  const aloud = useAloud(shown);
  const view = useRef<TranscriptView>(null);
  const [selected, setSelected] = useState<Span | null>(null);
  const [here, setHere] = useState<readonly string[]>([]);
  const [current, setCurrent] = useState<string | null>(null);
  const [asking, setAsking] = useState<{ what: Asking; span: Span } | null>(null);
  const [corrected, setCorrected] = useState<Corrected | null>(null);
  const [open, setOpen] = useState<"left" | "spared" | "through" | null>(null);
  const words = (span: Span) => wordsOf(shown.stretches, span);
  const steps = useSteps(id, shown, view, (ids, found) => {
    setHere(ids);
    setCurrent(found);
  });

  useEffect(() => view.current?.setCurrent(current), [current, shown.laid]);

  const lookAt = (found: string | null) => {
    if (found === null) return;
    setCurrent(found);
    setHere((before) => (before.includes(found) ? before : [found]));
  };
  const apply = (code: { id: string; name: string }, span: Span | null) => {
    if (span === null) {
      say(t("did.selectFirst"));
      return;
    }
    quick.used(code.id);
    void acts.apply(code, span).then(lookAt);
  };
  const remove = (what: string) => {
    if (shown.layers.codings.some((one) => one.id === what)) void acts.remove(what);
    else if (shown.layers.marks.some((one) => one.id === what)) void acts.removeMark(what);
    else void acts.removeMemo(what);
    setCurrent(null);
  };
  const resize = (what: string, span: Span) => {
    if (shown.layers.codings.some((one) => one.id === what)) void acts.resize(what, span, clip(words(span)));
    else say(t("did.onlyCodings"));
  };
  const command = useCommands({
    view, shown, steps, acts, quick, current, may, mayCorrect, plainView, apply, resize, remove, lookAt,
    onAsk: (what, span) => setAsking({ what, span }),
    onList: setHere,
    onThrough: () => {
      if (!plainView) setOpen("through");
    },
    onLeave: () => setOpen("left"),
    onLetGo: () => {
      setSelected(null);
      setCurrent(null);
    },
  });
  const pressed = (key: KeyboardEvent) => {
    if (key.target !== key.currentTarget) return;
    const found = commandOf(key.nativeEvent, getPreference("keys", "on") === "on");
    if (found === null) return;
    key.preventDefault();
    command(found);
  };
  /** Ctrl+F opens our own; pressed again in its field it is the browser's. */
  const pressedAnywhere = (key: KeyboardEvent) => {
    const ours = (key.ctrlKey || key.metaKey) && !key.altKey && !key.shiftKey && key.key.toLowerCase() === "f";
    const within = (key.target as HTMLElement).closest("search") !== null;
    if (ours && !within && look !== "marked") {
      key.preventDefault();
      const span = view.current?.selected() ?? null;
      if (span !== null && words(span).length < 60 && !words(span).includes("\n")) finding.type(words(span));
      finding.show(true);
    } else if (key.key === "F3" && finding.open) {
      key.preventDefault();
      finding.go(key.shiftKey ? -1 : 1);
    }
  };

  const options: Options = {
    look: (one) => shown.looks.get(one) ?? null,
    onSelect: setSelected,
    onHit: (ids) => {
      setHere(ids);
      setCurrent(ids[0] ?? null);
    },
    onResize: resize,
    coverText: (about) => t("read.covered", { about }),
    onUncover: shown.uncover,
    laidText: aloud.laidText,
    onTold: (what) => hear(told.current, aloud.sentence(what)),
  };
  const move = (coding: Schemas["CodingHere"], edge: "start" | "end", by: "forward" | "backward") => {
    const span = view.current?.nudged(coding, edge, by) ?? null;
    if (span !== null) void acts.resize(coding.id, span, clip(words(span)));
  };

  const seen = new Set(here);
  const progress = sources.data?.find((one) => one.id === id)?.readings.find((one) => one.member === me)?.progress;
  const byCoding = useMemo(() => new Map(shown.layers.codings.map((one) => [one.id, one])), [shown.layers]);
  const called = useMemo<Called[]>(
    () =>
      look !== "marked" && !printing
        ? []
        : shown.laid.map((one) => {
            const named = shown.looks.get(one.id);
            return { id: one.id, start: one.start, end: one.end, called: `${named?.name ?? ""} (${named?.who ?? ""})`, code: shown.byCode.get(byCoding.get(one.id)?.code ?? "") ?? null };
          }),
    [look, printing, shown.laid, shown.looks, shown.byCode, byCoding],
  );
  const calledOne = (kind: string, one: string) => {
    if (kind === "content_note") return t("moved.content");
    const memo = shown.layers.memos.find((each) => each.id === one);
    return memo === undefined ? (shown.looks.get(one)?.name ?? t("moved.gone")) : memoName(memo);
  };

  return (
    <>
      {/* Dropping is for the pointer; the picker and the list of codes do the same for keys. */}
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div
        className={plainView ? "desk plain" : "desk"}
        onKeyDown={pressedAnywhere}
        onDragOver={(event) => event.dataTransfer.types.includes(DRAGGED) && event.preventDefault()}
        onDrop={(event) => {
          const code = shown.byCode.get(event.dataTransfer.getData(DRAGGED));
          if (code === undefined) return;
          event.preventDefault();
          apply(code, selected);
        }}
      >
        <Head
          source={source}
          study={study}
          view={look}
          onView={setLook}
          layer={layer}
          onLayer={setLayer}
          opened={shown.opened}
          onCoverAgain={shown.coverAgain}
          onFind={() => finding.show(true)}
          onSpared={() => setOpen("spared")}
          onLeave={() => setOpen("left")}
        />
        <p ref={told} className="apart" role="status" />
        <div className="middle">
          {layers.error !== null && <Problem error={layers.error} again={() => void layers.refetch()} />}
          {finding.open && look !== "marked" && (
            <FindBar
              finding={finding}
              onClose={() => {
                finding.show(false);
                if (finding.hit !== null) steps.arrive(finding.hit, null);
                else view.current?.host.focus({ preventScroll: true });
              }}
            />
          )}
          {look === "marked" || printing ? (
            <Marked
              stretches={shown.stretches}
              laid={called}
              covered={shown.covered}
              speaker={(stretch) => shown.labelOf(stretch).speaker}
              onUncover={shown.uncover}
              label={source.source.name}
              whole={printing}
            />
          ) : (
            <Transcript
              ref={view}
              label={t("read.transcript", { name: source.source.name })}
              help={t(may ? "read.transcriptHelp" : "read.transcriptRead")}
              stretches={shown.stretches}
              labelOf={shown.labelOf}
              laid={shown.laid}
              looks={shown.looks}
              found={finding.found}
              hit={finding.open ? finding.hit : null}
              covered={shown.covered}
              options={options}
              onKeyDown={pressed}
            />
          )}
        </div>
        <Foot
          words={selected === null ? null : clip(words(selected))}
          plain={plainView}
          may={may && look !== "marked"}
          mayCorrect={mayCorrect}
          done={progress === "done"}
          onCommand={command}
          onDone={() => void acts.finish(progress !== "done")}
        />
      </div>
      <aside className="side last" aria-label={t("read.here")}>
        {corrected !== null && (
          <Moved
            corrected={corrected}
            called={calledOne}
            words={words}
            onLook={(span) => steps.arrive(span, null)}
            onBack={() => void acts.takeBack(corrected.entry).then((back) => { if (back) setCorrected(null); })}
            onClose={() => setCorrected(null)}
          />
        )}
        {mayCorrect && <Emptied source={source.source.name} selected={selected} acts={acts} may={may} onLook={(at) => view.current?.scrollTo({ start: at, end: at })} />}
        <Inspector
          codings={shown.layers.codings.filter((one) => seen.has(one.id))}
          marks={shown.layers.marks.filter((one) => seen.has(one.id))}
          memos={shown.layers.memos.filter((one) => seen.has(one.id))}
          notes={shown.layers.content_notes}
          code={(code) => shown.byCode.get(code)}
          who={shown.who}
          me={me}
          study={study}
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
          onNextOf={(coding, back) => void steps.nextOf(coding.code, coding.id, back)}
        />
        {look === "code" && <button type="button" className="button through" aria-keyshortcuts="G" onClick={() => setOpen("through")}>{t("read.through")}</button>}
        {may && look === "code" && <QuickList quick={quick} selected={selected !== null} onApply={(code) => apply(code, selected)} />}
      </aside>
      {asking !== null && (
        <Asked
          what={asking.what}
          span={asking.span}
          words={words(asking.span)}
          codes={codes}
          recent={quick.recent}
          acts={acts}
          onApply={(code) => apply(code, asking.span)}
          onDone={lookAt}
          onCorrected={setCorrected}
          onClose={back}
        />
      )}
      {open === "spared" && <SparedDialog onClose={() => setOpen(null)} />}
      {open === "through" && (
        <CodePicker
          title={t("read.throughTitle")}
          codes={codes}
          recent={quick.recent}
          help={t("read.throughHelp")}
          onChoose={(code) => {
            setOpen(null);
            // The dialog gives the focus back first.
            requestAnimationFrame(() => void steps.through(code.id, sources.data?.map((one) => one.id) ?? [id]));
          }}
          onClose={() => setOpen(null)}
        />
      )}
      {open === "left" && (
        <Dialog title={t("read.left")} onClose={() => setOpen(null)}>
          <p>{t("read.leftDetail")}</p>
          <button type="button" className="button primary" onClick={() => setOpen(null)}>{t("read.back")}</button>
        </Dialog>
      )}
    </>
  );

  function back() {
    const span = asking?.span;
    setAsking(null);
    // The dialog gives the focus back first; then the selection stands as it was.
    requestAnimationFrame(() => {
      view.current?.host.focus({ preventScroll: true });
      if (span !== undefined) view.current?.select(span);
    });
  }
}
