/** The documents that were found, to be corrected in a table before they are taken in; and the labels of who speaks. */
import { useState } from "react";
import { t } from "../../messages";
import { folderOf, labels, stemOf, type Fix, type Found, type Here, type Review, type Voice } from "./review";

const PAGE = 100;
const VOICES = ["participant", "interviewer", "other", "unassigned"] as const satisfies readonly Voice[];

export function Documents({ documents, cases, review, onFix, onFixes }: {
  documents: readonly Here[];
  cases: readonly string[];
  review: Review;
  onFix: (key: string, fix: Fix) => void;
  onFixes: (fixes: Record<string, Fix>) => void;
}) {
  const [shown, setShown] = useState(PAGE);
  const folders = documents.some((one) => folderOf(one.path) !== "");
  const all = (fix: (one: Here) => Fix) => onFixes(Object.fromEntries(documents.map((one) => [one.key, { ...review.fixes[one.key], ...fix(one) }])));
  return (
    <section>
      <h2 id="documents">{t("bring.documents")} ({documents.length})</h2>
      <p>{t("bring.documentsWhat")}</p>
      <div className="row">
        {folders && <button type="button" className="button" onClick={() => all((one) => ({ case: folderOf(one.path) }))}>{t("bring.foldersAsCases")}</button>}
        <button type="button" className="button" onClick={() => all((one) => ({ people: stemOf(one.path) }))}>{t("bring.filesAsPeople")}</button>
        {Object.keys(review.fixes).length > 0 && <button type="button" className="button" onClick={() => onFixes({})}>{t("bring.clear")}</button>}
      </div>
      <datalist id="cases-there">
        {cases.map((one) => <option key={one} value={one} />)}
      </datalist>
      <div className="scrolled" role="region" tabIndex={0} aria-labelledby="documents">
        <table className="lined corrections">
          <caption className="apart">{t("bring.documents")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("bring.take")}</th>
              <th scope="col">{t("bring.fileName")}</th>
              <th scope="col">{t("bring.case")}</th>
              <th scope="col">{t("bring.people")}</th>
              <th scope="col" className="num">{t("bring.turns")}</th>
              <th scope="col">{t("bring.encoding")}</th>
            </tr>
          </thead>
          <tbody>
            {documents.slice(0, shown).map((one) => (
              <Row key={one.key} one={one} fix={review.fixes[one.key] ?? {}} onFix={(fix) => onFix(one.key, fix)} />
            ))}
          </tbody>
        </table>
      </div>
      {documents.length > shown && (
        <button type="button" className="button" onClick={() => setShown(shown + PAGE)}>
          {t("bring.more", { count: Math.min(PAGE, documents.length - shown) })}
        </button>
      )}
    </section>
  );
}

function Row({ one, fix, onFix }: { one: Here; fix: Fix; onFix: (fix: Fix) => void }) {
  const file = one.path;
  const out = fix.leaveOut === true;
  return (
    <tr className={out ? "out" : undefined}>
      <td>
        <label className="tick">
          <span className="apart">{t("bring.takeFile", { file })}</span>
          <input type="checkbox" checked={!out} onChange={(event) => onFix({ ...fix, leaveOut: !event.target.checked })} />
        </label>
      </td>
      <th scope="row">
        <details>
          <summary className="path">{file}</summary>
          <p className="small words">{one.beginning} …</p>
          {one.speakers.length > 0 && (
            <ul className="small" aria-label={t("bring.speakersOf", { file })}>
              {one.speakers.map((speaker) => (
                <li key={speaker.label}>
                  <strong>{speaker.label}</strong> ({speaker.turns}): {t(`bring.voice.${speaker.voice}`)} {speaker.participant} · {speaker.why}
                </li>
              ))}
            </ul>
          )}
        </details>
      </th>
      <td>
        <input type="text" list="cases-there" aria-label={t("bring.caseOf", { file })} disabled={out} value={fix.case ?? one.case} onChange={(event) => onFix({ ...fix, case: event.target.value })} />
      </td>
      <td>
        <input type="text" aria-label={t("bring.peopleOf", { file })} disabled={out} value={fix.people ?? one.participants.join(", ")} onChange={(event) => onFix({ ...fix, people: event.target.value })} />
      </td>
      <td className="num">{one.turns}</td>
      <td>{one.encoding}{one.language !== "" && `, ${one.language}`}</td>
    </tr>
  );
}

export function Speakers({ documents, review, onVoice }: { documents: readonly Here[]; review: Review; onVoice: (label: string, voice: Voice | null) => void }) {
  const [shown, setShown] = useState(PAGE);
  const found = labels(documents, review);
  return (
    <section>
      <h2 id="speakers">{t("bring.speakers")}</h2>
      {found.length === 0 ? (
        <p>{t("bring.noSpeakers")}</p>
      ) : (
        <>
          <p>{t("bring.speakersWhat")} {found.some((one) => one.voice === "unassigned") && t("bring.unassigned")}</p>
          <div className="scrolled" role="region" tabIndex={0} aria-labelledby="speakers">
            <table className="lined corrections">
              <caption className="apart">{t("bring.speakers")}</caption>
              <thead>
                <tr>
                  <th scope="col">{t("bring.label")}</th>
                  <th scope="col" className="num">{t("bring.in")}</th>
                  <th scope="col" className="num">{t("bring.turns")}</th>
                  <th scope="col">{t("bring.voice")}</th>
                  <th scope="col">{t("bring.why")}</th>
                </tr>
              </thead>
              <tbody>
                {found.slice(0, shown).map((one) => (
                  <tr key={one.label}>
                    <th scope="row">{one.label}</th>
                    <td className="num">{one.files}</td>
                    <td className="num">{one.turns}</td>
                    <td>
                      <select aria-label={t("bring.voiceOf", { label: one.label })} value={one.voice ?? ""} onChange={(event) => onVoice(one.label, VOICES.find((voice) => voice === event.target.value) ?? null)}>
                        {one.voice === null && <option value="">{t("bring.mixed")}</option>}
                        {VOICES.map((voice) => <option key={voice} value={voice}>{t(`bring.voice.${voice}`)}</option>)}
                      </select>
                    </td>
                    <td className="small">{review.voices[one.label] === undefined ? one.why : ""}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {found.length > shown && <button type="button" className="button" onClick={() => setShown(shown + PAGE)}>{t("bring.more", { count: Math.min(PAGE, found.length - shown) })}</button>}
        </>
      )}
    </section>
  );
}

const TYPES = ["text", "number", "date", "boolean", "one-of", "many-of"] as const;

/** What tables bring beside documents. */
export function Tables({ found, onType }: { found: Found; onType: (attribute: string, type: string) => void }) {
  if (found.attributes.length === 0 && found.cases.length === 0 && found.participants.length === 0) return null;
  return (
    <section>
      <h2 id="tables">{t("bring.tables")}</h2>
      <p>{t("bring.tablesWhat", { cases: found.cases.length, participants: found.participants.length })}</p>
      {found.attributes.length > 0 && (
        <div className="scrolled" role="region" tabIndex={0} aria-labelledby="tables">
          <table className="lined corrections">
            <caption className="apart">{t("bring.tables")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("bring.attributeOf")}</th>
                <th scope="col">{t("bring.attribute")}</th>
                <th scope="col">{t("bring.attributeType")}</th>
              </tr>
            </thead>
            <tbody>
              {found.attributes.map((one) => (
                <tr key={`${one.subject}.${one.name}`}>
                  <td>{one.subject}</td>
                  <th scope="row">{one.name}</th>
                  <td>
                    <select aria-label={`${t("bring.attributeType")}: ${one.name}`} value={one.type} onChange={(event) => onType(`${one.subject}.${one.name}`, event.target.value)}>
                      {TYPES.map((type) => <option key={type} value={type}>{type}</option>)}
                    </select>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
