/** What is worth a second look on the board: categories that feed nothing, themes that nothing feeds. Pure, for tests. */
import type { Schemas } from "../../api/client";

export type Line = Schemas["ThemeLine"];
export type CodeLine = Schemas["CodeLine"];

/** Codes that feed a theme of these, themselves; a category that was dropped feeds none. */
export function feeding(lines: readonly Line[]): Set<string> {
  return new Set(lines.flatMap((line) => line.lineage.filter((one) => one.how !== "dropped").map((one) => one.origin)));
}

/** Codes that feed nothing, also not through a code above them; categories alone where there are any. */
export function unplaced(codes: readonly CodeLine[], lines: readonly Line[]): CodeLine[] {
  const fed = feeding(lines);
  const above = new Map(codes.map((line) => [line.code.id, line.code.parent]));
  const placed = (id: string): boolean => {
    for (let at: string | null = id, steps = 0; at !== null && steps <= codes.length; at = above.get(at) ?? null, steps += 1) {
      if (fed.has(at)) return true;
    }
    return false;
  };
  return codes.filter((line) => !line.code.retired && !placed(line.code.id));
}

export type Flag = "nothing" | "noEvidence" | "noReason";

/** What a theme lacks; a theme whose subthemes are fed is fed. */
export function flags(line: Line, lines: readonly Line[]): Flag[] {
  const below = lines.filter((one) => one.theme.parent === line.theme.id);
  const found: Flag[] = [];
  if (line.lineage.every((one) => one.how === "dropped") && below.length === 0) found.push("nothing");
  if (line.for + line.against === 0 && below.length === 0 && !line.lineage.some((one) => one.whole)) found.push("noEvidence");
  if (line.lineage.some((one) => one.reason === "")) found.push("noReason");
  return found;
}
