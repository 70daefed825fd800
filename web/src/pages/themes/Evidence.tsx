/** Evidence placed by hand: for a theme and against it, and further codings to be found and placed. */
import type { Schemas } from "../../api/client";
import { CodingFinder } from "../../components/CodingFinder";
import { useDoing } from "../../components/doing";
import { fromCoding, Quotation, saidBy } from "../../components/Quotation";
import { t } from "../../messages";

type Stance = "for" | "against";
const SIDES = ["for", "against"] as const;

export function Evidence({ found, may, adding, onAdding }: { found: Schemas["ThemeToRead"]; may: boolean; adding: boolean; onAdding: (adding: boolean) => void }) {
  const { run } = useDoing();
  const { theme } = found.theme;
  const shows = ["themes", "theme"];
  const place = (coding: string, stance: Stance, note: string | null = null) =>
    void run("evidence.place", { theme: theme.id, codings: [coding], stance, ...(note === null ? {} : { note }) }, { sentence: t(`themes.placed.${stance}`), shows });
  const held = new Set(found.evidence.map((one) => one.quotation.coding.id));
  const suggested = found.theme.lineage.filter((one) => one.kind === "code" && one.how !== "dropped");
  return (
    <section>
      <h3>{t("themes.evidenceTitle")}</h3>
      <div className="sides">
        {SIDES.map((side) => {
          const here = found.evidence.filter((one) => one.evidence.stance === side);
          const other = side === "for" ? "against" : "for";
          return (
            <section key={side} aria-labelledby={`side-${side}`}>
              <h4 id={`side-${side}`}>{t(`themes.side.${side}`, { count: here.length })}</h4>
              {here.length === 0 && <p className="soft">{t(`themes.side.none.${side}`)}</p>}
              <ul className="list">
                {here.map((one) => {
                  const who = saidBy(fromCoding(one.quotation));
                  return (
                    <li key={one.evidence.id} className="laid">
                      <Quotation quoted={fromCoding(one.quotation)}>
                        <p className="soft small">
                          {t("memos.codedBy", { code: one.quotation.coding.code, who: one.quotation.coding.member })}
                          {one.evidence.note !== "" && ` · ${one.evidence.note}`}
                        </p>
                        {may && (
                          <div className="row">
                            <button type="button" className="button plain" aria-label={t(`themes.turnName.${other}`, { who })} onClick={() => place(one.quotation.coding.id, other)}>
                              {t(`themes.turn.${other}`)}
                            </button>
                            <button
                              type="button"
                              className="button plain"
                              aria-label={t("themes.takeAwayName", { who })}
                              onClick={() => void run("evidence.take_away", { theme: theme.id, codings: [one.quotation.coding.id] }, { sentence: t("themes.takenAway"), shows })}
                            >
                              {t("themes.takeAway")}
                            </button>
                          </div>
                        )}
                      </Quotation>
                    </li>
                  );
                })}
              </ul>
            </section>
          );
        })}
      </div>
      {may && (
        <p>
          <button type="button" className="button" aria-expanded={adding} aria-controls="find-evidence" onClick={() => onAdding(!adding)}>{t("themes.findEvidence")}</button>
        </p>
      )}
      <div id="find-evidence" hidden={!adding}>
        {adding && (
          <CodingFinder codes={suggested.map((one) => one.origin)} but={held}>
            {(one) =>
              SIDES.map((side) => (
                <button key={side} type="button" className="button" aria-label={t(`themes.placeName.${side}`, { who: saidBy(fromCoding(one)) })} onClick={() => place(one.coding.id, side)}>
                  {t(`themes.place.${side}`)}
                </button>
              ))
            }
          </CodingFinder>
        )}
      </div>
    </section>
  );
}
