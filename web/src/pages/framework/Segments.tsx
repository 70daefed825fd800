/** What a summary rests on, and what lies in its cell and is not used: linked, taken away, looked at again. */
import { useState } from "react";
import type { Schemas } from "../../api/client";
import { fromCoding, Quotation, saidBy } from "../../components/Quotation";
import { t } from "../../messages";
import { staleIn } from "./cells";
import { useResting, type Place } from "./writing";

type Quoted = Schemas["Quotation"];
const MANY = 12;

/** `onShow`: the transcript lies beside it. `level`: of the headings. */
export function Segments({ place, quotations, may, level, onShow }: {
  place: Place;
  quotations: ReadonlyMap<string, Quoted>;
  may: boolean;
  level: 3 | 4;
  onShow?: ((quoted: Quoted) => void) | undefined;
}) {
  const { cell } = place;
  const { own, link, unlink, lookAgain } = useResting(place);
  const of = (ids: readonly string[]) => ids.flatMap((id) => quotations.get(id) ?? []).sort((one, two) => one.coding.source.localeCompare(two.coding.source) || one.coding.start - two.coding.start);
  const rests = of(own?.segments ?? []);
  const linked = new Set(own?.segments);
  const unused = of(cell.codings.filter((one) => !linked.has(one)));
  const changed = new Set(own?.changed);
  const fresh = new Set(own?.new);
  const stale = own === undefined ? "" : staleIn(own);
  const Head = `h${level}` as "h3";
  const what = (id: string) => (changed.has(id) ? t("framework.is.changed") : fresh.has(id) ? t("framework.is.new") : "");
  return (
    <>
      {own !== undefined && (stale !== "" || own.new.length > 0) && (
        <div className="note">
          <p>
            {stale !== "" && `${t("framework.wasStale", { what: stale })} `}
            {own.new.length > 0 && `${t("framework.wasNew", { count: own.new.length })} `}
            {may && t("framework.readAgain")}
          </p>
          {may && <button type="button" className="button" onClick={lookAgain}>{t("framework.looked")}</button>}
        </div>
      )}
      {own !== undefined && (
        <>
          <Head>{t("framework.rests", { count: rests.length })}</Head>
          {rests.length === 0 && <p className="soft">{t("framework.restsNone")}</p>}
          <Listed all={rests} what={what} onShow={onShow} button={(one) => may && (
            <button type="button" className="button" aria-label={t("framework.unlinkWhat", { who: saidBy(fromCoding(one)) })} onClick={() => unlink(one.coding.id)}>{t("framework.unlink")}</button>
          )} />
        </>
      )}
      <Head>{t("framework.unused", { count: unused.length })}</Head>
      {cell.codings.length === 0 ? <p className="soft">{t("framework.nothingHere")}</p> : unused.length === 0 && <p className="soft">{t("framework.unusedNone")}</p>}
      {may && unused.length > 1 && (
        <p><button type="button" className="button" onClick={() => link(unused.map((one) => one.coding.id))}>{t("framework.linkAll", { count: unused.length })}</button></p>
      )}
      <Listed all={unused} what={what} onShow={onShow} button={(one) => may && (
        <button type="button" className="button" aria-label={t("framework.linkWhat", { who: saidBy(fromCoding(one)) })} onClick={() => link([one.coding.id])}>{t("framework.link")}</button>
      )} />
      {cell.unreviewed > 0 && <p className="soft small">{t("framework.unreviewedHere", { count: cell.unreviewed })}</p>}
    </>
  );
}

function Listed({ all, what, button, onShow }: {
  all: readonly Quoted[];
  what: (id: string) => string;
  button: (one: Quoted) => React.ReactNode;
  onShow?: ((quoted: Quoted) => void) | undefined;
}) {
  const [most, setMost] = useState(MANY);
  return (
    <>
      <ul className="list quotes">
        {all.slice(0, most).map((one) => {
          const quoted = fromCoding(one);
          const said = what(one.coding.id);
          return (
            <li key={one.coding.id}>
              <Quotation quoted={quoted}>
                <div className="row">
                  {button(one)}
                  {onShow && <button type="button" className="button" aria-label={t("framework.showWhat", { who: saidBy(quoted) })} onClick={() => onShow(one)}>{t("framework.show")}</button>}
                  {said !== "" && <span className="mark warn">{said}</span>}
                  <span className="soft small">{t("framework.codedWith", { code: one.coding.code, member: one.coding.member })}</span>
                </div>
              </Quotation>
            </li>
          );
        })}
      </ul>
      {all.length > most && <button type="button" className="button" onClick={() => setMost(most + MANY)}>{t("compare.more", { count: all.length - most })}</button>}
    </>
  );
}
