/** What some decisions need to be told: the property that is extended, the code that begins, which side speaks against. */
import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { ask } from "../../api/client";
import { t } from "../../messages";
import { withUnder } from "./Categories";
import type { Part } from "./Decide";
import { SEGMENTS, type End } from "./decision";
import { called, LETTERS, type Side, type Which } from "./SideOf";

const WHICH = ["one", "other"] as const;
const named = (which: Which, side: Side): string => t("bench.side", { letter: LETTERS[which], name: called(side) });

export function Extends({ draft, change, one, other, category, codes }: Part) {
  const found = useQuery({ queryKey: ["bench", "category", category], queryFn: () => ask("category", { category }) });
  const known = found.data?.properties ?? [];
  const chosen = known.find((each) => each.id === draft.property);
  const under = withUnder(codes, category);
  const ends = ([["one", one], ["other", other]] as const).filter(([, side]) => side.kind === "coding" && under.includes(side.code));
  const end = (label: string, value: End, set: (end: End) => void) => (
    <label className="field">
      <span>{label}</span>
      <select value={value} onChange={(event) => set(event.target.value as End)}>
        {chosen !== undefined && <option value="keep">{t("bench.end.keep")}</option>}
        <option value="none">{t("bench.end.none")}</option>
        {ends.map(([which, side]) => <option key={which} value={which}>{named(which, side)}</option>)}
      </select>
    </label>
  );
  return (
    <>
      <label className="field">
        <span>{t("bench.property")}</span>
        <select
          value={draft.property}
          onChange={(event) => {
            const to = known.find((each) => each.id === event.target.value);
            change({ property: event.target.value, low: to?.low ?? "", high: to?.high ?? "", atLow: to === undefined ? "none" : "keep", atHigh: to === undefined ? "none" : "keep" });
          }}
        >
          <option value="">{t("bench.newProperty")}</option>
          {known.map((each) => <option key={each.id} value={each.id}>{each.name}</option>)}
        </select>
      </label>
      {draft.property === "" && (
        <>
          <label className="field">
            <span>{t("bench.propertyName")}</span>
            <input type="text" required aria-describedby="bench-property" value={draft.name} onChange={(event) => change({ name: event.target.value })} />
          </label>
          <p id="bench-property" className="soft small under">{t("bench.propertyNameHelp")}</p>
        </>
      )}
      <div className="row fields">
        <label className="field">
          <span>{t("bench.low")}</span>
          <input type="text" value={draft.low} onChange={(event) => change({ low: event.target.value })} />
        </label>
        {end(t("bench.atLow"), draft.atLow, (atLow) => change({ atLow }))}
      </div>
      <div className="row fields">
        <label className="field">
          <span>{t("bench.high")}</span>
          <input type="text" value={draft.high} onChange={(event) => change({ high: event.target.value })} />
        </label>
        {end(t("bench.atHigh"), draft.atHigh, (atHigh) => change({ atHigh }))}
      </div>
    </>
  );
}

export function Begins({ draft, change, one, other, codes }: Part) {
  return (
    <>
      <label className="field">
        <span>{t("bench.newName")}</span>
        <input type="text" required value={draft.newName} onChange={(event) => change({ newName: event.target.value })} />
      </label>
      <Sides legend={t("bench.newSide")} value={draft.newSide} one={one} other={other} fits={(side) => SEGMENTS.includes(side.kind)} onChange={(newSide) => change({ newSide })} />
      <label className="field">
        <span>{t("bench.newUnder")}</span>
        <select value={draft.newUnder} onChange={(event) => change({ newUnder: event.target.value })}>
          <option value="">{t("book.top")}</option>
          {codes.filter((line) => !line.code.retired).map((line) => <option key={line.code.id} value={line.code.id}>{line.path}</option>)}
        </select>
      </label>
    </>
  );
}

export function Against({ draft, change, one, other, category }: Part) {
  return <Sides legend={t("bench.against")} value={draft.negative} one={one} other={other} fits={(side) => side.id !== category} onChange={(negative) => change({ negative })} />;
}

function Sides({ legend, value, one, other, fits, onChange }: { legend: string; value: Which; one: Side; other: Side; fits: (side: Side) => boolean; onChange: (which: Which) => void }) {
  const group = useId();
  const sides = { one, other };
  return (
    <fieldset className="choices">
      <legend>{legend}</legend>
      {WHICH.filter((which) => fits(sides[which])).map((which) => (
        <label key={which} className="row choice">
          <input type="radio" name={group} checked={value === which} onChange={() => onChange(which)} />
          {named(which, sides[which])}
        </label>
      ))}
    </fieldset>
  );
}
