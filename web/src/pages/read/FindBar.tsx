/** The bar for finding in the text. Ctrl+F once more, while it has the focus, is the browser's own. */
import { useEffect, useRef } from "react";
import { composing } from "../../lib/composing";
import { t } from "../../messages";
import type { Finding } from "./useFind";

export function FindBar({ finding, onClose }: { finding: Finding; onClose: () => void }) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  const { found, here, typed } = finding;
  const count = typed.trim() === "" ? "" : found.length === 0 ? t("find.none") : t("find.count", { at: here + 1, all: found.length });
  return (
    <search className="find">
      <label className="row">
        <span className="small">{t("find.label")}</span>
        <input
          ref={field}
          type="search"
          value={typed}
          onChange={(event) => finding.type(event.target.value)}
          onKeyDown={(key) => {
            if (composing(key.nativeEvent)) return;
            if (key.key === "Enter") {
              key.preventDefault();
              finding.go(key.shiftKey ? -1 : 1);
            } else if (key.key === "Escape") {
              key.preventDefault();
              onClose();
            }
          }}
        />
      </label>
      <span className="small num" role="status">{count}</span>
      <button type="button" className="button" disabled={found.length === 0} onClick={() => finding.go(-1)}>{t("find.before")}</button>
      <button type="button" className="button" disabled={found.length === 0} onClick={() => finding.go(1)}>{t("find.next")}</button>
      <button type="button" className="button plain" onClick={onClose}>{t("app.close")}</button>
    </search>
  );
}
