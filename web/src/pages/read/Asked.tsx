/**
 * What was asked for the selected words: which code, a note, other words, a content note, a correction.
 *
 * The span is the one of the moment of asking. What is done goes there, wherever the selection of the page has gone meanwhile.
 */
import type { Schemas } from "../../api/client";
import { CodePicker } from "../../components/CodePicker";
import { t } from "../../messages";
import { editsOf } from "../../transcript/edits";
import { clip } from "../../transcript/points";
import type { Span } from "../../transcript/spans";
import { ContentNoteDialog, CorrectDialog, MarkDialog, ParaphraseDialog } from "./dialogs";
import type { Acts, Corrected } from "./useActs";

export type Asking = "code" | "mark" | "paraphrase" | "content note" | "correct";

interface Props {
  readonly what: Asking;
  readonly span: Span;
  readonly words: string;
  readonly codes: readonly Schemas["CodeLine"][];
  readonly recent: readonly string[];
  readonly acts: Acts;
  readonly onApply: (code: { id: string; name: string }) => void;
  /** What was made, to look at; null when it was refused. */
  readonly onDone: (made: string | null) => void;
  readonly onCorrected: (did: Corrected) => void;
  readonly onClose: () => void;
}

export function Asked({ what, span, words, codes, recent, acts, onApply, onDone, onCorrected, onClose }: Props) {
  switch (what) {
    case "code":
      return (
        <CodePicker
          title={t("picker.title", { words: clip(words) })}
          codes={codes}
          recent={recent}
          help={t("picker.several")}
          onChoose={(code, more) => {
            onApply(code);
            if (!more) onClose();
          }}
          onMake={(name, more) => {
            void acts.make(name, span).then(onDone);
            if (!more) onClose();
          }}
          onClose={onClose}
        />
      );
    case "mark":
      return <MarkDialog words={words} onClose={onClose} onSave={(note) => { void acts.mark(span, note).then(onDone); onClose(); }} />;
    case "paraphrase":
      return <ParaphraseDialog words={words} onClose={onClose} onSave={(text) => { void acts.paraphrase(span, text).then(onDone); onClose(); }} />;
    case "content note":
      return <ContentNoteDialog words={words} onClose={onClose} onSave={(about, note) => { void acts.contentNote(span, about, note); onClose(); }} />;
    case "correct":
      return (
        <CorrectDialog
          words={words}
          onClose={onClose}
          onSave={(becomes) => {
            void acts.correct(editsOf(span.start, words, becomes)).then((did) => {
              if (did === null) return;
              onCorrected(did);
              onClose();
            });
          }}
        />
      );
  }
}
