/** Codes at hand: to be pressed, dragged on the selection, or have the selection dragged on them. */
import type { DragEvent } from "react";
import type { Schemas } from "../../api/client";
import { Patch } from "../../components/parts";
import { t } from "../../messages";
import type { Quick } from "./useQuick";

export const DRAGGED = "application/x-crosscase-code";

export function QuickList(props: { quick: Quick; selected: boolean; onApply: (code: Schemas["CodeLine"]["code"]) => void }) {
  const { quick, selected, onApply } = props;
  const one = ({ code, path }: Schemas["CodeLine"], key: number | null) => (
    <li key={code.id}>
      <button
        type="button"
        className="code"
        title={path}
        draggable
        onDragStart={(event: DragEvent) => event.dataTransfer.setData(DRAGGED, code.id)}
        onDragOver={(event) => selected && event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          event.stopPropagation();
          onApply(code);
        }}
        onClick={() => onApply(code)}
      >
        <Patch code={code} />
        <span>{code.name}</span>
        {key !== null && <kbd>{key}</kbd>}
      </button>
      {key !== null && key > 1 && (
        <button type="button" className="pin" title={t("quick.raise", { name: code.name })} aria-label={t("quick.raise", { name: code.name })} onClick={() => quick.raise(code.id)}>↑</button>
      )}
      {key === null ? (
        !quick.full && <button type="button" className="pin" title={t("quick.pin", { name: code.name })} aria-label={t("quick.pin", { name: code.name })} onClick={() => quick.pin(code.id)}>+</button>
      ) : (
        <button type="button" className="pin" title={t("quick.unpin", { name: code.name })} aria-label={t("quick.unpin", { name: code.name })} onClick={() => quick.unpin(code.id)}>−</button>
      )}
    </li>
  );
  return (
    <section aria-labelledby="quick">
      <h2 id="quick">{t("read.codes")}</h2>
      <p className="soft small">{t("read.codesHelp")}</p>
      {quick.pinned.length > 0 && (
        <>
          <h3 className="small">{t("quick.kept")}</h3>
          <ol className="list quick">{quick.pinned.map((line, at) => one(line, at + 1))}</ol>
          <h3 className="small">{t("quick.others")}</h3>
        </>
      )}
      <ul className="list quick">{quick.others.map((line) => one(line, null))}</ul>
    </section>
  );
}
