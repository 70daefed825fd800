/**
 * What changed between two texts, word by word: parts that stayed, went and came, in reading order.
 *
 * The longest common row of words, worked out on what is left between the common beginning and end. Texts whose middles
 * are too long for that are told as one change: it is still right, only coarser.
 */
export interface Part {
  readonly kind: "same" | "gone" | "new";
  readonly text: string;
}

const MOST = 4_000_000;

/** The parts of a change. Those that are the same and gone make the first text, those the same and new the second. */
export function difference(before: string, after: string): Part[] {
  const one = pieces(before);
  const two = pieces(after);
  let head = 0;
  while (head < one.length && head < two.length && one[head] === two[head]) head += 1;
  let tail = 0;
  while (tail < one.length - head && tail < two.length - head && one[one.length - 1 - tail] === two[two.length - 1 - tail]) tail += 1;
  const found: Part[] = [];
  add(found, "same", one.slice(0, head));
  between(found, one.slice(head, one.length - tail), two.slice(head, two.length - tail));
  add(found, "same", tail === 0 ? [] : one.slice(-tail));
  return found;
}

/** Words with the white space and signs between them as pieces of their own. */
function pieces(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}_'’]+|\s+|[^\p{L}\p{M}\p{N}_'’\s]/gu) ?? [];
}

function between(found: Part[], one: readonly string[], two: readonly string[]): void {
  if (one.length * two.length > MOST) {
    add(found, "gone", one);
    add(found, "new", two);
    return;
  }
  const width = two.length + 1;
  const common = new Uint32Array((one.length + 1) * width);
  for (let i = one.length - 1; i >= 0; i -= 1) {
    for (let j = two.length - 1; j >= 0; j -= 1) {
      common[i * width + j] =
        one[i] === two[j] ? (common[(i + 1) * width + j + 1] ?? 0) + 1 : Math.max(common[(i + 1) * width + j] ?? 0, common[i * width + j + 1] ?? 0);
    }
  }
  let i = 0;
  let j = 0;
  while (i < one.length && j < two.length) {
    if (one[i] === two[j]) {
      add(found, "same", [one[i] ?? ""]);
      i += 1;
      j += 1;
    } else if ((common[(i + 1) * width + j] ?? 0) >= (common[i * width + j + 1] ?? 0)) {
      add(found, "gone", [one[i] ?? ""]);
      i += 1;
    } else {
      add(found, "new", [two[j] ?? ""]);
      j += 1;
    }
  }
  add(found, "gone", one.slice(i));
  add(found, "new", two.slice(j));
}

function add(found: Part[], kind: Part["kind"], words: readonly string[]): void {
  if (words.length === 0) return;
  const text = words.join("");
  const last = found.at(-1);
  if (last?.kind === kind) found[found.length - 1] = { kind, text: last.text + text };
  else found.push({ kind, text });
}
