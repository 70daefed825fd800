/** Which lines are shown and in which order, one by one: what dragging does, for everybody who does not drag. */
import { Dialog } from "../../components/parts";
import { useSay } from "../../components/said";
import { t } from "../../messages";
import { moved, short, type Arranged, type Line } from "./order";

export function Arrange({ title, lines, order, how, hiding = true, onChange, onClose }: {
  title: string;
  lines: readonly Line[];
  /** The places of all lines, also of those that are hidden, in the order in which they stand. */
  order: readonly number[];
  how: Arranged;
  /** Lines can be left out here. */
  hiding?: boolean;
  onChange: (how: Arranged) => void;
  onClose: () => void;
}) {
  const { say } = useSay();
  const hidden = new Set(how.hidden);
  const keys = order.map((at) => short(lines[at] as Line));
  const last = order.length - (lines[order.at(-1) ?? -1]?.kind === "all" ? 1 : 0);
  const shift = (from: number, to: number) => {
    onChange({ ...how, order: "hand", hand: moved(keys, from, to) });
    const line = lines[order[from] ?? -1];
    if (line !== undefined) say(t("compare.movedTo", { name: labelOf(line), place: to + 1, of: last }));
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <div className="row">
        {hiding && <button type="button" className="button" disabled={hidden.size === 0} onClick={() => onChange({ ...how, hidden: [] })}>{t("compare.showAll")}</button>}
        <button type="button" className="button" disabled={how.order === "given"} onClick={() => onChange({ ...how, order: "given", hand: [] })}>{t("compare.orderBack")}</button>
      </div>
      <ol className="list arrange">
        {order.map((at, place) => {
          const line = lines[at] as Line;
          const key = short(line);
          const label = labelOf(line);
          return (
            <li key={line.key}>
              {hiding ? (
                <label>
                  <input
                    type="checkbox"
                    checked={!hidden.has(key)}
                    disabled={!hidden.has(key) && order.length - hidden.size === 1}
                    onChange={(event) => onChange({ ...how, hidden: event.target.checked ? how.hidden.filter((one) => one !== key) : [...how.hidden, key] })}
                  />{" "}
                  {label}
                </label>
              ) : <span>{label}</span>}
              {place < last && (
                <span className="row">
                  <button type="button" className="button plain" disabled={place === 0} aria-label={t("compare.up", { name: label })} onClick={() => shift(place, place - 1)}>↑</button>
                  <button type="button" className="button plain" disabled={place + 1 >= last} aria-label={t("compare.down", { name: label })} onClick={() => shift(place, place + 1)}>↓</button>
                </span>
              )}
            </li>
          );
        })}
      </ol>
      <button type="button" className="button primary" onClick={onClose}>{t("app.close")}</button>
    </Dialog>
  );
}

/** A line's name; one that holds what lies under it says so. */
export const labelOf = (line: Line): string => (line.below ? t("compare.below", { name: line.label }) : line.kind === "all" ? t("compare.everybody") : line.label);
