/** What of a source is shown: its stretches with their labels, what lies on them by layer, what is covered. */
import { useCallback, useMemo, useState } from "react";
import type { Schemas } from "../../api/client";
import { colourOf } from "../../lib/colours";
import { t } from "../../messages";
import { clip } from "../../transcript/points";
import { stretchesOf, type Stretch } from "../../transcript/stretches";
import { Index } from "../../transcript/spans";
import type { Look } from "../../transcript/stripes";
import type { Label } from "../../transcript/rows";
import type { Shown } from "../../transcript/view";

const NO_LAYERS: Schemas["Layers"] = { source: "", version: "", codings: [], marks: [], content_notes: [], memos: [] };

export function useShown(
  source: Schemas["SourceToRead"],
  layers: Schemas["Layers"] | undefined,
  byCode: ReadonlyMap<string, Schemas["CodeLine"]["code"]>,
  study: Schemas["StudyHere"],
  layer: string,
  plain: boolean,
  covers: (about: string) => boolean,
) {
  const [uncovered, setUncovered] = useState<ReadonlySet<number>>(new Set());
  const found = layers ?? NO_LAYERS;
  const me = study.me.member?.id ?? "";

  const speakers = useMemo(() => new Map(source.speakers.map((one) => [one.id, one])), [source.speakers]);
  const stretches = useMemo(
    () => stretchesOf(source.text, source.turns, source.speakers.map((one) => one.label), source.paragraphs),
    [source.text, source.turns, source.speakers, source.paragraphs],
  );
  const turns = useMemo(() => new Map(source.turns.map((one) => [one.id, one])), [source.turns]);
  const labelOf = useCallback(
    (stretch: Stretch): Label => {
      const turn = turns.get(stretch.turn?.id ?? "");
      const speaker = speakers.get(stretch.turn?.speaker ?? "");
      const nature = speaker?.voice === "interviewer" ? "interviewer" : (turn?.nature ?? "");
      return { speaker: speaker?.label ?? "", time: turn?.from_ms == null ? "" : clock(turn.from_ms), nature };
    },
    [turns, speakers],
  );

  const who = useCallback((member: string) => study.members.find((one) => one.id === member)?.name ?? "?", [study.members]);
  const looks = useMemo(() => {
    const all = new Map<string, Look>();
    const on = (member: string) => layer === "all" || (layer === "mine" ? member === me : layer === member);
    for (const one of plain ? [] : found.codings) {
      if (one.place !== "text" || !on(one.member)) continue;
      const code = byCode.get(one.code);
      all.set(one.id, { name: code?.name ?? "…", colour: code === undefined ? UNKNOWN : colourOf(code), who: who(one.member), faint: one.unreviewed });
    }
    for (const one of found.marks) {
      if (one.place !== "text" || !on(one.member)) continue;
      all.set(one.id, { name: one.note === "" ? t("read.markBy", { who: who(one.member) }) : one.note, colour: MARK, who: who(one.member), faint: true });
    }
    for (const one of found.memos) {
      if (one.end > one.start && on(one.member)) all.set(one.id, { name: memoName(one), colour: MARK, who: who(one.member), faint: true });
    }
    return all;
  }, [found, byCode, who, layer, me, plain]);

  // The same thing stays the same object, so that the view can tell what changed.
  const laid = useMemo<Shown[]>(
    () => [
      ...found.codings.filter((one) => looks.has(one.id)).map((one) => shownAs(one, "coding")),
      ...[...found.marks, ...found.memos].filter((one) => looks.has(one.id)).map((one) => shownAs(one, "mark")),
    ],
    [found, looks],
  );

  const covered = useMemo(() => {
    const all = new Map<number, string>();
    const notes = found.content_notes.filter((one) => covers(one.about)).map((one) => (one.place === "whole" ? { ...one, start: 0, end: Infinity } : one));
    const index = new Index(stretches, notes);
    stretches.forEach((_, at) => {
      const about = [...new Set(index.of(at).map((part) => part.what.about))];
      if (about.length > 0 && !uncovered.has(at)) all.set(at, about.join(", "));
    });
    return all;
  }, [found.content_notes, stretches, uncovered, covers]);
  const uncover = useCallback((stretch: number) => setUncovered((before) => new Set([...before, stretch])), []);

  const coverAgain = useCallback(() => setUncovered(new Set()), []);

  return { stretches, labelOf, looks, laid, covered, uncover, coverAgain, opened: uncovered.size > 0, byCode, who, layers: found };
}

/** A memo on a passage by a few words. A descriptive one is a paraphrase: it says in other words what is said there. */
export function memoName(memo: Schemas["MemoHere"]): string {
  const words = clip(memo.title === "" ? memo.text : memo.title, 60);
  return t(memo.nature === "descriptive" ? "read.paraphraseIs" : "read.memoIs", { words });
}

const UNKNOWN = "#767c82";
const MARK = "#a05a00";
const same = new WeakMap<object, Shown>();

function shownAs(one: { id: string; start: number; end: number }, kind: Shown["kind"]): Shown {
  const known = same.get(one);
  if (known !== undefined) return known;
  const made: Shown = { id: one.id, start: one.start, end: one.end, kind };
  same.set(one, made);
  return made;
}

function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part, at) => (at === 0 ? String(part) : String(part).padStart(2, "0"))).join(":");
}
