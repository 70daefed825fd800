/** The transcript beside which somebody charts: read, pointed at, jumped in; nothing is coded here. */
import { useEffect, useRef } from "react";
import type { Schemas } from "../../api/client";
import { useCodes, useLayers, useSource } from "../../api/hooks";
import { Problem } from "../../components/parts";
import { useSpared } from "../../components/Spared";
import { t } from "../../messages";
import type { Options, TranscriptView } from "../../transcript/view";
import { Transcript } from "../read/Transcript";
import { hear, useAloud } from "../read/useAloud";
import { useShown } from "../read/useShown";
import "../../transcript/transcript.css";

/** Where to go; `number` changes when it is asked for again. */
export interface Jump {
  readonly source: string;
  readonly start: number;
  readonly end: number;
  /** Of the coding. */
  readonly id: string;
  readonly number: number;
}

const NOTHING: readonly Jump[] = [];

interface Of {
  study: Schemas["StudyHere"];
  jump: Jump | null;
  onHit: (codings: string[]) => void;
}

export function ItsTranscript({ source, ...of }: Of & { source: string }) {
  const found = useSource(source);
  // Without what lies on it nothing is shown: some of it may have to be covered.
  const layers = useLayers(source);
  if (found.error !== null) return <Problem error={found.error} again={() => void found.refetch()} />;
  if (layers.error !== null) return <Problem error={layers.error} again={() => void layers.refetch()} />;
  if (found.data === undefined || layers.data === undefined) return <p className="soft">{t("app.loading")}</p>;
  return <Text source={found.data} layers={layers.data} {...of} />;
}

function Text({ source, layers, study, jump, onHit }: Of & { source: Schemas["SourceToRead"]; layers: Schemas["Layers"] }) {
  const { covers } = useSpared();
  const shown = useShown(source, layers, useCodes(), study, "all", false, covers);
  const aloud = useAloud(shown);
  const view = useRef<TranscriptView>(null);
  const told = useRef<HTMLParagraphElement>(null);
  const options: Options = {
    look: (one) => shown.looks.get(one) ?? null,
    onSelect: () => undefined,
    onHit,
    onResize: () => undefined,
    coverText: (about) => t("read.covered", { about }),
    onUncover: shown.uncover,
    laidText: aloud.laidText,
    onTold: (what) => hear(told.current, aloud.sentence(what)),
  };
  useEffect(() => {
    if (jump === null) return;
    view.current?.scrollTo(jump);
    view.current?.select(jump, true);
  }, [jump]);
  return (
    <>
      <p ref={told} className="apart" role="status" />
      <Transcript
        ref={view}
        label={t("charting.transcript", { name: source.source.name })}
        help={t("charting.transcriptHelp")}
        stretches={shown.stretches}
        labelOf={shown.labelOf}
        laid={shown.laid}
        looks={shown.looks}
        found={jump === null ? NOTHING : [jump]}
        hit={jump}
        covered={shown.covered}
        options={options}
        onKeyDown={() => undefined}
      />
    </>
  );
}
