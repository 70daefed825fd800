/**
 * Choosing a code by typing: fuzzy, the last used first, and one that does not exist yet can be made on the spot.
 *
 * A combo box (ARIA 1.2): the focus stays in the field, arrows move among the answers.
 */
import { useId, useMemo, useState, type KeyboardEvent } from "react";
import type { Schemas } from "../api/client";
import { composing } from "../lib/composing";
import { matching } from "../lib/fuzzy";
import { t } from "../messages";
import { Dialog, Patch } from "./parts";

type Line = Schemas["CodeLine"];

const MOST = 60;

export function CodePicker(props: {
  title: string;
  codes: readonly Line[];
  recent: readonly string[];
  help?: string;
  /** `more`: stay open for another. */
  onChoose: (code: Line["code"], more: boolean) => void;
  onMake?: (name: string, more: boolean) => void;
  onClose: () => void;
}) {
  const { codes, recent, onMake, onChoose, onClose } = props;
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const list = useId();
  const offered = useMemo(() => {
    const living = codes.filter((line) => !line.code.retired);
    const rank = new Map(recent.map((id, place) => [id, place]));
    const ordered = [...living].sort((one, two) => (rank.get(one.code.id) ?? 1e6) - (rank.get(two.code.id) ?? 1e6));
    return matching(typed.trim(), ordered, (line) => line.path).slice(0, MOST);
  }, [codes, recent, typed]);
  const fresh = typed.trim();
  const known = codes.some((line) => line.code.name.toLocaleLowerCase() === fresh.toLocaleLowerCase());
  const making = onMake !== undefined && fresh !== "" && !known;
  const count = offered.length + (making ? 1 : 0);
  const here = Math.min(at, count - 1);

  const take = (place: number, more: boolean) => {
    const line = offered[place];
    if (line !== undefined) onChoose(line.code, more);
    else if (making) onMake(fresh, more);
    if (more) setTyped("");
  };
  const pressed = (key: KeyboardEvent) => {
    if (composing(key.nativeEvent)) return;
    if (key.key === "ArrowDown" || key.key === "ArrowUp") {
      key.preventDefault();
      setAt((here + (key.key === "ArrowDown" ? 1 : -1) + count) % Math.max(count, 1));
    } else if (key.key === "Enter" && count > 0) {
      key.preventDefault();
      take(here, key.ctrlKey || key.metaKey);
    }
  };
  return (
    <Dialog title={props.title} onClose={onClose}>
      <label className="field">
        <span>{t("picker.label")}</span>
        <input
          type="text"
          role="combobox"
          aria-expanded={count > 0}
          aria-controls={list}
          aria-autocomplete="list"
          aria-describedby={props.help === undefined ? undefined : `${list}-help`}
          aria-activedescendant={count > 0 ? `${list}-${here}` : undefined}
          autoComplete="off"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setAt(0);
          }}
          onKeyDown={pressed}
        />
      </label>
      {count === 0 && <p className="soft" role="status">{t("picker.none")}</p>}
      <div id={list} role="listbox" aria-label={t("picker.label")} className="options" tabIndex={-1}>
        {offered.map((line, place) => (
          <Option key={line.code.id} id={`${list}-${place}`} chosen={place === here} onTake={(more) => take(place, more)}>
            <Patch code={line.code} />
            <span>{line.path}</span>
          </Option>
        ))}
        {making && (
          <Option id={`${list}-${offered.length}`} chosen={here === offered.length} onTake={(more) => take(offered.length, more)}>
            <span>{t("picker.make", { name: fresh })}</span>
          </Option>
        )}
      </div>
      <div className="row">
        <button type="button" className="button" onClick={onClose}>
          {t("app.close")}
        </button>
        {props.help !== undefined && <span id={`${list}-help`} className="soft small">{props.help}</span>}
      </div>
    </Dialog>
  );
}

function Option(props: { id: string; chosen: boolean; onTake: (more: boolean) => void; children: React.ReactNode }) {
  return (
    // Keys are the field's business: the focus never leaves it (ARIA 1.2, combo box).
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={props.id}
      role="option"
      aria-selected={props.chosen}
      tabIndex={-1}
      className="option"
      ref={(element) => {
        if (props.chosen) element?.scrollIntoView({ block: "nearest" });
      }}
      onClick={(event) => props.onTake(event.ctrlKey || event.metaKey)}
    >
      {props.children}
    </div>
  );
}
