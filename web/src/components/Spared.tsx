/**
 * Which content notes cover words for whoever sits here.
 *
 * Everything a content note lies on is covered, unless this member said that they need not be spared that kind. The choice
 * is theirs alone: it stays on this machine and tells nobody.
 */
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { read } from "../api/client";
import { t } from "../messages";
import { Dialog, Problem } from "./parts";
import { usePreference } from "./prefs";

const SEPARATOR = "\n";

/** Whether a kind of content is covered for this member, and how to say so. */
export function useSpared(): { covers: (about: string) => boolean; set: (about: string, covered: boolean) => void } {
  const [shown, setShown] = usePreference("shown", "", "here");
  return useMemo(() => {
    const open = new Set(shown.split(SEPARATOR).filter((one) => one !== ""));
    return {
      covers: (about) => !open.has(about.toLocaleLowerCase()),
      set: (about, covered) => {
        const next = new Set(open);
        if (covered) next.delete(about.toLocaleLowerCase());
        else next.add(about.toLocaleLowerCase());
        setShown([...next].join(SEPARATOR));
      },
    };
  }, [shown, setShown]);
}

/** The kinds of content noted anywhere in the study. */
export function useKinds(): readonly string[] {
  const notes = useQuery({ queryKey: ["content notes"], queryFn: () => read("/api/rows/content_note") });
  return useMemo(() => {
    const found = new Map((notes.data ?? []).map((one) => [one.about.toLocaleLowerCase(), one.about]));
    return [...found.values()].sort((one, two) => one.localeCompare(two));
  }, [notes.data]);
}

export function SparedDialog({ onClose }: { onClose: () => void }) {
  const notes = useQuery({ queryKey: ["content notes"], queryFn: () => read("/api/rows/content_note") });
  const kinds = useKinds();
  const { covers, set } = useSpared();
  return (
    <Dialog title={t("spared.title")} onClose={onClose}>
      <p>{t("spared.detail")}</p>
      {notes.error !== null && <Problem error={notes.error} again={() => void notes.refetch()} />}
      {notes.data !== undefined && kinds.length === 0 && <p className="soft">{t("spared.none")}</p>}
      {kinds.map((about) => (
        <p key={about}>
          <label className="row">
            <input type="checkbox" checked={covers(about)} onChange={(event) => set(about, event.target.checked)} />
            {about}
          </label>
        </p>
      ))}
      <button type="button" className="button primary" onClick={onClose}>{t("app.close")}</button>
    </Dialog>
  );
}
