/** Questions that were kept under a name: asked again with their scope, forgotten, and the one that stands kept. */
import { useState, type SubmitEvent } from "react";
import { act } from "../../api/client";
import { useRows } from "../../api/hooks";
import { useSay } from "../../components/said";
import { isEverything, scopeFrom, useWholeScope } from "../../lib/scope";
import { t } from "../../messages";
import { within } from "../../app";
import { addressOf, NATURES, type Asking } from "./asking";

export function Kept({ asking, may }: { asking: Asking; may: boolean }) {
  const kept = useRows("query").data ?? [];
  const [scope, change] = useWholeScope();
  const [name, setName] = useState("");
  const { say, refuse } = useSay();
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    const there = kept.find((one) => one.name.toLocaleLowerCase() === name.trim().toLocaleLowerCase());
    const written = isEverything(scope) ? "" : JSON.stringify(scope);
    act("query.save", { name, text: asking.text, nature: asking.nature, scope: written, within: asking.within ?? "turn", query: there?.id ?? null })
      .then(() => {
        say(t("find.keptAs", { name }));
        setName("");
      })
      .catch(refuse);
  };
  return (
    <section className="kept" aria-labelledby="kept">
      <h2 id="kept">{t("find.kept")}</h2>
      {kept.length === 0 && <p className="soft small">{t("find.keptNone")}</p>}
      <ul className="list">
        {[...kept].sort((one, two) => one.name.localeCompare(two.name)).map((one) => {
          const nature = NATURES.find((each) => each === one.nature) ?? "words";
          return (
            <li key={one.id} className="row">
              <a
                href={addressOf({ nature, text: one.text, within: one.within })}
                onClick={(event) => {
                  change(scopeFrom(one.scope));
                  within(event);
                }}
              >
                {one.name}
              </a>
              <span className="soft small">
                {one.text}
                {nature === "codings" && one.within !== "turn" && ` · ${t("find.keptWithin", { unit: t(`find.within.${one.within}`) })}`}
              </span>
              {may && (
                <button
                  type="button"
                  className="button plain"
                  aria-label={t("find.forget", { name: one.name })}
                  onClick={() => {
                    act("query.remove", { query: one.id })
                      .then(() => say(t("find.forgot", { name: one.name })))
                      .catch(refuse);
                  }}
                >
                  <span aria-hidden="true">×</span>
                </button>
              )}
            </li>
          );
        })}
      </ul>
      {may && asking.text.trim() !== "" && (
        <form className="row" onSubmit={save}>
          <label className="field">
            <span>{t("find.keep")}</span>
            <input type="text" value={name} onChange={(event) => setName(event.target.value)} />
          </label>
          <button type="submit" className="button" disabled={name.trim() === ""}>{t("find.keepIt")}</button>
        </form>
      )}
    </section>
  );
}
