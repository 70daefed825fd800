/**
 * What is compared, how it is ordered, and what is open: all of it in the address, so that back, forward and a link lead
 * to the same table.
 *
 * What a careful reader would get wrong: changes that only look closer (a cell that was opened) replace the address when
 * another cell is opened, or going back would walk through every cell one looked at.
 */
import { go, useAddress } from "../../lib/router";
import { listed, unlisted, type Arranged } from "./order";

export type Changes = Readonly<Record<string, string | null>>;

export interface Here {
  readonly query: URLSearchParams;
  readonly get: (name: string, fallback: string) => string;
  /** Go to the same screen with something changed; empty and null take a part away. */
  readonly change: (changes: Changes, replace?: boolean) => void;
}

export function useHere(): Here {
  const { query } = useAddress();
  return {
    query,
    get: (name, fallback) => query.get(name) ?? fallback,
    change: (changes, replace = false) => {
      const next = new URLSearchParams(location.search);
      for (const [name, value] of Object.entries(changes)) {
        if (value === null || value === "") next.delete(name);
        else next.set(name, value);
      }
      const written = next.toString();
      go(location.pathname + (written === "" ? "" : `?${written}`), replace);
    },
  };
}

export type Side = "row" | "column";

/** How the lines of one axis are arranged, as the address says. */
export function arrangedHere(query: URLSearchParams, side: Side): Arranged {
  return {
    order: query.get(`${side}-order`) ?? "given",
    hand: unlisted(query.get(`${side}-hand`)),
    hidden: unlisted(query.get(`${side}-hidden`)),
  };
}

export function arrangement(side: Side, how: Arranged): Changes {
  return {
    [`${side}-order`]: how.order === "given" ? null : how.order,
    [`${side}-hand`]: how.order === "hand" ? listed(how.hand) : null,
    [`${side}-hidden`]: listed(how.hidden),
  };
}

/** Nothing of an arrangement is left, because the lines are others now. */
export const unarranged = (side: Side): Changes => ({ [`${side}-order`]: null, [`${side}-hand`]: null, [`${side}-hidden`]: null, open: null });
