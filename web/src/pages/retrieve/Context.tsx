/** A word in each of its contexts, one below the other; what a content note lies on is covered until it is asked for. */
import { useState } from "react";
import { within } from "../../app";
import { placeOf, saidBy } from "../../components/Quotation";
import { t } from "../../messages";
import type { Hit } from "./asking";

export function Context({ term, hits }: { term: string; hits: readonly Hit[] }) {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  return (
    // A table wider than the window is scrolled in its own region, also with keys.
    <div className="wide" role="region" aria-label={t("find.context.caption", { term })} tabIndex={0}>
      <table className="kwic">
        <caption className="apart">{t("find.context.caption", { term })}</caption>
        <thead>
          <tr>
            <th scope="col">{t("find.context.who")}</th>
            <th scope="col" className="before">{t("find.context.left")}</th>
            <th scope="col">{t("find.context.word")}</th>
            <th scope="col">{t("find.context.right")}</th>
          </tr>
        </thead>
        <tbody>
          {hits.map((one) => {
            const who = saidBy(one.quoted);
            const covered = one.quoted.covered.length > 0 && !open.has(one.key);
            return (
              <tr key={one.key}>
                <th scope="row">
                  <a href={placeOf(one.quoted)} aria-label={t("quote.openWhat", { who })} onClick={within}>{who}</a>
                  {one.interviewer && <span className="soft small"> {t("find.interviewer")}</span>}
                </th>
                {covered ? (
                  <td colSpan={3}>
                    <span className="row">
                      {t("quote.covered", { about: one.quoted.covered.join(", ") })}
                      <button type="button" className="button" aria-label={`${t("quote.show")}: ${who}`} onClick={() => setOpen(new Set([...open, one.key]))}>
                        {t("quote.show")}
                      </button>
                    </span>
                  </td>
                ) : (
                  <>
                    <td className="before" dir="auto">{one.quoted.left}</td>
                    <td><strong>{one.quoted.words}</strong></td>
                    <td dir="auto">{one.quoted.right}</td>
                  </>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
