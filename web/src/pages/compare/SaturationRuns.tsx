/** What each run of interviews brought, as a share of the base; a run opens to what was new in its interviews. */
import { t } from "../../messages";
import type { Here } from "./address";
import { NumberCell, useClose } from "./Number";
import { Beside } from "./pieces";
import type { Found, Options } from "./Saturation";
import { CodingsOfThese } from "./SaturationMeaning";
import { SoFar } from "./SaturationInterviews";

export function Runs({ found, options, here }: { found: Found; options: Options; here: Here }) {
  const close = useClose(here);
  const base = options.base_size ?? 0;
  const { ratios, reached, run_length: length } = found.runs;
  const open = Number(here.get("open", "-1"));
  const between = (at: number) => (length > 1 ? t("sat.run.range", { first: base + at + 1, last: base + at + length }) : String(base + at + 1));
  const rows = (at: number) => found.rows.slice(base + at, base + at + length);
  const brought = (at: number) => rows(at).reduce((sum, row) => sum + row.new, 0);
  if (ratios.length === 0) return <p className="soft">{t("sat.run.none")}</p>;
  return (
    <div className="with-beside">
      <div className="grid-scroller low" role="region" tabIndex={0} aria-label={t("sat.part.runs")}>
        <table className="sides contrasts">
          <caption className="apart">{t("sat.lead.runs")}</caption>
          <thead>
            <tr><th scope="col">{t("sat.run.interviews")}</th><th scope="col">{t("sat.run.new")}</th><th scope="col">{t("sat.run.percent")}</th><th scope="col">{t("sat.run.below")}</th></tr>
          </thead>
          <tbody>
            {ratios.map((ratio, at) => (
              <tr key={at} data-open={at === open || undefined}>
                <th scope="row">{between(at)}</th>
                <NumberCell place={String(at)} none={brought(at) === 0} words={t("sat.run.words", { range: between(at), count: brought(at) })} here={here}>{t("compare.number", { number: brought(at) })}</NumberCell>
                <td className="figure">{t("sat.percent", { percent: (100 * ratio).toFixed(1) })}</td>
                <td>{base + at === reached ? t("sat.run.here", { written: found.reached }) : t(100 * ratio <= (options.threshold ?? 0) + 1e-9 ? "sat.run.yes" : "sat.run.no")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {open >= 0 && open < ratios.length && (
        <Beside title={t("sat.run.title", { range: between(open) })} onClose={close}>
          <SoFar rows={rows(open)} />
          <CodingsOfThese ids={rows(open).flatMap((row) => row.codings)} />
        </Beside>
      )}
    </div>
  );
}
