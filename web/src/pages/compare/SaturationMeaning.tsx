/** Saturation of meaning: when the nuances of each category appeared, with the words that show them. */
import { useQuery } from "@tanstack/react-query";
import { ask } from "../../api/client";
import { Empty, Problem } from "../../components/parts";
import { t } from "../../messages";
import type { Here } from "./address";
import { Drawn } from "./Drawn";
import { NumberCell, useClose } from "./Number";
import { Beside, Quotations } from "./pieces";
import { SHOWS, type Found, type Options } from "./Saturation";

export function Meaning({ found, options, here }: { found: Found; options: Options; here: Here }) {
  const close = useClose(here);
  const open = here.get("open", "");
  const opened = found.meaning.find((one) => one.id === open);
  const at = (place: number) => (place < 0 ? t("sat.notSaid") : t("sat.at", { place: place + 1, label: found.rows[place]?.label ?? "" }));
  if (found.meaning.every((one) => one.nuances.length === 0)) return <Empty title={t("sat.noMeaning")}>{t("sat.noMeaningDetail")}</Empty>;
  return (
    <>
      <Drawn drawing={{ of: "saturation", options, show: SHOWS.meaning }} title={t("sat.part.meaning")}>
        <div className="grid-scroller low" role="region" tabIndex={0} aria-label={t("sat.nuances")}>
          <table className="sides contrasts">
            <caption className="apart">{t("sat.lead.meaning")}</caption>
            <thead>
              <tr><th scope="col">{t("sat.category")}</th><th scope="col">{t("sat.first")}</th><th scope="col">{t("sat.nuances")}</th><th scope="col">{t("sat.last")}</th></tr>
            </thead>
            <tbody>
              {found.meaning.map((one) => (
                <tr key={one.id} data-open={one.id === open || undefined}>
                  <th scope="row">{one.label}</th>
                  <td>{at(one.first)}</td>
                  <NumberCell place={one.id} none={one.nuances.length === 0} words={t("sat.nuance.words", { label: one.label, count: one.nuances.length })} here={here}>{one.nuances.length === 0 ? "–" : t("compare.number", { number: one.nuances.length })}</NumberCell>
                  <td>{one.nuances.length === 0 ? <em>{t("sat.nothingWritten")}</em> : at(one.last)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Drawn>
      {opened !== undefined && (
        <Beside title={t("sat.nuance.title", { label: opened.label })} onClose={close}>
          {opened.nuances.map((one) => (
            <section key={`${one.label} ${String(one.place)}`}>
              <h3>{one.label}</h3>
              <p className="soft small">{t("sat.nuance.in", { label: at(one.place), from: t(`sat.nuance.from.${one.source}`) })}</p>
              <CodingsOfThese ids={one.codings} />
            </section>
          ))}
        </Beside>
      )}
    </>
  );
}

/** Codings by their ids, with their words. */
export function CodingsOfThese({ ids }: { ids: readonly string[] }) {
  const found = useQuery({ queryKey: ["compare", "codings", ids], queryFn: () => ask("codings", { codings: [...ids], limit: 500 }), enabled: ids.length > 0 });
  if (found.error !== null) return <Problem error={found.error} again={() => void found.refetch()} />;
  return found.data === undefined ? null : <Quotations all={found.data.quotations} />;
}
