/**
 * What an act did, said once: shown for a few seconds, and told to screen readers.
 *
 * What others did meanwhile waits until one's own sentence had its time: whoever just saved something has to see that it was.
 */
import { createContext, use, useCallback, useEffect, useId, useMemo, useState, type ReactNode } from "react";
import { Refused } from "../api/client";
import { t } from "../messages";

/** The sentence of now, and whether it is said by the page or by a dialog that is open over it. */
const Sentence = createContext<{ sentence: string; top: string; open: (dialog: string) => () => void }>({ sentence: "", top: "", open: () => () => undefined });

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
  const [dialogs, setDialogs] = useState<readonly string[]>([]);
  const open = useCallback((dialog: string) => {
    setDialogs((before) => [...before, dialog]);
    return () => setDialogs((before) => before.filter((one) => one !== dialog));
  }, []);
  const now = useMemo(() => ({ sentence: own === "" ? others : own, top: dialogs.at(-1) ?? "", open }), [own, others, dialogs, open]);
  return (
    <Saying value={says}>
      <Sentence value={now}>
        {children}
        <Here mine={now.top === ""} />
      </Sentence>
    </Saying>
  );
}

/** The region of a dialog: while it is open the rest of the page is out of reach, also for a screen reader. */
export function SaidHere() {
  const id = useId();
  const { top, open } = use(Sentence);
  useEffect(() => open(id), [open, id]);
  return <Here mine={top === id} />;
}

function Here({ mine }: { mine: boolean }) {
  const { sentence } = use(Sentence);
  return <div className="said" role="status" aria-live="polite">{mine ? sentence : ""}</div>;
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
