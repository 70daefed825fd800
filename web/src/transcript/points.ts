/**
 * Between the two ways of counting characters.
 *
 * The study counts Unicode code points; JavaScript counts UTF-16 code units, so that an emoji is one there and two here.
 * Every crossing between the two is made with these functions, and nothing outside `transcript/` counts at all.
 *
 * Text is never normalised and newlines are never changed: what the server sent is what is counted.
 */

const HIGH = 0xd800;
const LOW = 0xdc00;
const END = 0xe000;

/** Half of a pair. Most texts have none: then the two are the same, and five million characters need not be walked. */
const PAIRED = /[\ud800-\udfff]/;

/** How many code points a text has. A half of a surrogate pair that stands alone counts as one. */
export function countPoints(text: string): number {
  if (!PAIRED.test(text)) return text.length;
  let count = 0;
  for (let unit = 0; unit < text.length; unit += step(text, unit)) count += 1;
  return count;
}

/** The code unit at which the code point of this number begins; the end of the text when there are fewer. */
export function toUnits(text: string, points: number): number {
  let unit = 0;
  for (let left = points; left > 0 && unit < text.length; left -= 1) unit += step(text, unit);
  return unit;
}

/** How many code points lie before this code unit; one in the middle of a pair counts as before it. */
export function toPoints(text: string, units: number): number {
  const whole = outsidePair(text, Math.min(Math.max(units, 0), text.length));
  let count = 0;
  for (let unit = 0; unit < whole; unit += step(text, unit)) count += 1;
  return count;
}

/** The same place, or the start of the surrogate pair that it would cut. */
export function outsidePair(text: string, unit: number): number {
  return unit > 0 && isLow(text, unit) && isHigh(text, unit - 1) ? unit - 1 : unit;
}

/** Cut a text at code points, in one pass. The places ascend; the result has one text fewer than there are places. */
export function cutAtPoints(text: string, places: readonly number[]): string[] {
  if (!PAIRED.test(text)) return places.slice(1).map((end, at) => text.slice(places[at], end));
  const units: number[] = [];
  let unit = 0;
  let point = 0;
  for (const place of places) {
    while (point < place && unit < text.length) {
      unit += step(text, unit);
      point += 1;
    }
    units.push(unit);
  }
  return units.slice(1).map((end, at) => text.slice(units[at], end));
}

/** The beginning of words, for a place where all of them would be too many. */
export function clip(words: string, most = 90): string {
  return words.length <= most ? words : `${words.slice(0, snap(words, most, "start"))} …`;
}

let graphemes: Intl.Segmenter | undefined;

/**
 * The nearest place that a reader would call between two characters.
 *
 * A family emoji or a letter with its accent is one character to a reader. `start` moves back to its beginning, `end`
 * on to its end, so that a selection grows and never loses what was selected.
 */
export function snap(text: string, unit: number, edge: "start" | "end"): number {
  if (unit <= 0 || unit >= text.length) return Math.min(Math.max(unit, 0), text.length);
  graphemes ??= new Intl.Segmenter(undefined, { granularity: "grapheme" });
  const found = graphemes.segment(text).containing(unit);
  if (found === undefined || found.index === unit) return unit;
  return edge === "start" ? found.index : found.index + found.segment.length;
}

/** Where the word before or after a place begins (as a start) or ends (as an end); null where there is none. */
export function nextWord(text: string, unit: number, edge: "start" | "end", by: "forward" | "backward"): number | null {
  const words = [...new Intl.Segmenter(undefined, { granularity: "word" }).segment(text)].filter((one) => one.isWordLike);
  const edges = words.map((one) => (edge === "start" ? one.index : one.index + one.segment.length));
  return (by === "forward" ? edges.find((one) => one > unit) : edges.findLast((one) => one < unit)) ?? null;
}

function step(text: string, unit: number): 1 | 2 {
  return isHigh(text, unit) && isLow(text, unit + 1) ? 2 : 1;
}

function isHigh(text: string, unit: number): boolean {
  const code = text.charCodeAt(unit);
  return code >= HIGH && code < LOW;
}

function isLow(text: string, unit: number): boolean {
  const code = text.charCodeAt(unit);
  return code >= LOW && code < END;
}
