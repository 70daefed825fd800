/**
 * Whether there is little room: a window as narrow as a telephone, or as wide or high as a screen at 400 %.
 *
 * The width of `useNarrow` is the one at which the style sheets put columns under each other (50rem); the two have to agree.
 */
import { useSyncExternalStore } from "react";

function useMatches(query: string): boolean {
  return useSyncExternalStore(
    (told) => {
      const media = matchMedia(query);
      media.addEventListener("change", told);
      return () => media.removeEventListener("change", told);
    },
    () => matchMedia(query).matches,
  );
}

/** Then what stands beside the text folds. */
export const useNarrow = (): boolean => useMatches("(max-width: 50rem)");

/** Then the list of screens folds too: it would be most of what is seen. */
export const useCramped = (): boolean => useMatches("(max-width: 40rem), (max-height: 24rem)");
