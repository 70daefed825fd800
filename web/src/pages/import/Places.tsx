/**
 * Quotations of a table that stand at several places: each with every place and the words around it, to choose the one
 * that is meant.
 *
 * What a careful reader would get wrong: nothing is asked of the server when a place is chosen. The choices hold once the
 * files are taken in, and what is left open is not part of the study; it is listed again afterwards.
 */
import { useId, useState } from "react";
import { t } from "../../messages";
import type { Waiting } from "./review";

const PAGE = 20;

export function Places({ waiting, disabled, onPlace }: { waiting: readonly Waiting[]; disabled: boolean; onPlace: (key: string, place: number | null) => void }) {
  const [shown, setShown] = useState(PAGE);
  if (waiting.length === 0) return null;
  const open = waiting.filter((one) => one.place === null).length;
  return (
    <section>
      <h2>{t("bring.places")} ({waiting.length})</h2>
      <p>{t("bring.placesWhat")}</p>
      {waiting.slice(0, shown).map((one) => (
        <Quotation key={one.key} one={one} disabled={disabled} onPlace={(place) => onPlace(one.key, place)} />
      ))}
      {waiting.length > shown && (
        <button type="button" className="button" onClick={() => setShown(shown + PAGE)}>{t("bring.more", { count: Math.min(PAGE, waiting.length - shown) })}</button>
      )}
      <p className="soft" role="status">{t("bring.placesOpen", { open, chosen: waiting.length - open })}</p>
    </section>
  );
}

function Quotation({ one, disabled, onPlace }: { one: Waiting; disabled: boolean; onPlace: (place: number | null) => void }) {
  const name = useId();
  const { quotation } = one;
  const codes = quotation.codes.length === 0 ? t("bring.placesNoCode") : quotation.codes.join(", ");
  return (
    <fieldset disabled={disabled}>
      <legend className="legend">{t("bring.placesOf", { row: quotation.row, codes, source: quotation.source })}</legend>
      {quotation.places.map((place, at) => (
        <label key={at} className="row">
          <input type="radio" name={name} checked={one.place === at + 1} onChange={() => onPlace(at + 1)} />
          <span className="words">{place}</span>
        </label>
      ))}
      <label className="row">
        <input type="radio" name={name} checked={one.place === null} onChange={() => onPlace(null)} />
        <span>{t("bring.placesLeave")}</span>
      </label>
    </fieldset>
  );
}
