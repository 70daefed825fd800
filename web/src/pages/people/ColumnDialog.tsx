/** A column: sorted, hidden; and where it is an attribute its name, its type, its options, or taking it away with its values. */
import { useState } from "react";
import { act, type Given, type Verb } from "../../api/client";
import { queries } from "../../api/hooks";
import { Dialog } from "../../components/parts";
import { useSay } from "../../components/said";
import { t } from "../../messages";
import type { Of, Sheet } from "./sheet";

const TYPES = ["text", "number", "date", "boolean", "one-of", "many-of"] as const;
type Type = (typeof TYPES)[number];
type Said = { name: string; type: Type; options: string; grouping: boolean; description: string };

const listed = (type: Type) => type === "one-of" || type === "many-of";

async function run<V extends Verb>(verb: V, given: Given<V>): Promise<void> {
  await act(verb, given);
  for (const key of ["sheet", "study", "things", "history"]) void queries.invalidateQueries({ queryKey: [key] });
}

export function NewColumn({ of, onClose }: { of: Of; onClose: () => void }) {
  const { say, refuse } = useSay();
  return (
    <Dialog title={t("column.new")} onClose={onClose}>
      <Fields
        of={of}
        said={{ name: "", type: "text", options: "", grouping: false, description: "" }}
        label={t("column.make")}
        onSave={({ options, ...said }) => {
          run("attribute.add", { subject: of, ...said, options: listed(said.type) ? options.split("\n") : [] }).then(() => {
            say(t("column.made", { name: said.name }));
            onClose();
          }, refuse);
        }}
        onClose={onClose}
      />
    </Dialog>
  );
}

export function ColumnDialog({ sheet, column: key, may, primary, sorted, onSort, onHide, onClose }: {
  sheet: Sheet;
  column: string;
  may: boolean;
  primary: string | null | undefined;
  sorted: { key: string; down: boolean } | null;
  onSort: (sorted: { key: string; down: boolean } | null) => void;
  onHide: () => void;
  onClose: () => void;
}) {
  const { say, refuse } = useSay();
  const [gone, setGone] = useState<number | null>(null);
  const column = sheet.columns.find((one) => one.key === key);
  if (column === undefined) return null;
  const sort = (to: { key: string; down: boolean } | null) => {
    onSort(to);
    onClose();
  };
  const first = sheet.columns[0]?.key === key;
  return (
    <Dialog title={column.heading} onClose={onClose}>
      {column.note !== "" && <p>{column.note}</p>}
      <div className="row">
        <button type="button" className="button" onClick={() => sort({ key, down: false })}>{t("column.up")}</button>
        <button type="button" className="button" onClick={() => sort({ key, down: true })}>{t("column.down")}</button>
        {sorted !== null && <button type="button" className="button" onClick={() => sort(null)}>{t("column.unsorted")}</button>}
        {!first && (
          <button
            type="button"
            className="button"
            onClick={() => {
              onHide();
              onClose();
            }}
          >
            {t("column.hide")}
          </button>
        )}
      </div>
      {may && column.part === "attribute" && (
        <>
          <hr />
          <Fields
            of={sheet.of}
            said={{ name: column.heading, type: column.type, options: column.options.join("\n"), grouping: column.grouping, description: column.note }}
            label={t("column.save")}
            onSave={({ options, ...said }) => {
              run("attribute.change", { attribute: key, ...said, ...(listed(said.type) ? { options: options.split("\n") } : { options: [] }) }).then(() => {
                say(t("column.saved", { name: said.name }));
                onClose();
              }, refuse);
            }}
            onClose={onClose}
          />
          {gone === null ? (
            <button type="button" className="button danger" disabled={primary === key} onClick={() => void act("attribute.remove", { attribute: key }, { trial: true }).then((done) => setGone(done.value["attribute_value"] ?? 0), refuse)}>
              {t("column.remove")}
            </button>
          ) : (
            <div className="problem">
              <p>{t("column.removeWhat", { name: column.heading, count: gone })}</p>
              <button
                type="button"
                className="button danger"
                onClick={() => {
                  run("attribute.remove", { attribute: key }).then(() => {
                    say(t("column.removed", { name: column.heading }));
                    onClose();
                  }, refuse);
                }}
              >
                {t("people.removeDo")}
              </button>
            </div>
          )}
        </>
      )}
      {!(may && column.part === "attribute") && <p><button type="button" className="button" onClick={onClose}>{t("app.close")}</button></p>}
    </Dialog>
  );
}

function Fields({ of, said, label, onSave, onClose }: { of: Of; said: Said; label: string; onSave: (said: Said) => void; onClose: () => void }) {
  const [now, setNow] = useState(said);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSave({ ...now, grouping: now.grouping && of === "case" && now.type === "one-of" });
      }}
    >
      <label className="field">
        <span>{t("column.name")}</span>
        <input type="text" required value={now.name} onChange={(event) => setNow({ ...now, name: event.target.value })} />
      </label>
      <label className="field">
        <span>{t("column.type")}</span>
        <select value={now.type} onChange={(event) => setNow({ ...now, type: TYPES.find((one) => one === event.target.value) ?? "text" })}>
          {TYPES.map((type) => <option key={type} value={type}>{t(`type.${type}`)}</option>)}
        </select>
      </label>
      {listed(now.type) && (
        <label className="field">
          <span>{t("column.options")}</span>
          <textarea rows={4} value={now.options} onChange={(event) => setNow({ ...now, options: event.target.value })} />
        </label>
      )}
      {of === "case" && now.type === "one-of" && (
        <p>
          <label className="row">
            <input type="checkbox" checked={now.grouping} onChange={(event) => setNow({ ...now, grouping: event.target.checked })} />
            {t("column.grouping")}
          </label>
        </p>
      )}
      <label className="field">
        <span>{t("column.description")}</span>
        <textarea rows={2} value={now.description} onChange={(event) => setNow({ ...now, description: event.target.value })} />
      </label>
      <div className="row">
        <button type="submit" className="button primary" disabled={now.name.trim() === ""}>{label}</button>
        <button type="button" className="button" onClick={onClose}>{t("book.cancel")}</button>
      </div>
    </form>
  );
}
