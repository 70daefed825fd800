/**
 * What has to be replaced so that words become others: only the words that differ, so that what lies on the others stays.
 *
 * Given and answered in code points of the source.
 */
import { difference } from "../lib/difference";
import { countPoints } from "./points";
import type { Span } from "./spans";

export interface Edit {
  readonly span: Span;
  readonly words: string;
}

/** The edits that make `before`, which begins at `start`, into `after`. */
export function editsOf(start: number, before: string, after: string): Edit[] {
  const found: Edit[] = [];
  let here = start;
  let open: { start: number; end: number; words: string } | null = null;
  const close = () => {
    if (open !== null) found.push({ span: { start: open.start, end: open.end }, words: open.words });
    open = null;
  };
  for (const part of difference(before, after)) {
    const length = countPoints(part.text);
    if (part.kind === "same") {
      close();
      here += length;
      continue;
    }
    const into: { start: number; end: number; words: string } = open ?? { start: here, end: here, words: "" };
    if (part.kind === "gone") {
      here += length;
      into.end = here;
    } else into.words += part.text;
    open = into;
  }
  close();
  return found;
}
