/**
 * Acting from a screen: do it, say what it did, ask again for what it changed.
 *
 * What a careful reader would get wrong: nothing is shown before it is recorded, and a refusal gives null, never throws;
 * whoever holds typed words keeps them until the answer is something else than null.
 */
import { useMemo } from "react";
import { act, type Done, type Given, type Verb } from "../api/client";
import { queries } from "../api/hooks";
import { useSay } from "./said";

export interface Doing {
  /** `sentence` is said when it is done; `shows` are the answers to be asked for again at once. */
  run: <V extends Verb>(verb: V, given: Given<V>, how: { sentence?: string; shows?: readonly string[]; because?: string }) => Promise<Done<V> | null>;
}

export function useDoing(): Doing {
  const { say, refuse } = useSay();
  return useMemo(
    () => ({
      async run<V extends Verb>(verb: V, given: Given<V>, how: { sentence?: string; shows?: readonly string[]; because?: string }) {
        try {
          const done = await act(verb, given, how.because === undefined ? {} : { because: how.because });
          await Promise.all((how.shows ?? []).map((name) => queries.invalidateQueries({ queryKey: [name] })));
          if (how.sentence !== undefined) say(how.sentence);
          return done;
        } catch (error) {
          refuse(error);
          return null;
        }
      },
    }),
    [say, refuse],
  );
}
