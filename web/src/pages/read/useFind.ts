/** Finding in the text: what is looked for, where it stands, and which of these places is looked at. */
import { useDeferredValue, useMemo, useState } from "react";
import { find } from "../../transcript/find";
import type { Laid } from "../../transcript/spans";
import type { Stretch } from "../../transcript/stretches";

const NOTHING: readonly Laid[] = [];

export function useFind(stretches: readonly Stretch[], covered: ReadonlyMap<number, string>) {
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const wanted = useDeferredValue(typed);
  const found = useMemo(
    // Words that are covered are not told of: not even that they are there.
    () => (open && wanted.trim() !== "" ? find(stretches.filter((_, place) => !covered.has(place)), wanted) : NOTHING),
    [open, wanted, stretches, covered],
  );
  const here = found.length === 0 ? 0 : ((at % found.length) + found.length) % found.length;
  return {
    open,
    typed,
    found,
    here,
    hit: found[here] ?? null,
    show: setOpen,
    type: (words: string, from = 0) => {
      setTyped(words);
      setAt(from);
    },
    go: (by: 1 | -1) => setAt(here + by),
  };
}

export type Finding = ReturnType<typeof useFind>;
