/** What stands beside the text: of each reference how it stands, and of sentences that say how many whether anything bears them out. */
import { useState } from "react";
import { within } from "../../../app";
import { Covered } from "../../../components/Covered";
import { placeOf } from "../../../components/Quotation";
import { t } from "../../../messages";
import type { Mark } from "./marks";

const SIGNS: Record<Mark["look"], string> = { well: "✓", look: "!", unbound: "?" };

/** A mark in words: what it is, how it stands. */
export function titleOf(mark: Mark): string {
  if ("mistake" in mark.what) return t("draft.mistake");
  if ("unbound" in mark.what) return mark.what.unbound.about === "" ? t("draft.against") : t("draft.unbound", { words: mark.what.unbound.about });
  const { kind, status } = mark.what.reference;
  return `${t(`draft.kind.${kind}`)}: ${t(`draft.status.${status}`)}`;
}

export function Beside({ mark, onGo }: { mark: Mark; onGo: () => void }) {
  const [open, setOpen] = useState(false);
  const what = mark.what;
  return (
    <article className="beside" data-look={mark.look}>
      <button type="button" className="button plain" onClick={onGo} aria-label={t("draft.goTo", { title: titleOf(mark), line: mark.line })}>
        <span className="sign" aria-hidden="true">{SIGNS[mark.look]}</span> {titleOf(mark)}
      </button>
      {"mistake" in what && <p>{what.mistake.problem} {what.mistake.works}</p>}
      {"unbound" in what && <p>{what.unbound.what} {what.unbound.do}</p>}
      {"reference" in what && (
        <>
          {what.reference.sentence !== "" && <Spared about={what.reference.covered} words={what.reference.sentence} only={what.reference.status === "altered"} />}
          {what.reference.stale !== "" && (
            <p className="stale">
              <strong>{t("draft.since")}</strong> <Spared about={what.reference.covered} words={what.reference.stale} only inline />
            </p>
          )}
          {what.reference.printed !== "" && (
            <>
              <button type="button" className="button plain" aria-expanded={open} aria-label={t("draft.printedOf", { title: titleOf(mark), line: mark.line })} onClick={() => setOpen(!open)}>
                {t("draft.printed")}
              </button>
              {open && <Spared about={what.reference.covered} words={what.reference.printed} only quoted={what.reference.kind === "quote"} />}
            </>
          )}
          <Opens reference={what.reference} />
        </>
      )}
    </article>
  );
}

/** Words that may hold what somebody said; `only`: they do, and are covered where a content note lies on them. */
function Spared({ about, words, only, quoted = false, inline = false }: { about: readonly string[]; words: string; only: boolean; quoted?: boolean; inline?: boolean }) {
  const said = quoted ? `“${words}”` : words;
  const shown = inline ? <span dir="auto">{said}</span> : <p className={quoted ? "said" : undefined} dir="auto">{said}</p>;
  return only && about.length > 0 ? <Covered about={about}>{shown}</Covered> : shown;
}

function Opens({ reference }: { reference: Extract<Mark["what"], { reference: unknown }>["reference"] }) {
  const place = { source: reference.source, start: reference.source_start, end: reference.source_end };
  if (place.source !== "" && place.end > place.start) {
    return <a className="small" href={placeOf(place)} onClick={within}>{t("draft.openPlace", { line: reference.line })}</a>;
  }
  if (reference.kind === "claim" && reference.thing !== "") {
    return <a className="small" href={`/findings?claim=${reference.thing}`} onClick={within}>{t("draft.openClaim", { line: reference.line })}</a>;
  }
  return null;
}
