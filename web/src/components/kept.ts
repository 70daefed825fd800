/**
 * Writing that is saved by itself: after a pause, when its field is left, when the page is left.
 *
 * One save at a time, and the last words always last. A refused save says so and keeps the words; where a `place` is given
 * they are kept for as long as the window is open, also when the field goes out of sight and comes back, and the browser
 * asks before it closes. What a careful reader would get wrong: what the study holds may change under the field. While
 * nothing is typed it follows; else one's own words stay, and `theirs` tells what stands there now.
 */
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";

const PAUSE = 2500;

export interface Saving {
  readonly is: "kept" | "typing" | "saving" | "refused" | "new";
  readonly error: unknown;
}

export interface Keeping<T> {
  readonly state: Saving;
  /** Save now what is not saved; whether everything is. */
  readonly keep: () => Promise<boolean>;
  /** Say what the study holds: what equals it needs no saving. */
  readonly hold: (value: T) => void;
}

/** Save `value` whenever it is another than what is held; `worth`: whether it can be saved at all. */
export function useKept<T>(value: T, given: {
  held: T;
  same: (one: T, other: T) => boolean;
  worth?: (value: T) => boolean;
  save: (next: T, before: T) => Promise<void>;
  fresh?: boolean;
}): Keeping<T> {
  const held = useRef(given.held);
  const latest = useRef(value);
  const how = useRef(given);
  const running = useRef<Promise<boolean> | null>(null);
  const [state, setState] = useState<Saving>({ is: given.fresh === true ? "new" : "kept", error: null });

  const keep = useCallback((): Promise<boolean> => {
    const run = async (): Promise<boolean> => {
      try {
        for (;;) {
          const next = latest.current;
          const { same, worth, save } = how.current;
          if (same(next, held.current) || worth?.(next) === false) break;
          setState({ is: "saving", error: null });
          await save(next, held.current);
          held.current = next;
          setState({ is: "kept", error: null });
        }
        // What was refused before may be as it was again, and what was typed may be held by now.
        const still = how.current.same(latest.current, held.current);
        setState((before) => (before.is === "refused" || (before.is === "typing" && still) ? { is: "kept", error: null } : before));
        return true;
      } catch (error) {
        setState({ is: "refused", error });
        return false;
      }
    };
    // Where there is nothing to save it has ended before it is noted that it runs: so it is ended from outside.
    running.current ??= run().finally(() => {
      running.current = null;
    });
    return running.current;
  }, []);
  const hold = useCallback((now: T) => {
    held.current = now;
  }, []);

  useEffect(() => {
    latest.current = value;
    how.current = given;
  });
  useEffect(() => {
    if (how.current.same(value, held.current)) {
      setState((before) => (before.is === "typing" ? { is: "kept", error: null } : before));
      return undefined;
    }
    setState((before) => (before.is === "kept" ? { is: "typing", error: null } : before));
    const timer = setTimeout(() => void keep(), PAUSE);
    return () => clearTimeout(timer);
  }, [value, keep]);
  useEffect(() => {
    const leaving = () => {
      if (document.visibilityState === "hidden") void keep();
    };
    document.addEventListener("visibilitychange", leaving);
    return () => {
      document.removeEventListener("visibilitychange", leaving);
      void keep();
    };
  }, [keep]);
  return { state, keep, hold };
}

/** Words that are typed and not saved, by the place they belong to. */
const unsaved = new Map<string, string>();
let places: readonly string[] = [];
const listeners = new Set<() => void>();

function note(place: string, words: string | null): void {
  if (words === null ? !unsaved.delete(place) : unsaved.get(place) === words) return;
  if (words !== null) unsaved.set(place, words);
  if (places.length !== unsaved.size) {
    places = [...unsaved.keys()];
    listeners.forEach((tell) => tell());
  }
}

addEventListener("beforeunload", (event) => {
  if (unsaved.size > 0) event.preventDefault();
});

/** Words of a place that are not saved yet, and keeping or letting go of them: for writing that saves in a way of its own. */
export function useUnsavedAt(place: string): { unsaved: string | undefined; note: (words: string | null) => void } {
  const [unsaved] = useState(() => unsavedNow(place));
  const keepNote = useCallback((words: string | null) => note(place, words), [place]);
  return { unsaved, note: keepNote };
}

const unsavedNow = (place: string): string | undefined => unsaved.get(place);

/** The places whose words are not saved yet. */
export function useUnsaved(): readonly string[] {
  return useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => places,
  );
}

export interface Words {
  readonly words: string;
  readonly type: (words: string) => void;
  readonly state: Saving;
  readonly keep: () => Promise<boolean>;
  /** What somebody else has written there while one was typing; null for nothing. */
  readonly theirs: string | null;
}

/** One text of the study that is written in; `place` is its own in the whole window. */
export function useWords(place: string, stored: string, save: (words: string) => Promise<void>): Words {
  const [words, setWords] = useState(() => unsaved.get(place) ?? stored);
  const [known, setKnown] = useState(stored);
  const [theirs, setTheirs] = useState<string | null>(null);
  // What was saved from here comes back, and may come later than what was typed since.
  const [mine, setMine] = useState<ReadonlySet<string>>(new Set());
  const { state, keep, hold } = useKept(words, {
    held: stored,
    fresh: stored === "",
    same: (one, other) => one.trim() === other.trim(),
    save: async (next) => {
      setMine((before) => new Set([...before, next.trim()]));
      await save(next.trim());
      setTheirs(null);
      if (unsaved.get(place) === next) note(place, null);
    },
  });
  if (stored !== known) {
    setKnown(stored);
    if (words.trim() === known.trim()) setWords(stored);
    else if (stored.trim() !== words.trim() && !mine.has(stored.trim())) setTheirs(stored);
  }
  useEffect(() => hold(stored), [hold, stored]);
  return {
    words,
    type: (next) => {
      setWords(next);
      note(place, next.trim() === stored.trim() ? null : next);
    },
    state,
    keep,
    theirs,
  };
}
