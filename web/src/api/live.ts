/**
 * Following what others do: other windows, other people, other programs.
 *
 * The server tells every act with the ids of what it changed; we ask again for what is shown of that. The browser says by
 * itself which event it saw last when it connects again, so that a window that was away misses nothing.
 */
import type { QueryClient } from "@tanstack/react-query";
import { getThen, setThen } from "../lib/then";
import { madeHere } from "./client";
import { renewUses } from "./hooks";

interface Act {
  entry: string;
  verb: string;
  by: string;
  changed: Record<string, string[]>;
}

/** Which answers show which kinds (`uses`: of the codebook, how often codes were used). What is not named here changes nothing that is on a screen. */
const SHOWN: Record<string, readonly string[]> = {
  coding: ["layers", "uses", "counts", "examples", "sources", "emptied", "passage", "memo", "theme", "found", "negatives", "claims", "bench", "agree", "draft read"],
  mark: ["layers", "sources"],
  content_note: ["layers", "sources", "content notes", "passage", "memo", "theme", "found", "negatives", "bench", "agree", "draft read"],
  link: ["examples", "negatives", "claims", "guides"],
  memo: ["layers", "memos", "memo"],
  theme: ["themes", "theme", "negatives", "claims", "bench", "signed", "analyses", "draft read"],
  evidence: ["themes", "theme", "negatives", "claims", "draft read"],
  lineage: ["themes", "theme", "negatives", "claims", "draft read"],
  negative_case: ["negatives", "themes", "theme"],
  analysis: ["themes", "bench", "rows", "agree", "draft read"],
  comparison: ["bench"],
  property: ["bench"],
  relation: ["bench"],
  ground: ["bench"],
  discussion: ["discussions"],
  position: ["discussions"],
  map: ["maps", "map"],
  map_item: ["maps", "map"],
  map_arrow: ["maps", "map"],
  code: ["codebook", "counts", "versions", "layers", "themes", "map", "negatives", "claims", "bench", "agree", "draft read"],
  source: ["sources", "source", "layers", "examples", "emptied", "passage", "claims", "agree", "draft read", "draft since"],
  turn: ["source", "sources", "claims", "guides", "turns", "draft read"],
  speaker: ["source", "sources", "voices", "person", "sample", "claims", "guides", "turns", "draft read"],
  reading: ["sources", "negatives", "claims", "agree", "draft read"],
  adjudication: ["agree"],
  member: ["study", "signed", "analyses", "agree", "draft read"],
  study: ["study"],
  case: ["study", "things", "rows", "scope", "sheet", "sample", "negatives", "claims", "bench", "draft read"],
  role: ["study", "rows", "scope", "sheet", "sample", "draft read"],
  participant: ["study", "things", "rows", "scope", "sheet", "sample", "person", "voices", "negatives", "claims", "bench", "draft read"],
  attribute: ["study", "rows", "scope", "sheet"],
  attribute_value: ["rows", "scope", "sheet", "negatives", "claims", "draft read"],
  consent: ["sheet", "person", "passage", "draft read", "draft since"],
  target: ["sample"],
  recruitment: ["things", "sample"],
  attendance: ["sample", "person"],
  set: ["things", "rows", "scope"],
  set_member: ["things", "rows", "scope"],
  framework: ["rows"],
  framework_column: ["rows"],
  claim: ["claims", "draft read", "draft since"],
  claim_look: ["claims"],
  quotation: ["draft read", "draft since"],
  draft: ["drafts", "draft"],
  proposal: ["drafts", "draft"],
  threshold: ["claims", "draft read", "draft since"],
  sign_off: ["signed", "draft read", "draft since"],
  wording_change: ["signed", "draft read"],
  guideline_answer: ["guidelines"],
  product: ["products"],
  query: ["rows"],
  instrument: ["rows", "guides"],
  question: ["rows", "guides", "turns", "answer sheet"],
  topic: ["rows", "guides"],
  answer: ["answer sheet", "claims", "guides", "draft read"],
  interview: ["rows", "guides"],
  configuration: ["configurations"],
  condition: ["configurations"],
  score: ["configurations"],
  score_segment: ["configurations"],
};

/** `out`: the server is there, but another one than this window signed in to. */
export type Connection = "here" | "away" | "out";
const AGAIN = 2000;

/** Follow until called again. `laid`: entries of which this window has changed what lies on the text by itself. */
export function follow(
  queries: QueryClient,
  laid: ReadonlySet<string>,
  told: (connection: Connection) => void,
  others: (act: Act) => void,
): () => void {
  let feed = connected();
  const waiting = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let trying: ReturnType<typeof setTimeout> | undefined;
  let away = false;

  const later = (names: Iterable<string>) => {
    for (const name of names) waiting.add(name);
    timer ??= setTimeout(() => {
      timer = undefined;
      for (const name of waiting) void (name === "uses" ? renewUses() : queries.invalidateQueries({ queryKey: [name] }));
      waiting.clear();
    }, 60);
  };

  function connected(): EventSource {
    const opened = new EventSource("/api/live");
    opened.addEventListener("open", () => {
      told("here");
      if (away) void queries.invalidateQueries();
      away = false;
    });
    opened.addEventListener("error", () => {
      away = true;
      // Where it is refused, the browser does not try again: a server that was started anew asks to be let in first.
      if (opened.readyState === EventSource.CLOSED) void again();
      else told("away");
    });
    opened.addEventListener("entry", (event: MessageEvent<string>) => {
      const act = JSON.parse(event.data) as Act;
      const names = new Set(Object.keys(act.changed).flatMap((kind) => SHOWN[kind] ?? []));
      const layers = names.delete("layers");
      // What is compared and reported depends on nearly everything.
      later([...names, "history", "overview", "compare", "reports"]);
      void madeHere(act.entry).then((here) => {
        if (!here) others(act);
        if (layers && !laid.has(act.entry)) later(["layers"]);
      });
    });
    // Another study lies open now, opened in whichever window: a moment of the one before means nothing in it.
    for (const name of ["hello", "idle"])
      opened.addEventListener(name, (event: MessageEvent<string>) => {
        const then = getThen();
        if (then === null || then.study === (JSON.parse(event.data) as { study: string }).study) return;
        setThen(null);
        void queries.resetQueries();
      });
    for (const name of ["reload", "idle"]) opened.addEventListener(name, () => void queries.invalidateQueries());
    return opened;
  }

  async function again(): Promise<void> {
    const status = await fetch("/api/me").then((answer) => answer.status, () => 0);
    told(status === 401 ? "out" : "away");
    clearTimeout(trying);
    trying = setTimeout(() => {
      feed = connected();
    }, AGAIN);
  }

  return () => {
    clearTimeout(timer);
    clearTimeout(trying);
    feed.close();
  };
}
