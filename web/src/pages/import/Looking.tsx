/** Looking at what was found: refusals first, then what can be corrected, then names, then the one button that takes it in. */
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { plain, read, type Schemas } from "../../api/client";
import { Problem } from "../../components/parts";
import { t } from "../../messages";
import { Documents, Speakers, Tables } from "./Documents";
import { Files, rowsLeft, Sentences } from "./Files";
import { NamesToReplace, type Kept } from "./Names";
import { Places } from "./Places";
import { asked as askedOf, placed, replaced, waiting, type Found, type Review } from "./review";

/** What lies here: what was found at first (which corrections are about), what it is with them, and the corrections. */
export interface Laid {
  upload: string;
  refused: Schemas["FileHere"][];
  first: Found;
  found: Found;
  names: Schemas["NamesHere"];
  review: Review;
  kept: Kept;
  wrong?: { first?: string | undefined; second?: string | undefined };
}

const PAUSE_MS = 500;

export function Looking({ study, laid, taking, onLaid, onTake, onCancel }: {
  study: Schemas["StudyHere"];
  laid: Laid;
  taking: boolean;
  onLaid: (laid: Laid) => void;
  onTake: () => void;
  onCancel: () => void;
}) {
  const [error, setError] = useState<unknown>(null);
  const latest = useRef(laid);
  const wanted = JSON.stringify(askedOf(laid.first.documents, laid.review));
  const shown = useRef(wanted);
  const cases = useQuery({ queryKey: ["things", "case"], queryFn: () => read("/api/rows/case") });
  const review = (change: Partial<Review>) => onLaid({ ...laid, review: { ...laid.review, ...change } });

  useEffect(() => {
    latest.current = laid;
  }, [laid]);

  // What the corrections come to is asked after a pause in them; what was typed meanwhile stays.
  useEffect(() => {
    if (shown.current === wanted) return undefined;
    const timer = setTimeout(() => {
      plain("POST", "/api/imports/{upload}/preview", { path: { upload: laid.upload } }, JSON.parse(wanted))
        .then((found) => {
          shown.current = wanted;
          setError(null);
          onLaid({ ...latest.current, found: found as Found });
        })
        .catch(setError);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [wanted, laid.upload, onLaid]);

  const { found } = laid;
  const of = (became: Schemas["FileHere"]["became"]) => found.files.filter((one) => one.became === became);
  const refused = [...laid.refused, ...of("refused").filter((one) => !laid.first.documents.some((each) => each.path === one.name && laid.review.fixes[each.key]?.leaveOut === true))];
  const fresh = of("source").length;
  const chosen = placed(found, laid.review);
  const changes = chosen.length > 0 || Object.values(found.counts).some((count) => count.added > 0 || count.changed > 0);
  const example = replaced(laid.review).length > 0 ? found.documents[0] : undefined;
  const codes = [...new Set([...(cases.data ?? []).map((one) => one.code), ...found.cases.map((one) => one.code)])];

  return (
    <>
      <p role="status">
        {t("bring.summary", { sources: fresh, known: of("known").length, tables: of("table").length, refused: refused.length, left: of("left alone").length })}
      </p>
      <Files title={t("bring.refused")} what={t("bring.refusedWhat")} files={refused} />
      <Files title={t("bring.known")} what={t("bring.knownWhat")} files={of("known")} open={fresh === 0} />
      <Files title={t("bring.left")} files={of("left alone")} open={false} />
      <Sentences title="bring.rows" said={rowsLeft(found.rows)} open />
      <Sentences title="bring.choices" said={found.choices} />
      <Sentences title="bring.losses" said={found.losses} />
      {laid.first.documents.length > 0 && (
        <>
          <Documents
            documents={laid.first.documents}
            cases={codes}
            review={laid.review}
            onFix={(key, fix) => review({ fixes: { ...laid.review.fixes, [key]: fix } })}
            onFixes={(fixes) => review({ fixes })}
          />
          <Speakers
            documents={laid.first.documents}
            review={laid.review}
            onVoice={(label, voice) => {
              if (voice !== null) review({ voices: { ...laid.review.voices, [label]: voice } });
            }}
          />
        </>
      )}
      <Places
        waiting={waiting(found, laid.review)}
        disabled={taking}
        onPlace={(key, place) => review({ places: { ...laid.review.places, [key]: place } })}
      />
      <Tables found={found} onType={(attribute, type) => review({ types: { ...laid.review.types, [attribute]: type } })} />
      {laid.first.documents.length > 0 && (
        <NamesToReplace
          upload={laid.upload}
          asked={askedOf(laid.first.documents, laid.review)}
          names={laid.names}
          review={laid.review}
          kept={laid.kept}
          wrong={laid.wrong ?? {}}
          onNames={(names) => {
            const listed = names.names.filter((one) => one.listed).map((one) => [one.words, { becomes: one.becomes, chosen: true }] as const);
            onLaid({ ...laid, names, wrong: {}, review: { ...laid.review, names: { ...laid.review.names, ...Object.fromEntries(listed) } } });
          }}
          onReplace={(names) => review({ names })}
          onKept={(kept) => onLaid({ ...laid, kept, wrong: {} })}
        />
      )}
      {example !== undefined && (
        <figure className="aside narrow">
          <figcaption className="soft small">{t("bring.preview")}</figcaption>
          <blockquote className="words">{example.beginning} …</blockquote>
        </figure>
      )}
      {error !== null && <Problem error={error} />}
      <div className="row going">
        <button type="button" className="button primary" disabled={taking || !changes || !study.me.may.includes("edit")} onClick={onTake}>
          {taking ? t("bring.taking") : changes ? t("bring.do", { count: fresh + of("table").length }) : t("bring.doNothing")}
        </button>
        <button type="button" className="button" disabled={taking} onClick={onCancel}>{t("bring.cancel")}</button>
      </div>
    </>
  );
}
