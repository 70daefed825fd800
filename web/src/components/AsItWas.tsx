/** The banner over every screen while the study is looked at as it was, and the way back. */
import { lookAt } from "../api/hooks";
import { useThen } from "../lib/then";
import { t } from "../messages";

export function AsItWas() {
  const then = useThen();
  if (then === null) return null;
  return (
    <div className="away then row" role="status">
      <span>{t("app.asItWas", { when: then.said })}</span>
      <button type="button" className="button" onClick={() => void lookAt(null)}>
        {t("app.backToNow")}
      </button>
    </div>
  );
}
