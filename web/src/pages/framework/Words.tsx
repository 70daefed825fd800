/** The words of one cell, to be written: in the grid in their place, while charting in their column. */
import { useEffect, useRef } from "react";
import { KeptState } from "../../components/KeptState";
import { useWords } from "../../components/kept";
import { composing } from "../../lib/composing";
import { placeOf } from "./cells";
import { ownIn, write, type Place } from "./writing";

/** Keyed by its cell, or the words of one would be typed into another. `onLeave`: written in the grid, where Escape leads back. */
export function Words({ place, label, onLeave }: { place: Place; label: string; onLeave?: () => void }) {
  const field = useRef<HTMLTextAreaElement>(null);
  const latest = useRef(place);
  const { words, type, state, keep, theirs } = useWords(placeOf(place.framework, place.row, place.column), ownIn(place)?.words ?? "", (next) => write(latest.current, next));
  useEffect(() => {
    latest.current = place;
  });
  const inGrid = onLeave !== undefined;
  useEffect(() => {
    const here = field.current;
    if (!inGrid || here === null) return;
    here.focus();
    here.setSelectionRange(here.value.length, here.value.length);
  }, [inGrid]);
  return (
    <div className={inGrid ? "in-place" : "in-column"} data-own="">
      <textarea
        ref={field}
        dir="auto"
        aria-label={label}
        value={words}
        onChange={(event) => type(event.target.value)}
        onBlur={() => void keep()}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || onLeave === undefined || composing(event.nativeEvent)) return;
          event.preventDefault();
          event.stopPropagation();
          void keep();
          onLeave();
        }}
      />
      <KeptState state={state} again={() => void keep()} theirs={theirs} />
    </div>
  );
}
