/**
 * The kinds of nothing, each with a sign of its own: what an empty cell means has to be seen at a glance, and no colour
 * says it alone. The words are the engine's (`analyses/states`), and stand in the legend and in the name of every cell.
 *
 * What a careful reader would get wrong: *not recruited* counts places of the frame that nobody fills, not people; it
 * may stand with 0, where no place was planned either.
 */
export const SIGNS: Record<string, string> = {
  "not recruited": "×",
  "not interviewed": "–",
  "no text yet": "□",
  "not known (turns not mapped)": "?",
  "not yet read for this code": "◇",
  "not asked": "△",
  "asked, declined": "▲",
  "asked, silent": "◌",
  "read, nothing coded": "○",
  "said it is not so": "≠",
  said: "●",
  "said when asked": "◆",
  volunteered: "★",
};

/** What is the same for a whole line of people: nobody could have said it there, whatever it is. */
const BEFORE = ["not recruited", "not interviewed", "no text yet", "not known (turns not mapped)"];

export type Mixture = Readonly<Record<string, number>>;

/** What a cell says of itself: without what its whole line says already, unless that is all there is. */
export function own(mixture: Mixture, lineSays: boolean): [word: string, count: number][] {
  const all = Object.entries(mixture);
  const rest = lineSays ? all.filter(([word]) => !BEFORE.includes(word)) : all;
  return rest.length > 0 ? rest : all;
}

/** In words, with how many. */
export function inWords(mixture: readonly (readonly [string, number])[]): string {
  return mixture.map(([word, count]) => (count === 0 ? word : `${count} ${word}`)).join(", ");
}

/** The kinds that occur, in the engine's order. */
export function kindsIn(mixtures: Iterable<Iterable<readonly [string, number]>>): string[] {
  const found = new Set<string>();
  for (const mixture of mixtures) for (const [word] of mixture) found.add(word);
  return Object.keys(SIGNS).filter((word) => found.has(word));
}

/** Who there is in a line of people, as the engine says it (`4 of 9 with text; 1 not recruited`), with signs for words. */
export function people(said: string): { shown: string; kinds: [word: string, count: number][] } {
  const parts = said.split(/[;,] /u);
  const kinds = parts.flatMap((part): [string, number][] => {
    const [, count = "0", word = ""] = /^(?:(\d+) )?(.+)$/u.exec(part) ?? [];
    return word in SIGNS ? [[word, Number(count)]] : [];
  });
  const rest = parts.filter((part) => !kinds.some(([word]) => part.endsWith(word)));
  return { shown: [...rest, kinds.map(([word, count]) => `${SIGNS[word] ?? ""}${count > 0 ? count : ""}`).join(" ")].filter((part) => part !== "").join(" · "), kinds };
}
