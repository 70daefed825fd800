/**
 * A draft that is written in: saved by itself, followed where others write too, and read while it is typed.
 *
 * What a careful reader would get wrong: a save says which text it went on from. What somebody else wrote meanwhile in
 * other paragraphs comes back with the answer; where it was the same paragraph the save is refused and the words stay here.
 */
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { act, ask, type Schemas } from "../../../api/client";
import { useKept, useUnsavedAt, type Saving } from "../../../components/kept";
import { marksOf, moved, type Mark } from "./marks";

const PAUSE = 500;

export interface Written {
  readonly text: string;
  readonly type: (text: string) => void;
  readonly state: Saving;
  readonly keep: () => Promise<boolean>;
  /** Leave one's own words and go on from those that are kept. */
  readonly follow: () => void;
}

export function useDraft(draft: Schemas["Draft"]): Written {
  const place = `draft ${draft.id}`;
  const { unsaved, note } = useUnsavedAt(place);
  const stored = draft.text;
  const [text, setText] = useState(() => unsaved ?? stored);
  const [known, setKnown] = useState(stored);
  const latest = useRef(text);
  const set = (next: string) => {
    latest.current = next;
    setText(next);
  };
  const { state, keep, hold } = useKept(text, {
    held: stored,
    same: (one, other) => one.trimEnd() === other.trimEnd(),
    save: async (next, before) => {
      const done = await act("draft.change", { draft: draft.id, text: next, upon: before });
      // Others' paragraphs come with the answer, unless one typed on meanwhile: then with the next.
      if (done.value.trimEnd() !== next.trimEnd() && latest.current === next) {
        set(done.value);
        hold(done.value);
      }
      if (latest.current === next) note(null);
    },
  });
  // What others wrote, or what was undone, is followed while nothing is typed here.
  if (stored !== known) {
    setKnown(stored);
    if (state.is === "kept" && text.trimEnd() !== stored.trimEnd()) setText(stored);
  }
  useEffect(() => {
    latest.current = text;
  }, [text]);
  useEffect(() => {
    if (latest.current.trimEnd() === stored.trimEnd()) hold(stored);
  }, [hold, stored]);
  return {
    text,
    state,
    keep,
    type: (next) => {
      set(next);
      note(next.trimEnd() === stored.trimEnd() ? null : next);
    },
    follow: () => {
      set(stored);
      hold(stored);
      note(null);
    },
  };
}

export interface Reading {
  readonly marks: readonly Mark[];
  readonly read: Schemas["DraftRead"] | undefined;
  readonly error: unknown;
  readonly again: () => void;
}

/** What the text refers to, as it was read a moment ago, moved to where it stands now. */
export function useReading(draft: string, looked: string, text: string): Reading {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    if (settled === text) return undefined;
    const timer = setTimeout(() => setSettled(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text, settled]);
  const found = useQuery({
    queryKey: ["draft read", draft, settled],
    queryFn: async () => ({ text: settled, read: await ask("draft_read", { draft, text: settled }) }),
    placeholderData: (before) => before,
    gcTime: 60_000,
  });
  // What became of it since it was looked over takes longer, and is no matter of what is typed.
  const since = useQuery({ queryKey: ["draft since", draft, looked], queryFn: () => ask("draft_read", { draft, since: true }) });
  const stale = new Map(since.data?.references.filter((one) => one.stale !== "").map((one) => [one.written, one.stale]));
  const data = found.data;
  const marks = data === undefined ? [] : moved(marksOf(data.text, withStale(data.read, stale)), data.text, text);
  return { marks, read: data?.read, error: found.error, again: () => void found.refetch() };
}

function withStale(read: Schemas["DraftRead"], stale: ReadonlyMap<string, string>): Schemas["DraftRead"] {
  if (stale.size === 0) return read;
  return { ...read, references: read.references.map((one) => ({ ...one, stale: stale.get(one.written) ?? "" })) };
}
