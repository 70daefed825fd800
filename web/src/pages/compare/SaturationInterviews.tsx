/** The curve of codes with its table: every interview with what is in it, what was new, and what there was so far. */
import { useQuery } from "@tanstack/react-query";
import { ask } from "../../api/client";
import { Problem } from "../../components/parts";
import { t } from "../../messages";
import type { Here } from "./address";
import { Drawn } from "./Drawn";
import { NumberCell, useClose } from "./Number";
import { Beside, Quotations } from "./pieces";
import { SHOWS, type Found, type Options } from "./Saturation";

const WHAT = ["codes", "new", "soFar"] as const;
type What = (typeof WHAT)[number];

export function Interviews({ found, options, here }: { found: Found; options: Options; here: Here }) {
  const close = useClose(here);
  const [id = "", asked = ""] = here.get("open", "").split("~");
  const what = WHAT.find((one) => one === asked) ?? "new";
  const at = found.rows.findIndex((row) => row.id === id);
  const opened = found.rows[at];
  return (
    <>
      <Drawn drawing={{ of: "saturation", options, show: SHOWS.codes }} title={found.title}>
        <div className="grid-scroller low" role="region" tabIndex={0} aria-label={t("sat.interviews")}>
          <table className="sides contrasts">
            <caption className="apart">{t("sat.interviews")}</caption>
            <thead>
              <tr>
                {(["place", "interview", "held", "codesIn", "new", "soFar", "others"] as const).map((one) => <th key={one} scope="col">{t(`sat.${one}`)}</th>)}
              </tr>
            </thead>
            <tbody>
              {found.rows.map((row, place) => (
                <tr key={row.id} data-open={row.id === id || undefined}>
                  <td className="figure">{t("compare.number", { number: place + 1 })}</td>
                  <th scope="row">{row.label}</th>
                  <td>{row.date === "" ? t("sat.heldUnknown") : row.date}</td>
                  <NumberCell place={`${row.id}~codes`} none={row.codes === 0} words={t("sat.words.codes", { label: row.label, count: row.codes })} here={here}>{t("compare.number", { number: row.codes })}</NumberCell>
                  <NumberCell place={`${row.id}~new`} none={row.new === 0} words={t("sat.words.new", { label: row.label, count: row.new })} here={here}><b>{t("compare.number", { number: row.new })}</b></NumberCell>
                  <NumberCell place={`${row.id}~soFar`} none={row.so_far === 0} words={t("sat.words.soFar", { label: row.label, count: row.so_far })} here={here}>{t("compare.number", { number: row.so_far })}</NumberCell>
                  <td className="figure">{found.band.length === 0 ? "–" : t("sat.band", { low: found.band[0]?.[place] ?? 0, median: found.band[1]?.[place] ?? 0, high: found.band[2]?.[place] ?? 0 })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Drawn>
      {opened !== undefined && (
        <Beside title={t(`sat.title.${what}`, { label: opened.label })} onClose={close}>
          {what === "soFar" ? <SoFar rows={found.rows.slice(0, at + 1)} /> : <Words options={options} interview={opened.id} what={what} codes={opened.new_codes} />}
        </Beside>
      )}
    </>
  );
}

function Words({ options, interview, what, codes }: { options: Options; interview: string; what: What; codes: readonly string[] }) {
  const asked = { options, interview, all: what === "codes" };
  const found = useQuery({ queryKey: ["compare", "saturation one", asked], queryFn: () => ask("saturation_interview", asked) });
  if (found.error !== null) return <Problem error={found.error} again={() => void found.refetch()} />;
  if (found.data === undefined) return <p className="soft">{t("app.loading")}</p>;
  return (
    <>
      <p>{codes.length === 0 ? t("sat.nothingNew") : t("sat.newCodes", { codes: codes.join(", ") })}</p>
      <Quotations all={found.data.quotations} />
    </>
  );
}

/** Which interview brought what. */
export function SoFar({ rows }: { rows: Found["rows"] }) {
  return (
    <ul className="list kinds">
      {rows.filter((row) => row.new > 0).map((row) => <li key={row.id}><strong>{t("sat.firstIn", { label: row.label })}</strong> {row.new_codes.join(", ")}</li>)}
    </ul>
  );
}
