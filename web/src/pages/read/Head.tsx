/** Above the text: which source, how it is shown, whose codings, and what is rarely wanted. In a narrow window all but the name folds. */
import type { ReactNode } from "react";
import type { Schemas } from "../../api/client";
import { useNarrow } from "../../lib/narrow";
import { go } from "../../lib/router";
import { t } from "../../messages";

export function Head(props: {
  source: Schemas["SourceToRead"];
  study: Schemas["StudyHere"];
  view: string;
  onView: (view: string) => void;
  layer: string;
  onLayer: (layer: string) => void;
  opened: boolean;
  onCoverAgain: () => void;
  onFind: () => void;
  onSpared: () => void;
  onLeave: () => void;
  children?: ReactNode;
}) {
  const { source, study, view, layer } = props;
  const me = study.me.member?.id ?? "";
  const alone = study.me.member?.permission === "independent coder";
  const narrow = useNarrow();
  const shownHow = (
    <>
      <fieldset className="group">
        <legend>{t("read.view")}</legend>
        {(["code", "plain", "marked"] as const).map((one) => (
          <button key={one} type="button" className="button" aria-pressed={view === one} onClick={() => props.onView(one)}>{t(`read.view.${one}`)}</button>
        ))}
      </fieldset>
      <label className="row small">
        {t("read.layers")}
        <select value={layer} onChange={(event) => props.onLayer(event.target.value)}>
          {!alone && <option value="all">{t("read.layer.all")}</option>}
          <option value="mine">{t("read.layer.mine")}</option>
          {!alone && study.members.filter((one) => one.id !== me).map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}
          <option value="none">{t("read.layer.none")}</option>
        </select>
      </label>
      <div className="row">
        {view !== "marked" && <button type="button" className="button plain" onClick={props.onFind}>{t("read.find")}</button>}
        <button type="button" className="button plain" onClick={() => print()}>{t("read.print")}</button>
        <button type="button" className="button plain" onClick={props.onSpared}>{t("spared.open")}</button>
        {props.opened && <button type="button" className="button plain" onClick={props.onCoverAgain}>{t("spared.again")}</button>}
        <button type="button" className="button plain" onClick={props.onLeave}>{t("read.leave")}</button>
      </div>
    </>
  );
  return (
    <header>
      <h1>{source.source.name}</h1>
      <div className="row">
        <button type="button" className="button" disabled={source.before === null} onClick={() => go(`/read/${source.before ?? ""}`)}>{t("read.before")}</button>
        <button type="button" className="button" disabled={source.after === null} onClick={() => go(`/read/${source.after ?? ""}`)}>{t("read.after")}</button>
      </div>
      {narrow ? (
        <details className="how">
          <summary>{t("read.how")}</summary>
          {shownHow}
        </details>
      ) : (
        shownHow
      )}
    </header>
  );
}
