/** Calling a theme final, or a candidate again; while negative cases are open, final has to be given a reason. */
import { useId, useState } from "react";
import { within } from "../../app";
import { useDoing } from "../../components/doing";
import { t } from "../../messages";
import type { Line } from "./flags";

export function Settle({ theme, open }: { theme: Line["theme"]; open: number }) {
  const { run } = useDoing();
  const [asking, setAsking] = useState(false);
  const [because, setBecause] = useState("");
  const why = useId();
  const final = theme.status === "final";
  const settle = () =>
    void run("theme.settle", { theme: theme.id, status: final ? "candidate" : "final" }, { sentence: final ? t("did.saved") : t("themes.settled", { label: theme.label }), shows: ["themes", "theme"], because }).then((done) => {
      if (done === null) return;
      setAsking(false);
      setBecause("");
    });
  return (
    <>
      <button type="button" className="button" aria-expanded={!final && open > 0 ? asking : undefined} onClick={() => (!final && open > 0 ? setAsking(!asking) : settle())}>
        {t(final ? "themes.reopen" : "themes.settle")}
      </button>
      {asking && !final && (
        <form
          className="settle"
          onSubmit={(event) => {
            event.preventDefault();
            if (because.trim() !== "") settle();
          }}
        >
          <p id={why}>{t("themes.settleWhy", { count: open })} <a href={`/themes/against?open=${theme.id}`} onClick={within}>{t("themes.settleLook")}</a></p>
          <label className="field">
            <span>{t("themes.settleReason")}</span>
            <textarea required aria-describedby={why} value={because} onChange={(event) => setBecause(event.target.value)} />
          </label>
          <button type="submit" className="button primary" disabled={because.trim() === ""}>{t("themes.settle")}</button>
        </form>
      )}
    </>
  );
}
