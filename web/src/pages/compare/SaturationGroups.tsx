/** Each group by itself: what is new to it, interview by interview. Where there are too few, nothing is said. */
import { t } from "../../messages";
import type { Here } from "./address";
import { NumberCell, useClose } from "./Number";
import { Beside } from "./pieces";
import type { Found, Options } from "./Saturation";

export function Groups({ found, options, here }: { found: Found; options: Options; here: Here }) {
  const close = useClose(here);
  const [key = ""] = here.get("open", "").split("~");
  const opened = found.groups.find((one) => one.key === key);
  if (found.groups.length === 0) return <p className="soft">{t("sat.group.choose")}</p>;
  return (
    <div className="with-beside">
      <div className="grid-scroller low" role="region" tabIndex={0} aria-label={t("sat.part.groups")}>
        <table className="sides contrasts">
          <caption className="apart">{t("sat.lead.groups")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("sat.group")}</th>
              {(["interviews", "codes", "reached", "orders"] as const).map((one) => <th key={one} scope="col">{t(`sat.group.${one}`)}</th>)}
            </tr>
          </thead>
          <tbody>
            {found.groups.map((one) => (
              <tr key={one.key} data-open={one.key === key || undefined}>
                <th scope="row">{one.label}</th>
                <NumberCell place={`${one.key}~interviews`} none={one.interviews === 0} words={t("sat.group.words", { label: one.label, count: one.interviews })} here={here}>{t("compare.number", { number: one.interviews })}</NumberCell>
                <NumberCell place={`${one.key}~codes`} none={one.codes === 0} words={t("sat.group.wordsCodes", { label: one.label, count: one.codes })} here={here}>{t("compare.number", { number: one.codes })}</NumberCell>
                <td>{!one.enough || one.runs === null ? <em>{t("sat.group.few")}</em> : one.runs.reached < 0 ? t("sat.group.not") : t("sat.group.at", { written: `${String(one.runs.reached)}+${String(one.runs.run_length)}` })}</td>
                <td className="figure">{one.of_orders === null ? "–" : t("sat.group.of", { count: one.of_orders, orders: options.orders ?? 0 })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {opened !== undefined && (
        <Beside title={t("sat.group.title", { label: opened.label })} onClose={close}>
          <ol className="kinds">
            {opened.members.map((place, at) => <li key={place}>{t("sat.group.new", { label: found.rows[place]?.label ?? "", count: opened.new[at] ?? 0 })}</li>)}
          </ol>
        </Beside>
      )}
    </div>
  );
}
