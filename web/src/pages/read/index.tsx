/**
 * Read and code: the sources on the left, the transcript, and what lies where the reader looks on the right.
 *
 * In a narrow window they stand under each other, and the list folds once a source is open, so that the text comes first.
 */
import { useEffect, useMemo, useRef, useState } from "react";
import type { Schemas } from "../../api/client";
import { readAhead, useCodebook, useLayers, useSource, useSources } from "../../api/hooks";
import { Empty, Problem } from "../../components/parts";
import { matching } from "../../lib/fuzzy";
import { useNarrow } from "../../lib/narrow";
import { within } from "../../app";
import { t, type Key } from "../../messages";
import { Desk } from "./Desk";
import "../../transcript/transcript.css";
import "./read.css";

export default function Read({ rest, study }: { rest: readonly string[]; study: Schemas["StudyHere"] }) {
  const sources = useSources();
  const source = rest[0] ?? "";
  if (sources.error !== null) return <Problem error={sources.error} again={() => void sources.refetch()} />;
  if (sources.data === undefined) return <p className="empty soft">{t("app.loading")}</p>;
  if (sources.data.length === 0) return <Empty whole title={t("read.none")}>{t("read.noneDetail")}</Empty>;
  return (
    <div className="split">
      <List sources={sources.data} here={source} me={study.me.member?.id ?? ""} />
      {source === "" ? <Empty whole title={t("screen.read")}>{t("read.choose")}</Empty> : <One key={source} source={source} study={study} />}
    </div>
  );
}

function One({ source, study }: { source: string; study: Schemas["StudyHere"] }) {
  const found = useSource(source);
  // Asked for beside the text, not after it. Without what lies on it nothing is shown: some of it may have to be covered.
  const layers = useLayers(source);
  useCodebook();
  if (found.error !== null) return <Problem error={found.error} again={() => void found.refetch()} />;
  if (layers.data === undefined && layers.error !== null) return <Problem error={layers.error} again={() => void layers.refetch()} />;
  if (found.data === undefined || layers.data === undefined) return <p className="empty soft">{t("app.loading")}</p>;
  return <Desk source={found.data} study={study} />;
}

function List({ sources, here, me }: { sources: readonly Schemas["SourceLine"][]; here: string; me: string }) {
  const [typed, setTyped] = useState("");
  const [unfolded, setUnfolded] = useState(false);
  const narrow = useNarrow();
  const opener = useRef<HTMLElement>(null);
  const chosen = useRef(false);
  useEffect(() => {
    // The chosen link goes out of sight; the focus stays where the list can be unfolded again.
    if (chosen.current) opener.current?.focus({ preventScroll: true });
    chosen.current = false;
  }, [here]);
  const shown = useMemo(() => matching(typed, sources, (one) => one.name), [typed, sources]);
  const list = (
    <>
      <label className="field">
        <span>{t("read.filter")}</span>
        <input type="search" value={typed} onChange={(event) => setTyped(event.target.value)} />
      </label>
      <ul className="list sources">
        {shown.map((one) => {
          const progress = one.readings.find((reading) => reading.member === me)?.progress;
          return (
            <li key={one.id}>
              <a
                href={`/read/${one.id}`}
                aria-current={one.id === here ? "page" : undefined}
                onClick={(event) => {
                  within(event);
                  if (!event.defaultPrevented) return;
                  chosen.current = true;
                  setUnfolded(false);
                }}
                onPointerDown={() => readAhead(one.id)}
              >
                <span>{one.name}</span>
                <span className="soft small">{progress === undefined ? "" : t(`read.progress.${progress}` as Key)}</span>
              </a>
            </li>
          );
        })}
      </ul>
    </>
  );
  return (
    <nav className={narrow && here !== "" && !unfolded ? "side folded" : "side"} aria-label={t("read.sources")}>
      {narrow && here !== "" ? (
        <details open={unfolded} onToggle={(event) => setUnfolded(event.currentTarget.open)}>
          <summary ref={opener}>{t("read.sources")}</summary>
          {list}
        </details>
      ) : (
        list
      )}
    </nav>
  );
}
