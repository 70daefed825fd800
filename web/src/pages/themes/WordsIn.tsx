/** One text in a table, written in its place and saved by itself. Keyed by its place. */
import { KeptState } from "../../components/KeptState";
import { useWords } from "../../components/kept";

export function WordsIn({ place, label, stored, save }: { place: string; label: string; stored: string; save: (words: string) => Promise<unknown> }) {
  const { words, type, state, keep, theirs } = useWords(place, stored, async (next) => {
    await save(next);
  });
  const quiet = state.is === "kept" || state.is === "new";
  return (
    <>
      <textarea className="words-in" dir="auto" aria-label={label} value={words} onChange={(event) => type(event.target.value)} onBlur={() => void keep()} />
      {(!quiet || theirs !== null) && <KeptState state={state} again={() => void keep()} theirs={theirs} />}
    </>
  );
}
