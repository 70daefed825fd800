/**
 * Words out of their text, with who said them: the same wherever they are shown, but in the transcript itself.
 *
 * They are covered while a content note lies on them that this reader is spared, until they ask; they open where they stand; they can be
 * copied with their identifier, unless somebody's consent forbids it; and they tell on request which codes lie on them
 * and what stands around them. What is asked for on request comes from the server then (`/api/ask/passage`).
 *
 * What a careful reader would get wrong: `covered` says what the note is about and comes with every answer that holds
 * words. An empty list means that there is no note, so never leave it away because it is inconvenient.
 */
import { useQuery } from "@tanstack/react-query";
import { useId, useState, type ReactNode } from "react";
import { ask, type Schemas } from "../api/client";
import { useCodebook, useStudy } from "../api/hooks";
import { within } from "../app";
import { t } from "../messages";
import { Patch } from "./parts";
import { useSay } from "./said";
import { useSpared } from "./Spared";
import "./quotation.css";

export interface Quoted {
  readonly source: string;
  /** Of the source. */
  readonly name: string;
  /** Code points; equal where there are no words. */
  readonly start: number;
  readonly end: number;
  readonly words: string;
  /** Identifiers of those whose own words they are. */
  readonly participants: readonly string[];
  readonly cases: readonly string[];
  readonly covered: readonly string[];
  /** What stands around them, where it was asked for. */
  readonly left?: string;
  readonly right?: string;
}

/** A coding with its words, as `codings`, `cell` and `pair` answer it. */
export function fromCoding({ coding, source }: Schemas["Quotation"]): Quoted {
  return {
    source, name: coding.source, start: coding.start, end: coding.end, words: coding.quote, participants: coding.participants,
    cases: coding.case === "" ? [] : [coding.case], covered: coding.covered,
  };
}

/** A side of a comparison that is a segment, as `pairs`, `sides` and `comparisons` answer it. */
export const fromSide = (side: Schemas["SideWords"]): Quoted => side;

/** Who said it, in a line: identifiers, else the source; then the case. */
export function saidBy(quoted: Quoted): string {
  const who = quoted.participants.length > 0 ? quoted.participants.join("; ") : t("quote.source", { name: quoted.name });
  return quoted.cases.length > 0 ? `${who}, ${quoted.cases.join("; ")}` : who;
}

/** Where it opens in Read and code. */
export const placeOf = (quoted: { source: string; start: number; end: number }): string =>
  `/read/${quoted.source}?from=${quoted.start}&to=${quoted.end}`;

const MORE = 60;

export function Quotation(props: {
  quoted: Quoted;
  /** Instead of plain words, such as hits that are set off; shown only when nothing covers them. */
  shown?: ReactNode;
  /** How many words around them are shown from the beginning. */
  around?: number;
  /** What a screen adds beneath: who coded it, what can be done to it. */
  children?: ReactNode;
}) {
  const { quoted } = props;
  const [open, setOpen] = useState(false);
  const [more, setMore] = useState(props.around ?? 0);
  const [codes, setCodes] = useState(false);
  const list = useId();
  const { covers } = useSpared();
  const about = quoted.covered.filter(covers);
  const hidden = about.length > 0 && !open;
  const who = saidBy(quoted);
  const place = { source: quoted.source, start: quoted.start, end: quoted.end };
  const wordless = quoted.end <= quoted.start;
  const passage = useQuery({
    queryKey: ["passage", { ...place, context: more }],
    queryFn: () => ask("passage", { ...place, context: more }),
    enabled: !wordless && !hidden && more > 0,
    placeholderData: (before) => before,
  });
  const around = more > 0 && passage.data ? passage.data : undefined;
  // Words around a passage may be covered where the passage is not; whoever opened the passage has said yes to its own.
  const aboutAround = around?.covered.filter(covers) ?? [];
  const spared = !open && aboutAround.length > 0;
  const left = spared ? "" : (around?.left ?? quoted.left ?? "");
  const right = spared ? "" : (around?.right ?? quoted.right ?? "");

  return (
    <figure className="quotation">
      {hidden ? (
        <p className="row covered">
          <span>{t("quote.covered", { about: about.join(", ") })}</span>
          <button type="button" className="button" aria-label={`${t("quote.show")}: ${who}`} onClick={() => setOpen(true)}>
            {t("quote.show")}
          </button>
        </p>
      ) : (
        <blockquote dir="auto">
          {wordless ? (
            <p className="soft">{t("quote.noWords")}</p>
          ) : (
            <p>
              {left !== "" && <span className="around">{left}</span>}
              {props.shown ?? <span className={left === "" && right === "" ? undefined : "said-here"}>{quoted.words}</span>}
              {right !== "" && <span className="around">{right}</span>}
            </p>
          )}
          {spared && (
            <p className="row covered">
              <span>{t("quote.covered", { about: aboutAround.join(", ") })}</span>
              <button type="button" className="button" aria-label={`${t("quote.show")}: ${who}`} onClick={() => setOpen(true)}>
                {t("quote.show")}
              </button>
            </p>
          )}
        </blockquote>
      )}
      <figcaption>
        <span className="who">{who}</span>
        {quoted.participants.length > 0 && quoted.name !== quoted.participants.join("; ") && <span className="soft">{quoted.name}</span>}
        <a href={placeOf(quoted)} aria-label={t("quote.openWhat", { who })} onClick={within}>
          {t("quote.open")}
        </a>
        {!wordless && !hidden && (
          <>
            <Copy place={place} who={who} />
            <button type="button" className="button plain" aria-label={t("quote.moreWhat", { who })} onClick={() => setMore((before) => Math.min(before + MORE, 10 * MORE))}>
              {t("quote.more")}
            </button>
          </>
        )}
        {!wordless && (
          <button type="button" className="button plain" aria-label={t("quote.codesWhat", { who })} aria-expanded={codes} aria-controls={list} onClick={() => setCodes(!codes)}>
            {t("quote.codes")}
          </button>
        )}
        {open && (
          <button type="button" className="button plain" onClick={() => setOpen(false)}>
            {t("quote.cover")}
          </button>
        )}
      </figcaption>
      <div id={list} hidden={!codes}>
        {codes && <Codes place={place} />}
      </div>
      {props.children}
    </figure>
  );
}

interface Place {
  source: string;
  start: number;
  end: number;
}

/** Take the words out of the workbench, as they would be quoted. */
function Copy({ place, who }: { place: Place; who: string }) {
  const { say, refuse } = useSay();
  const copy = async () => {
    const found = await ask("passage", place);
    if (found.refusal !== "") {
      say(t("quote.refused", { why: found.refusal }));
      return;
    }
    try {
      await navigator.clipboard.writeText(found.quoted);
    } catch {
      say(t("quote.noClipboard"));
      return;
    }
    say(found.standing === "" ? t("quote.nobody") : found.standing === "agreed" ? t("quote.agreed") : t("quote.unrecorded", { standing: found.standing }));
  };
  return (
    <button type="button" className="button plain" aria-label={t("quote.copyWhat", { who })} onClick={() => void copy().catch(refuse)}>
      {t("quote.copy")}
    </button>
  );
}

function Codes({ place }: { place: Place }) {
  const found = useQuery({ queryKey: ["passage", place], queryFn: () => ask("passage", place) });
  const book = useCodebook().data;
  const members = useStudy().data?.members;
  if (found.error !== null) return <p className="soft">{found.error.message}</p>;
  if (found.data === undefined) return <p className="soft">{t("app.loading")}</p>;
  if (found.data.codings.length === 0) return <p className="soft">{t("quote.noCodes")}</p>;
  return (
    <ul className="list on-it">
      {found.data.codings.map((one) => {
        const line = book?.codes.find((each) => each.code.id === one.code);
        const by = members?.find((each) => each.id === one.member)?.name ?? one.coding.member;
        return (
          <li key={one.coding.id} className="row">
            {line && <Patch code={line.code} />}
            {t("quote.codeBy", { code: one.coding.code, who: by })}
            {one.coding.unreviewed && <span className="soft small">{t("quote.unreviewed")}</span>}
          </li>
        );
      })}
    </ul>
  );
}
