/**
 * A source cut into what is shown one below the other: turns, and whatever stands between them.
 *
 * Takes the text and the turns as the server sends them (code points) and gives stretches, each with its own text and
 * where it begins. Speakers' labels and time stamps before a turn are not a stretch: they are shown beside it. Other
 * words between turns are, a paragraph each, because somebody may want to code them.
 *
 * A source without turns (a field note) is paragraphs. What a careful reader would get wrong: stretches do not cover
 * the text. A span can begin in a label, and is then drawn from the beginning of the turn.
 */
import type { Span } from "./spans";
import { countPoints, cutAtPoints } from "./points";

export interface Stretch extends Span {
  /** The words, exactly; its code points are those from `start` to `end`. */
  readonly text: string;
  readonly turn: TurnLike | null;
  /** The number of the paragraph in which it begins, as the server counts: it stays when the text is corrected. */
  readonly number: string;
}

export interface TurnLike extends Span {
  readonly id: string;
  readonly speaker: string | null;
  readonly nature: string;
}

const BLANK = /^\s*$/u;

/** Where a paragraph begins, and its number. */
export type Paragraph = readonly [start: number, number: string];

/** The stretches of a text, in its order. `labels`: what speakers are called, to tell labels from words. */
export function stretchesOf(
  text: string,
  turns: readonly TurnLike[],
  labels: readonly string[],
  numbered: readonly Paragraph[] = [],
): Stretch[] {
  const places: number[] = [0];
  const kept: (TurnLike | null)[] = [];
  let here = 0;
  for (const turn of turns) {
    if (turn.start < here || turn.end <= turn.start) continue; // it overlaps the one before: that one shows the words
    kept.push(null, turn);
    places.push(turn.start, turn.end);
    here = turn.end;
  }
  kept.push(null);
  places.push(countPoints(text));
  const found: Omit<Stretch, "number">[] = [];
  cutAtPoints(text, places).forEach((words, at) => {
    const start = places[at] ?? 0;
    const turn = kept[at] ?? null;
    if (turn !== null) found.push({ start, end: turn.end, text: words, turn });
    else paragraphs(words, start, labels, found);
  });
  let paragraph = 0;
  return found.map((one) => {
    while ((numbered[paragraph + 1]?.[0] ?? Infinity) <= one.start) paragraph += 1;
    return { ...one, number: numbered[paragraph]?.[1] ?? "" };
  });
}

function paragraphs(words: string, from: number, labels: readonly string[], found: Omit<Stretch, "number">[]): void {
  let start = from;
  for (const line of words.split("\n")) {
    const end = start + countPoints(line);
    if (!BLANK.test(line) && !isLabel(line, labels)) {
      found.push({ start, end, text: line, turn: null });
    }
    start = end + 1;
  }
}

const ABOUT = /^[\s\d:.,;\-–—[\]()#>]*$/u;

function isLabel(line: string, labels: readonly string[]): boolean {
  if (ABOUT.test(line)) return true;
  return labels.some((label) => label !== "" && line.includes(label) && ABOUT.test(line.replace(label, "")));
}

/** The number of the stretch in which a place lies, or the next one after it; the last one at the end. */
export function stretchAt(stretches: readonly Stretch[], place: number): number {
  let low = 0;
  let high = stretches.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.end ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return Math.max(low, 0);
}
