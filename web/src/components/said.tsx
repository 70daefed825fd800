/** What an act did, said once: shown for a few seconds, and told to screen readers. */
import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from "react";
import { Refused } from "../api/client";
import { t } from "../messages";

interface Says {
  say: (sentence: string) => void;
  /** Say why something was refused, and that nothing was changed. */
  refuse: (error: unknown) => void;
}

const Saying = createContext<Says>({ say: () => undefined, refuse: () => undefined });

export const useSay = (): Says => use(Saying);

export function Said({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState({ sentence: "", number: 0 });
  const say = useCallback((sentence: string) => setSaid((before) => ({ sentence, number: before.number + 1 })), []);
  const says = useMemo<Says>(
    () => ({
      say,
      refuse: (error) => {
        const kept = error instanceof Refused && error.code === "no-answer" ? "" : ` ${t("error.refused")}`;
        say((error instanceof Error ? error.message : String(error)) + kept);
      },
    }),
    [say],
  );
  useEffect(() => {
    if (said.sentence === "") return undefined;
    const timer = setTimeout(() => setSaid({ sentence: "", number: said.number }), 3000 + said.sentence.length * 60);
    return () => clearTimeout(timer);
  }, [said]);
  return (
    <Saying value={says}>
      {children}
      <div className="said" role="status" aria-live="polite">
        {said.sentence}
      </div>
    </Saying>
  );
}
