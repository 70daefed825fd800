/** What a correction did to what lies on the text, and what has no words left: to be looked at, taken back, placed anew. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { read, type Schemas } from "../../api/client";
import { Problem } from "../../components/parts";
import { t, type Key } from "../../messages";
import { clip } from "../../transcript/points";
import type { Span } from "../../transcript/spans";
import type { Acts, Corrected } from "./useActs";

/** What one correction did. */
export function Moved(props: { corrected: Corrected; called: (kind: string, id: string) => string; words: (span: Span) => string; onLook: (span: Span) => void; onBack: () => void; onClose: () => void }) {
  const { corrected, called, words } = props;
  const { touched } = corrected;
  return (
    <section aria-labelledby="moved" className="moved">
      <h2 id="moved" tabIndex={-1}>{t("moved.title")}</h2>
      {touched.length === 0 && <p className="soft">{t("moved.nothing")}</p>}
      <ul className="list">
        {touched.filter((one) => one.kind !== "turn").map((one) => (
          <li key={one.id}>
            {one.how === "emptied" ? called(one.kind, one.id) : (
              <button type="button" className="button plain" onClick={() => props.onLook(one.after)}>{called(one.kind, one.id)}</button>
            )}
            <span className="soft small"> {t(`moved.${one.how}` as Key)}</span>
            {one.how !== "emptied" && <p className="small">“{clip(words(one.after))}”</p>}
          </li>
        ))}
      </ul>
      <div className="row">
        <button type="button" className="button" onClick={props.onBack}>{t("moved.back")}</button>
        <button type="button" className="button plain" onClick={props.onClose}>{t("app.close")}</button>
      </div>
    </section>
  );
}

/** Codings and marks of this source without words. */
export function Emptied(props: { source: string; selected: Span | null; acts: Acts; may: boolean; onLook: (at: number) => void }) {
  const [open, setOpen] = useState(false);
  const found = useQuery({ queryKey: ["emptied"], queryFn: () => read("/api/emptied") });
  if (found.error !== null) return <Problem error={found.error} again={() => void found.refetch()} />;
  const here = (found.data ?? []).filter((one) => one.source === props.source);
  if (here.length === 0) return null;
  return (
    <section aria-labelledby="emptied" className="moved">
      <h2 id="emptied">
        <button type="button" className="button plain" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t("emptied.title", { count: here.length })}
        </button>
      </h2>
      {open && (
        <>
          <p className="soft small">{t("emptied.detail")}</p>
          <ul className="list">{here.map((one) => <OneEmptied key={one.id} {...props} one={one} />)}</ul>
        </>
      )}
    </section>
  );
}

function OneEmptied({ one, selected, acts, may, onLook }: { one: Schemas["Emptied"]; selected: Span | null; acts: Acts; may: boolean; onLook: (at: number) => void }) {
  const remove = () => {
    if (one.kind === "coding") void acts.remove(one.id);
    else if (one.kind === "mark") void acts.removeMark(one.id);
    else if (one.kind === "content note") void acts.removeContentNote(one.id);
    else void acts.removeMemo(one.id);
  };
  return (
    <li className="laid">
      <strong>{one.what === "" ? t("emptied.mark") : one.what}</strong>
      {one.member !== "" && <span className="soft small"> {one.member}</span>}
      {one.words !== "" && <p className="small"><s>{clip(one.words)}</s></p>}
      <div className="row">
        <button type="button" className="button" onClick={() => onLook(one.at)}>{t("emptied.look")}</button>
        {may && one.kind === "coding" && (
          <button type="button" className="button" disabled={selected === null} onClick={() => { if (selected !== null) void acts.resize(one.id, selected, ""); }}>
            {t("read.resizeTo")}
          </button>
        )}
        {may && <button type="button" className="button danger" onClick={remove}>{t("read.remove")}</button>}
      </div>
    </li>
  );
}
