/** Adding a case or a participant, with what their identifier would be said while it is typed; or many, pasted. */
import { useEffect, useState } from "react";
import { readBlock, type Block } from "../../components/grid/block";
import type { GridColumn } from "../../components/grid/Grid";
import { Dialog } from "../../components/parts";
import { useSay } from "../../components/said";
import { t } from "../../messages";
import { fill, fits, type Of, type Sheet } from "./sheet";

const LOOK_AFTER = 220;

export function AddLines({ of, sheet, columns, onBlock, onClose }: {
  of: Of;
  sheet: Sheet;
  columns: readonly GridColumn[];
  onBlock: (block: Block) => void;
  onClose: () => void;
}) {
  const { say, refuse } = useSay();
  const [cells, setCells] = useState<Record<string, string>>({});
  const [said, setSaid] = useState<{ next: string; why: string }>({ next: "", why: "" });
  const [pasted, setPasted] = useState("");
  const keys = of === "case" ? ["code", "name", "description"] : ["identifier", "case", "role", "note"];
  const naming = keys[0] ?? "";
  const begun = Object.values(cells).some((one) => one.trim() !== "");
  const given = Object.fromEntries(Object.entries(cells).filter(([, text]) => text.trim() !== ""));
  const asked = JSON.stringify(given);

  useEffect(() => {
    if (!begun) return undefined;
    let mine = true;
    const timer = setTimeout(() => {
      fits(of, [{ row: "", cells: JSON.parse(asked) as Record<string, string> }]).then(
        (found) => {
          if (!mine) return;
          const wrong = found.cells.find((cell) => cell.why !== "");
          setSaid({ next: wrong === undefined ? (found.cells.find((cell) => cell.column === naming)?.after ?? "") : "", why: wrong?.why ?? "" });
        },
        () => undefined,
      );
    }, LOOK_AFTER);
    return () => {
      mine = false;
      clearTimeout(timer);
    };
  }, [of, asked, begun, naming]);

  const add = (more: boolean) => {
    fill(of, [{ row: "", cells: given }]).then(() => {
      say(t("people.added", { what: said.next }));
      setSaid({ next: "", why: "" });
      if (more) setCells(({ case: its = "", role = "" }) => (of === "case" ? {} : { case: its, role }));
      else onClose();
    }, refuse);
  };
  const field = (key: string) => {
    const column = sheet.columns.find((one) => one.key === key);
    const put = (text: string) => setCells({ ...cells, [key]: text });
    if (column === undefined) return null;
    return (
      <label key={key} className="field">
        <span>{column.heading}</span>
        {column.type === "one-of" ? (
          <select value={cells[key] ?? ""} onChange={(event) => put(event.target.value)}>
            <option value="">{t("people.none")}</option>
            {column.options.map((one) => <option key={one} value={one}>{one}</option>)}
          </select>
        ) : key === "note" || key === "description" ? (
          <textarea rows={2} value={cells[key] ?? ""} onChange={(event) => put(event.target.value)} />
        ) : (
          <input type="text" autoComplete="off" value={cells[key] ?? ""} aria-invalid={said.why !== ""} aria-describedby="add-said" onChange={(event) => put(event.target.value)} />
        )}
      </label>
    );
  };
  return (
    <Dialog title={t(of === "case" ? "people.addCases" : "people.addParticipants")} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          add(false);
        }}
      >
        {(of === "case" ? keys : ["case", "role", "identifier", "note"]).map(field)}
        <p id="add-said" role="status" className={said.why === "" ? "soft" : "grid-why"}>
          {!begun ? t(of === "case" ? "people.addCaseHint" : "people.addHint") : said.why === "" ? said.next !== "" && t("people.willBe", { name: said.next }) : said.why}
        </p>
        <div className="row">
          <button type="submit" className="button primary" disabled={said.next === ""}>{t("people.add")}</button>
          <button type="button" className="button" disabled={said.next === ""} onClick={() => add(true)}>{t("people.addMore")}</button>
          <button type="button" className="button" onClick={onClose}>{t("app.close")}</button>
        </div>
      </form>
      <details>
        <summary>{t("people.pasteMany")}</summary>
        <p className="soft small">{t("people.pasteManyHow", { columns: columns.filter((one) => one.editable).map((one) => one.heading).join(", ") })}</p>
        <label className="field">
          <span>{t("people.pasted")}</span>
          <textarea rows={5} value={pasted} onChange={(event) => setPasted(event.target.value)} />
        </label>
        <button type="button" className="button" disabled={pasted.trim() === ""} onClick={() => onBlock(readBlock(pasted))}>{t("people.look")}</button>
      </details>
    </Dialog>
  );
}
