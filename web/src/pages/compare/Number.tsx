/** A number in a table that opens to what stands behind it, and the people who are. */
import type { CSSProperties, ReactNode } from "react";
import { useRows } from "../../api/hooks";
import { within } from "../../app";
import type { Here } from "./address";

/**
 * A cell that opens; a nought does not, because nobody stands behind it.
 *
 * What a careful reader would get wrong: `place` is what the address says is open, and it is how the focus finds its way
 * back here, so it is the same as long as the number means the same.
 */
export function NumberCell({ place, words, heat = 0, none = false, under = "", here, children }: {
  place: string;
  /** The whole cell in words. */
  words: string;
  heat?: number;
  none?: boolean;
  /** What stands under the number and is no part of it. */
  under?: string;
  here: Here;
  children: ReactNode;
}) {
  const open = here.get("open", "");
  return (
    <td className="figure" style={{ "--heat": heat.toFixed(2) } as CSSProperties}>
      {none ? (
        <span className="soft"><span className="apart">{words}</span><span aria-hidden="true">{children}</span></span>
      ) : (
        <button type="button" className="button plain" data-place={place} aria-expanded={open === place} aria-label={words} onClick={() => here.change({ open: place }, open !== "")}>
          {children}
        </button>
      )}
      {under !== "" && <span className="small" aria-hidden="true">{under}</span>}
    </td>
  );
}

/** Close what is open; the focus goes back to the number it came from. */
export function useClose(here: Here): () => void {
  const open = here.get("open", "");
  return () => {
    here.change({ open: null }, true);
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-place="${CSS.escape(open)}"]`)?.focus());
  };
}

/** Who they are, each leading to what is known of them; `said` is what stands beside a name. */
export function People({ ids, said }: { ids: readonly string[]; said?: (id: string) => string }) {
  const people = useRows("participant").data;
  const names = new Map(people?.map((one) => [one.id, one.identifier]));
  const sorted = ids.map((id) => ({ id, name: names.get(id) ?? "…" })).sort((one, two) => one.name.localeCompare(two.name));
  return (
    <ul className="list people-behind">
      {sorted.map(({ id, name }) => {
        const words = said?.(id) ?? "";
        return (
          <li key={id}>
            <a href={`/people/participants/${id}`} onClick={within}>{name}</a>
            {words !== "" && <span>: {words}</span>}
          </li>
        );
      })}
    </ul>
  );
}
