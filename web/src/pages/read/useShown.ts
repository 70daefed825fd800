/** What of a source is shown: its stretches with their labels, what lies on them by layer, what is covered. */
import { useCallback, useMemo, useState } from "react";
import type { Schemas } from "../../api/client";
import { colourOf } from "../../lib/colours";
import { t } from "../../messages";
import { stretchesOf, type Stretch } from "../../transcript/stretches";
import { Index } from "../../transcript/spans";
import type { Look } from "../../transcript/stripes";
import type { Label, Shown } from "../../transcript/view";

const NO_LAYERS: Schemas["Layers"] = { source: "", version: "", codings: [], marks: [], content_notes: [], memos: [] };

export function useShown(
  source: Schemas["SourceToRead"],
  layers: Schemas["Layers"] | undefined,
  codes: readonly Schemas["CodeLine"][],
  study: Schemas["StudyHere"],
  layer: string,
) {
  const [uncovered, setUncovered] = useState<ReadonlySet<number>>(new Set());
  const found = layers ?? NO_LAYERS;
  const me = study.me.member?.id ?? "";

  const speakers = useMemo(() => new Map(source.speakers.map((one) => [one.id, one])), [source.speakers]);
  const stretches = useMemo(
    () => stretchesOf(source.text, source.turns, source.speakers.map((one) => one.label)),
    [source.text, source.turns, source.speakers],
  );
  const labelOf = useCallback(
    (stretch: Stretch): Label => {
      const turn = source.turns.find((one) => one.id === stretch.turn?.id);
      const speaker = speakers.get(stretch.turn?.speaker ?? "");
      const nature = speaker?.voice === "interviewer" ? "interviewer" : (turn?.nature ?? "");
      return { speaker: speaker?.label ?? "", time: turn?.from_ms == null ? "" : clock(turn.from_ms), nature };
    },
    [source.turns, speakers],
  );

  const byCode = useMemo(() => new Map(codes.map((line) => [line.code.id, line.code])), [codes]);
  const who = useCallback((member: string) => study.members.find((one) => one.id === member)?.name ?? "?", [study.members]);
  const looks = useMemo(() => {
    const all = new Map<string, Look>();
    const on = (member: string) => layer === "all" || (layer === "mine" ? member === me : layer === member);
    for (const one of found.codings) {
      if (one.place !== "text" || !on(one.member)) continue;
      const code = byCode.get(one.code);
      all.set(one.id, { name: code?.name ?? "…", colour: code === undefined ? "#767c82" : colourOf(code), who: who(one.member), faint: one.unreviewed });
    }
    for (const one of found.marks) {
      if (one.place === "text" && on(one.member)) {
        all.set(one.id, { name: one.note === "" ? t("read.markBy", { who: who(one.member) }) : one.note, colour: "#a05a00", who: who(one.member), faint: true });
      }
    }
    return all;
  }, [found, byCode, who, layer, me]);

  // What is laid is given anew when the layer changes, so that the view draws it anew.
  const laid = useMemo<Shown[]>(
    () => [
      ...found.codings.filter((one) => looks.has(one.id)).map(({ id, start, end }) => ({ id, start, end, kind: "coding" as const })),
      ...found.marks.filter((one) => looks.has(one.id)).map(({ id, start, end }) => ({ id, start, end, kind: "mark" as const })),
    ],
    [found, looks],
  );

  const covered = useMemo(() => {
    const all = new Map<number, string>();
    const notes = found.content_notes.map((one) => (one.place === "whole" ? { ...one, start: 0, end: Infinity } : one));
    const index = new Index(stretches, notes);
    stretches.forEach((_, at) => {
      const about = [...new Set(index.of(at).map((part) => part.what.about))];
      if (about.length > 0 && !uncovered.has(at)) all.set(at, about.join(", "));
    });
    return all;
  }, [found.content_notes, stretches, uncovered]);
  const uncover = useCallback((stretch: number) => setUncovered((before) => new Set([...before, stretch])), []);

  return { stretches, labelOf, looks, laid, covered, uncover, byCode, who, layers: found };
}

function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part, at) => (at === 0 ? String(part) : String(part).padStart(2, "0"))).join(":");
}
