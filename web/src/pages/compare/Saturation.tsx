/**
 * Saturation: how much interviews still brought, in the order held and in others, with the curve beside its table.
 *
 * What a careful reader would get wrong: *not reached* and *too few to say* are different, and a category of which nobody
 * wrote a nuance down is neither saturated nor not.
 */
import { useQuery } from "@tanstack/react-query";
import { ask, Refused, type Asked, type Told } from "../../api/client";
import { useRows } from "../../api/hooks";
import { Empty, Problem } from "../../components/parts";
import { useScope, useScopeCodes } from "../../lib/scope";
import { t } from "../../messages";
import { useHere, type Here } from "./address";
import { useAxes } from "./axes";
import { Choose, Notes, Saving } from "./pieces";
import { Groups } from "./SaturationGroups";
import { Interviews } from "./SaturationInterviews";
import { Meaning } from "./SaturationMeaning";
import { Runs } from "./SaturationRuns";
import "./saturation.css";

export type Options = Asked<"saturation">;
export type Found = Told<"saturation">;
const OF = ["codes", "categories"] as const;
const PARTS = { codes: Interviews, meaning: Meaning, runs: Runs, groups: Groups } as const;
type Part = keyof typeof PARTS;
/** The table of a part, as the engine calls it. */
export const SHOWS = { codes: "interviews", meaning: "meaning", runs: "runs", groups: "groups" } as const;
const FIRST = { base: 4, run: 2, threshold: 5 } as const;

export default function Saturation() {
  const here = useHere();
  const scope = useScope();
  const codes = useScopeCodes();
  const number = (name: keyof typeof FIRST) => {
    const said = Number(here.get(name, "x"));
    return Number.isFinite(said) && said >= (name === "threshold" ? 0 : 1) ? said : FIRST[name];
  };
  const of = OF.find((one) => one === here.get("of", "")) ?? "codes";
  const options: Options = {
    ...scope, codes: [...codes], of, by: here.get("by", "roles"), analysis: here.get("analysis", ""), base_size: Math.floor(number("base")), run_length: Math.floor(number("run")),
    threshold: Math.min(100, number("threshold")), orders: here.get("orders", "") === "0" ? 0 : 1000,
  };
  const found = useQuery({ queryKey: ["compare", "saturation", options], queryFn: () => ask("saturation", options), placeholderData: (before) => before });
  const part = (Object.keys(PARTS) as Part[]).find((one) => one === here.get("part", "")) ?? "codes";
  const Shown = PARTS[part];
  const error = found.error instanceof Refused ? found.error : null;
  return (
    <div className="saturation">
      <Choices here={here} options={options} />
      {error?.code === "reflexive" ? (
        <Empty title={t("sat.off")}>{error.message}</Empty>
      ) : error?.code === "no-interviews" ? (
        <Empty title={t("sat.noInterviews")}>{t("sat.noInterviewsDetail")}</Empty>
      ) : (
        found.error !== null && <Problem error={found.error} again={() => void found.refetch()} />
      )}
      {found.isPending && <p className="empty soft" role="status">{t("compare.counting")}</p>}
      {found.data !== undefined && found.error === null && (
        <>
          <Standing found={found.data} options={options} />
          <div className="row under">
            <div className="row" role="group" aria-label={t("sat.parts")}>
              {(Object.keys(PARTS) as Part[]).map((one) => (
                <button key={one} type="button" className="button" aria-pressed={one === part} onClick={() => here.change({ part: one === "codes" ? null : one, open: null })}>{t(`sat.part.${one}`)}</button>
              ))}
            </div>
            <Saving drawing={{ of: "saturation", options, show: SHOWS[part] }} title={found.data.title} />
          </div>
          {part !== "codes" && <p>{t(`sat.lead.${part}`)}</p>}
          <div aria-busy={found.isPlaceholderData}>
            <Shown found={found.data} options={options} here={here} />
          </div>
          <Notes notes={found.data.notes} />
        </>
      )}
    </div>
  );
}

function Choices({ here, options }: { here: Here; options: Options }) {
  const analyses = useRows("analysis").data ?? [];
  const axes = useAxes().filter((one) => (one.group === "people" && one.key !== "participants") || (one.group === "attribute" && /^(?:case|participant):/u.test(one.key)));
  const set = (name: string, first: string) => (value: string) => here.change({ [name]: value === first ? null : value, open: null });
  const field = (name: "base" | "run" | "threshold", value: number, least: number) => (
    <label className="field choose">
      <span>{t(`sat.${name}`)}</span>
      <input type="number" min={least} max={100} value={value} onChange={(event) => set(name, String(FIRST[name]))(event.target.value)} />
    </label>
  );
  return (
    <>
      <div className="tools" role="group" aria-label={t("compare.what")}>
        <Choose label={t("sat.of")} value={options.of ?? "codes"} options={OF.map((value) => ({ value, label: t(`sat.of.${value}`) }))} onChange={set("of", "codes")} />
        {field("base", options.base_size ?? FIRST.base, 1)}
        {field("run", options.run_length ?? FIRST.run, 1)}
        {field("threshold", options.threshold ?? FIRST.threshold, 0)}
        <Choose label={t("sat.orders")} value={String(options.orders)} options={(["1000", "0"] as const).map((value) => ({ value, label: t(`sat.orders.${value}`) }))} onChange={set("orders", "1000")} />
        <Choose label={t("sat.by")} value={options.by ?? ""} options={axes.map((one) => ({ value: one.key, label: one.label, ...(one.group === "attribute" ? { group: t("axis.attribute") } : {}) }))} onChange={set("by", "roles")} />
        {analyses.length > 0 && <Choose label={t("agree.analysis")} value={options.analysis ?? ""} options={[{ value: "", label: t("agree.analysis.none") }, ...analyses.map((one) => ({ value: one.id, label: one.name }))]} onChange={set("analysis", "")} />}
      </div>
      <p className="soft small">{t("sat.how")}</p>
    </>
  );
}

/** Whether it is reached, in the order held and in others. */
function Standing({ found, options }: { found: Found; options: Options }) {
  const { runs, rows, shuffled } = found;
  const last = runs.ratios.at(-1);
  const held =
    rows.length < found.least ? t("sat.tooFew", { count: rows.length, least: found.least })
    : runs.base === 0 ? t("sat.noBase")
    : found.reached !== "" ? t("sat.reached", { after: runs.reached, run: runs.run_length, written: found.reached, base: runs.base })
    : last === undefined ? t("sat.noRun") : t("sat.notReached", { percent: Math.round(100 * last) });
  const [low = 0, median = 0, high = 0] = shuffled.after;
  const others =
    options.orders === 0 || rows.length < found.least ? ""
    : shuffled.reached === 0 ? t("sat.shuffledNever", { orders: shuffled.orders })
    : t("sat.shuffled", { reached: shuffled.reached, orders: shuffled.orders, low, median, high });
  return <p role="status"><strong>{held}</strong> {others}</p>;
}
