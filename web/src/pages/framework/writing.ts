/**
 * Writing a cell, and what it rests on.
 *
 * What a careful reader would get wrong: what lies in the cell counts as seen by whoever writes there, so that only codings
 * that come later are new. Words that were deleted empty the cell, unless segments are linked: then these stay.
 */
import { act } from "../../api/client";
import { useDoing } from "../../components/doing";
import { t } from "../../messages";
import { ownOf, type Cell, type Summary } from "./cells";

/** A cell with the ids it is known by. */
export interface Place {
  readonly framework: string;
  readonly row: string;
  readonly column: string;
  readonly cell: Cell;
}

export const ownIn = (place: Place): Summary | undefined => ownOf(place.cell, place.row, place.column);

export async function write(place: Place, words: string): Promise<void> {
  const own = ownIn(place);
  if (words === "" && (own === undefined || own.segments.length === 0)) {
    if (own !== undefined) await act("summary.remove", { summary: own.id });
    return;
  }
  await act("summary.write", { framework: place.framework, row: own?.row ?? place.row, of: own?.of ?? place.column, words, seen: place.cell.codings });
}

/** Linking, taking away, saying that it still holds, emptying; each says what it did. */
export function useResting(place: Place) {
  const { run } = useDoing();
  const own = ownIn(place);
  return {
    own,
    link: (codings: string[]) => {
      const sentence = t("framework.linked", { count: codings.length });
      if (own !== undefined) void run("summary.link", { summary: own.id, codings }, { sentence });
      else void run("summary.write", { framework: place.framework, row: place.row, of: place.column, words: "", segments: codings, seen: place.cell.codings }, { sentence });
    },
    unlink: (coding: string) => {
      if (own === undefined) return;
      const last = own.words === "" && own.segments.every((one) => one === coding);
      if (last) void run("summary.remove", { summary: own.id }, { sentence: t("framework.emptied") });
      else void run("summary.unlink", { summary: own.id, codings: [coding] }, { sentence: t("framework.unlinked") });
    },
    lookAgain: () => {
      if (own !== undefined) void run("summary.look_again", { summary: own.id, seen: place.cell.codings }, { sentence: t("framework.lookedDone") });
    },
    /** What is written of the people of a row, as one act. */
    emptyThem: () => {
      const summaries = place.cell.members.map((one) => one.id);
      void run("summary.remove_many", { summaries }, { sentence: t("framework.emptiedThem", { count: summaries.length }) });
    },
    empty: () => {
      if (own !== undefined) void run("summary.remove", { summary: own.id }, { sentence: t("framework.emptied") });
    },
  };
}
