/**
 * Coming from elsewhere to a place in the text: `/read/SOURCE?from=START&to=END` selects those words and brings them into
 * view, once the text and what lies on it are there. Words that are covered stay covered.
 */
import { useEffect, useRef, type RefObject } from "react";
import { useAddress } from "../../lib/router";
import type { Span } from "../../transcript/spans";
import type { TranscriptView } from "../../transcript/view";

/** The place that an address names; null when it names none. */
export function placeIn(query: URLSearchParams): Span | null {
  const [start, end] = ["from", "to"].map((name) => Number(query.get(name) ?? NaN));
  if (start === undefined || end === undefined || !Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end <= start) return null;
  return { start, end };
}

/** `ready`: everything that changes how high the text stands is there. */
export function useArrival(view: RefObject<TranscriptView | null>, ready: boolean): void {
  const { query } = useAddress();
  const address = query.toString();
  const shown = useRef("");
  useEffect(() => {
    const span = placeIn(new URLSearchParams(address));
    if (span === null || !ready || shown.current === address || view.current === null) return;
    shown.current = address;
    view.current.host.focus({ preventScroll: true });
    view.current.select(span);
    view.current.scrollTo(span);
  }, [address, ready, view]);
}
