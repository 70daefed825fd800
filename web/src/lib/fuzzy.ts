/**
 * Finding a code while typing: all letters in their order, and the better the closer together and the nearer to the
 * beginning of words. Accents and case do not count.
 */

/** How well a name answers what was typed; null when it does not. Higher is better. */
export function score(typed: string, name: string): number | null {
  const wanted = fold(typed);
  const found = fold(name);
  if (wanted === "") return 0;
  const whole = found.indexOf(wanted);
  if (whole >= 0) return 1000 - whole - found.length / 100 + (startsWord(found, whole) ? 200 : 0);
  let at = -1;
  let points = 0;
  for (const letter of wanted) {
    if (letter === " ") continue;
    const next = found.indexOf(letter, at + 1);
    if (next < 0) return null;
    points += next === at + 1 ? 5 : startsWord(found, next) ? 4 : 1;
    at = next;
  }
  return points - found.length / 100;
}

/** What answers, the best first; in equal cases as they stood. */
export function matching<T>(typed: string, all: readonly T[], name: (one: T) => string): T[] {
  return all
    .map((one, at) => ({ one, at, score: score(typed, name(one)) }))
    .filter((found): found is { one: T; at: number; score: number } => found.score !== null)
    .sort((one, two) => two.score - one.score || one.at - two.at)
    .map((found) => found.one);
}

function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

function startsWord(text: string, at: number): boolean {
  return at === 0 || /[\s/›\-(]/u.test(text.charAt(at - 1));
}
