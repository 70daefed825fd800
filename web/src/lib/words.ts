/**
 * What changed between two texts, word by word, for people: what stayed, what was taken out, what was put in.
 *
 * The longest common run of words (Myers would be quicker; texts here are definitions and memos). Beyond `MOST` words a
 * text is told as replaced whole, so that nobody waits.
 */
export interface Piece {
  readonly kind: "same" | "out" | "in";
  readonly words: string;
}

const MOST = 1500;

export function difference(before: string, after: string): Piece[] {
  const one = before.match(/\s+|[^\s]+/gu) ?? [];
  const two = after.match(/\s+|[^\s]+/gu) ?? [];
  let head = 0;
  while (head < one.length && head < two.length && one[head] === two[head]) head += 1;
  let tail = 0;
  while (tail < one.length - head && tail < two.length - head && one[one.length - 1 - tail] === two[two.length - 1 - tail]) tail += 1;
  const middle = between(one.slice(head, one.length - tail), two.slice(head, two.length - tail));
  return joined([
    { kind: "same", words: one.slice(0, head).join("") },
    ...middle,
    { kind: "same", words: tail === 0 ? "" : one.slice(-tail).join("") },
  ]);
}

function between(one: readonly string[], two: readonly string[]): Piece[] {
  if (one.length > MOST || two.length > MOST) return [{ kind: "out", words: one.join("") }, { kind: "in", words: two.join("") }];
  const wide = two.length + 1;
  const longest = new Uint16Array((one.length + 1) * wide);
  for (let row = one.length - 1; row >= 0; row -= 1) {
    for (let column = two.length - 1; column >= 0; column -= 1) {
      longest[row * wide + column] =
        one[row] === two[column]
          ? (longest[(row + 1) * wide + column + 1] ?? 0) + 1
          : Math.max(longest[(row + 1) * wide + column] ?? 0, longest[row * wide + column + 1] ?? 0);
    }
  }
  const found: Piece[] = [];
  let row = 0;
  let column = 0;
  while (row < one.length || column < two.length) {
    if (row < one.length && column < two.length && one[row] === two[column]) {
      found.push({ kind: "same", words: one[row] ?? "" });
      row += 1;
      column += 1;
    } else if (row < one.length && (column >= two.length || (longest[(row + 1) * wide + column] ?? 0) >= (longest[row * wide + column + 1] ?? 0))) {
      found.push({ kind: "out", words: one[row] ?? "" });
      row += 1;
    } else {
      found.push({ kind: "in", words: two[column] ?? "" });
      column += 1;
    }
  }
  return found;
}

/** Pieces of one kind that follow each other are one; within a changed stretch, what went comes before what came. */
function joined(pieces: readonly Piece[]): Piece[] {
  const found: Piece[] = [];
  let out = "";
  let put = "";
  const flush = () => {
    if (out !== "") found.push({ kind: "out", words: out });
    if (put !== "") found.push({ kind: "in", words: put });
    out = put = "";
  };
  for (const piece of pieces) {
    if (piece.words === "") continue;
    if (piece.kind === "out") out += piece.words;
    else if (piece.kind === "in") put += piece.words;
    else {
      flush();
      const last = found.at(-1);
      if (last?.kind === "same") found[found.length - 1] = { kind: "same", words: last.words + piece.words };
      else found.push(piece);
    }
  }
  flush();
  return found;
}
