/** Some of a code's codings go to another code, new or known: chosen one by one, with their words before one's eyes. */
import { useId, useState } from "react";
import { CodingsOf, Pickable } from "../../components/CodingsOf";
import { Dialog } from "../../components/parts";
import { t } from "../../messages";
import type { Line, Run } from "./OneCode";

export function Split({ line, codes, run, onClose }: { line: Line; codes: readonly Line[]; run: Run; onClose: () => void }) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [name, setName] = useState("");
  const list = useId();
  const typed = name.trim();
  const others = codes.filter((one) => one.code.id !== line.code.id);
  const known = others.find((one) => one.path.toLocaleLowerCase() === typed.toLocaleLowerCase());
  const split = () => {
    const codings = [...chosen];
    const said = t("book.splitDid", { count: codings.length, name: typed });
    const done = known === undefined ? run("code.split", { code: line.code.id, name: typed, codings }, said) : run("coding.recode", { codings, code: known.code.id }, said);
    void done.then((did) => {
      if (did) onClose();
    });
  };
  return (
    <Dialog title={t("book.splitTitle", { name: line.code.name })} onClose={onClose}>
      <p>{t("book.splitHelp")}</p>
      <CodingsOf codes={[line.code.id]}>
        {(quotation) => (
          <Pickable
            quotation={quotation}
            chosen={chosen.has(quotation.coding.id)}
            onChoose={(wanted) => {
              const next = new Set(chosen);
              if (wanted) next.add(quotation.coding.id);
              else next.delete(quotation.coding.id);
              setChosen(next);
            }}
          />
        )}
      </CodingsOf>
      <label className="field">
        <span>{t("book.splitTo")}</span>
        <input type="text" list={list} value={name} onChange={(event) => setName(event.target.value)} autoComplete="off" />
      </label>
      <datalist id={list}>{others.map((one) => <option key={one.code.id} value={one.path} />)}</datalist>
      <p className="soft small" role="status">{typed === "" ? "" : known === undefined ? t("book.splitNew", { name: typed }) : t("book.splitKnown", { name: known.path })}</p>
      <div className="row">
        <button type="button" className="button primary" disabled={chosen.size === 0 || typed === ""} onClick={split}>{t("book.splitDo", { count: chosen.size })}</button>
        <button type="button" className="button" onClick={onClose}>{t("book.cancel")}</button>
      </div>
    </Dialog>
  );
}
