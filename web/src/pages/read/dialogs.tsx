/** What is asked for a selection: a note, other words for it, a content note, a correction. Ctrl+Enter saves. */
import { useId, useState, type ReactNode } from "react";
import { Dialog } from "../../components/parts";
import { useKinds } from "../../components/Spared";
import { composing } from "../../lib/composing";
import { t } from "../../messages";
import { clip } from "../../transcript/points";

function Asked(props: { title: string; label: string; help?: string; initial?: string; may?: (words: string) => boolean; save: string; onSave: (words: string) => void; onClose: () => void }) {
  const [words, setWords] = useState(props.initial ?? "");
  const ready = props.may?.(words) ?? true;
  const save = () => {
    if (ready) props.onSave(words);
  };
  return (
    <Sheet title={props.title} save={props.save} ready={ready} onSave={save} onClose={props.onClose}>
      {props.help !== undefined && <p className="soft small">{props.help}</p>}
      <label className="field">
        <span>{props.label}</span>
        <textarea
          dir="auto"
          rows={Math.min(12, Math.max(3, Math.ceil(words.length / 60)))}
          value={words}
          onChange={(event) => setWords(event.target.value)}
          onKeyDown={(key) => {
            if (key.key === "Enter" && !composing(key.nativeEvent) && (key.ctrlKey || key.metaKey)) save();
          }}
        />
      </label>
    </Sheet>
  );
}

function Sheet(props: { title: string; save: string; ready: boolean; onSave: () => void; onClose: () => void; children: ReactNode }) {
  return (
    <Dialog title={props.title} onClose={props.onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          props.onSave();
        }}
      >
        {props.children}
        <div className="row">
          <button type="submit" className="button primary" disabled={!props.ready}>{props.save}</button>
          <button type="button" className="button" onClick={props.onClose}>{t("app.close")}</button>
        </div>
      </form>
    </Dialog>
  );
}

export interface About {
  words: string;
  onSave: (words: string) => void;
  onClose: () => void;
}

export const MarkDialog = ({ words, ...rest }: About) => (
  <Asked {...rest} title={`“${clip(words)}”`} label={t("read.note")} save={t("read.save")} />
);

export const ParaphraseDialog = ({ words, ...rest }: About) => (
  <Asked {...rest} title={`“${clip(words)}”`} label={t("read.paraphrase")} help={t("read.paraphraseHelp")} may={(typed) => typed.trim() !== ""} save={t("read.save")} />
);

export const CorrectDialog = ({ words, ...rest }: About) => (
  <Asked {...rest} title={t("read.correctTitle")} label={t("read.correctLabel")} help={t("read.correctHelp")} initial={words} may={(typed) => typed !== words} save={t("read.correctSave")} />
);

/** What the selected passage is about that a reader may wish to be spared. */
export function ContentNoteDialog({ words, onSave, onClose }: { words: string; onSave: (about: string, note: string) => void; onClose: () => void }) {
  const [about, setAbout] = useState("");
  const [note, setNote] = useState("");
  const known = useKinds();
  const list = useId();
  const offered = [...new Set([...known, ...t("spared.kinds").split(", ")])];
  return (
    <Sheet title={t("read.contentTitle", { words: clip(words, 60) })} save={t("read.contentSave")} ready={about.trim() !== ""} onSave={() => onSave(about.trim(), note)} onClose={onClose}>
      <p className="soft small">{t("read.contentHelp")}</p>
      <label className="field">
        <span>{t("read.contentAbout")}</span>
        <input type="text" list={list} value={about} onChange={(event) => setAbout(event.target.value)} autoComplete="off" />
      </label>
      <datalist id={list}>{offered.map((one) => <option key={one} value={one} />)}</datalist>
      <label className="field">
        <span>{t("read.contentNote")}</span>
        <input type="text" value={note} onChange={(event) => setNote(event.target.value)} />
      </label>
    </Sheet>
  );
}
