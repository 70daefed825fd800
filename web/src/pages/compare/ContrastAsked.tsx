/**
 * What a contrast is asked beyond its rows and groups: a query over codings as its one row, and the assumption under which
 * differences get an interval.
 *
 * What a careful reader would get wrong: an interval is given only where somebody says why the sample may be taken for a
 * random one. The words are printed with it; a tick alone switches nothing on.
 */
import { useId, useState, type SyntheticEvent } from "react";
import { useRows } from "../../api/hooks";
import { t } from "../../messages";

export function QueryRow({ query, onAsk }: { query: string; onAsk: (query: string) => void }) {
  const [typed, setTyped] = useState(query);
  const ids = { list: useId(), help: useId() };
  const kept = (useRows("query").data ?? []).filter((one) => one.nature === "codings");
  return (
    <form
      className="tools asked-query"
      role="search"
      aria-label={t("contrast.queryAsk")}
      onSubmit={(event: SyntheticEvent) => {
        event.preventDefault();
        onAsk(typed.trim());
      }}
    >
      <label className="field reason">
        <span>{t("contrast.queryLabel")}</span>
        <input type="search" list={ids.list} value={typed} autoComplete="off" spellCheck={false} aria-describedby={ids.help} onChange={(event) => setTyped(event.target.value)} />
      </label>
      <datalist id={ids.list}>
        {kept.map((one) => <option key={one.id} value={one.text}>{one.name}</option>)}
      </datalist>
      <button type="submit" className="button primary" disabled={typed.trim() === "" || typed.trim() === query}>{t("contrast.queryAsk")}</button>
      <p className="soft small" id={ids.help}>{t("contrast.queryHelp")}</p>
    </form>
  );
}

export function Assumed({ assumption, counted, onChange }: { assumption: string; counted: boolean; onChange: (assumption: string) => void }) {
  const [on, setOn] = useState(assumption !== "");
  const [typed, setTyped] = useState(assumption);
  const help = useId();
  return (
    <div className="assumed">
      <label className="row check">
        <input
          type="checkbox"
          checked={on}
          onChange={(event) => {
            setOn(event.target.checked);
            if (!event.target.checked && assumption !== "") onChange("");
          }}
        />
        {t("contrast.assume")}
      </label>
      {on && (
        <form
          className="tools"
          onSubmit={(event: SyntheticEvent) => {
            event.preventDefault();
            onChange(typed.trim());
          }}
        >
          <label className="field reason">
            <span>{t("contrast.assumption")}</span>
            <input type="text" value={typed} aria-describedby={help} onChange={(event) => setTyped(event.target.value)} />
          </label>
          <button type="submit" className="button" disabled={typed.trim() === "" || typed.trim() === assumption}>{t("contrast.assumeIt")}</button>
          <p className="soft small" id={help}>{t("contrast.assumeHelp")} {!counted && t("contrast.assumeCounted")}</p>
        </form>
      )}
    </div>
  );
}
