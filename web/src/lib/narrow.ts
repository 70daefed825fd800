/**
 * Whether the window is as narrow as a telephone, or as wide as a screen at 400 %: then what stands beside the text folds.
 *
 * The width is the one at which the style sheets put columns under each other (50rem); the two have to agree.
 */
import { useSyncExternalStore } from "react";

const narrow = () => matchMedia("(max-width: 50rem)");

export function useNarrow(): boolean {
  return useSyncExternalStore(
    (told) => {
      const query = narrow();
      query.addEventListener("change", told);
      return () => query.removeEventListener("change", told);
    },
    () => narrow().matches,
  );
}
