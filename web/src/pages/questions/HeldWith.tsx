/**
 * Which meetings were held with a guide: all of them in a list, ticked and saved as one act.
 *
 * What a careful reader would get wrong: a meeting is held with one version. A tick here takes it from the version it was
 * said to be held with before, which stands beside its name.
 */
import { useState } from "react";
import { useDoing } from "../../components/doing";
import { t } from "../../messages";
import { SHOWS, titleOf, type Guides, type Instrument } from "./guides";
import { Form } from "./InstrumentForm";

export function HeldWith({ of, guides, onClose }: { of: Instrument; guides: Guides; onClose: () => void }) {
  const { run } = useDoing();
  const id = of.instrument.id;
  const { meetings } = guides;
  const names = new Map(guides.instruments.map((one) => [one.instrument.id, titleOf(one)]));
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set(meetings.filter((one) => one.guide === id).map((one) => one.interview)));
  const [filter, setFilter] = useState("");
  const typed = filter.trim().toLocaleLowerCase();
  const shown = meetings.filter((one) => typed === "" || `${one.name} ${one.case} ${one.date}`.toLocaleLowerCase().includes(typed));
  const changed = meetings.filter((one) => ticked.has(one.interview) !== (one.guide === id));
  const tick = (all: readonly string[], on: boolean) =>
    setTicked((before) => {
      const next = new Set(before);
      for (const one of all) if (on) next.add(one); else next.delete(one);
      return next;
    });
  const save = async () => {
    const said = Object.fromEntries(changed.map((one) => [one.interview, ticked.has(one.interview) ? id : ""]));
    const done = await run("interview.use_guides", { guides: said }, { sentence: t("held.saved", { count: changed.length, name: titleOf(of) }), shows: SHOWS });
    if (done !== null) onClose();
  };
  return (
    <Form title={t("held.title", { name: titleOf(of) })} ready={changed.length > 0} onSave={() => void save()} onClose={onClose}>
      <label className="field"><span>{t("held.find")}</span><input type="search" value={filter} onChange={(event) => setFilter(event.target.value)} /></label>
      <div className="row">
        <button type="button" className="button" onClick={() => tick(shown.map((one) => one.interview), true)}>{t("held.all", { count: shown.length })}</button>
        <button type="button" className="button" onClick={() => tick(shown.filter((one) => one.guide === "").map((one) => one.interview), true)}>{t("held.without")}</button>
        <button type="button" className="button" onClick={() => tick(shown.map((one) => one.interview), false)}>{t("held.none")}</button>
      </div>
      <fieldset className="group held">
        <legend>{t("held.meetings", { count: ticked.size, of: meetings.length })}</legend>
        <ul className="list" tabIndex={-1}>
          {shown.map((one) => (
            <li key={one.interview}>
              <label className="row">
                <input type="checkbox" checked={ticked.has(one.interview)} onChange={(event) => tick([one.interview], event.target.checked)} /> {one.name}
                <span className="soft small">{[one.case, one.date, one.guide === id ? "" : (names.get(one.guide) ?? t("turns.noGuide"))].filter((part) => part !== "").join(" · ")}</span>
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
    </Form>
  );
}
