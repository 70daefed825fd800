/** The codes that somebody keeps at hand, with the keys 1 to 9, and those used last or most after them. */
import { useMemo, useState } from "react";
import type { Schemas } from "../../api/client";
import { usePreference } from "../../components/prefs";

type Line = Schemas["CodeLine"];
const MOST = 24;
const KEYS = 9;

export function useQuick(codes: readonly Line[]) {
  const [recent, setRecent] = useState<readonly string[]>([]);
  const [kept, setKept] = usePreference("pinned", "", "here");
  const pinned = useMemo(() => {
    const offered = new Map(codes.filter((line) => !line.code.retired).map((line) => [line.code.id, line]));
    return kept.split(" ").flatMap((id) => offered.get(id) ?? []);
  }, [codes, kept]);
  const others = useMemo(() => {
    const rank = new Map(recent.map((id, at) => [id, at]));
    return codes
      .filter((line) => !line.code.retired && !pinned.includes(line))
      .sort((one, two) => (rank.get(one.code.id) ?? Infinity) - (rank.get(two.code.id) ?? Infinity) || two.codings - one.codings)
      .slice(0, MOST - pinned.length);
  }, [codes, pinned, recent]);
  const keep = (ids: readonly string[]) => setKept(ids.join(" "));
  const ids = pinned.map((line) => line.code.id);
  return {
    recent,
    pinned,
    others,
    full: pinned.length >= KEYS,
    used: (code: string) => setRecent((before) => [code, ...before.filter((one) => one !== code)]),
    pin: (code: string) => keep([...ids, code]),
    unpin: (code: string) => keep(ids.filter((one) => one !== code)),
    /** One place earlier, so that it has the key before its own. */
    raise: (code: string) => {
      const at = ids.indexOf(code);
      if (at > 0) keep([...ids.slice(0, at - 1), code, ids[at - 1] ?? "", ...ids.slice(at + 1)]);
    },
  };
}

export type Quick = ReturnType<typeof useQuick>;
