/**
 * What an act did, said once: shown for a few seconds, and told to screen readers.
 *
 * What others did meanwhile waits until one's own sentence had its time: whoever just saved something has to see that it was.
 */
import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from "react";
import { Refused } from "../api/client";
import { t } from "../messages";

interface Says {
  say: (sentence: string) => void;
  /** Say what somebody else did. */
  tell: (sentence: string) => void;
  /** Say why something was refused, and that nothing was changed. */
  refuse: (error: unknown) => void;
}

const Saying = createContext<Says>({ say: () => undefined, tell: () => undefined, refuse: () => undefined });

export const useSay = (): Says => use(Saying);

export function Said({ children }: { children: ReactNode }) {
  const [own, say] = useSentence(true);
  const [others, tell] = useSentence(own === "");
  const says = useMemo<Says>(
    () => ({
      say,
      tell,
      refuse: (error) => {
        const kept = error instanceof Refused && error.code === "no-answer" ? "" : ` ${t("error.refused")}`;
        say((error instanceof Error ? error.message : String(error)) + kept);
      },
    }),
    [say, tell],
  );
  return (
    <Saying value={says}>
      {children}
      <div className="said" role="status" aria-live="polite">
        {own === "" ? others : own}
      </div>
    </Saying>
  );
}

/** A sentence that goes by itself when it was shown for as long as it takes to read it. */
function useSentence(shown: boolean): [string, (sentence: string) => void] {
  const [said, setSaid] = useState({ sentence: "", number: 0 });
  const say = useCallback((sentence: string) => setSaid((before) => ({ sentence, number: before.number + 1 })), []);
  useEffect(() => {
    if (said.sentence === "" || !shown) return undefined;
    const timer = setTimeout(() => setSaid({ sentence: "", number: said.number }), 3000 + said.sentence.length * 60);
    return () => clearTimeout(timer);
  }, [said, shown]);
  return [said.sentence, say];
}
