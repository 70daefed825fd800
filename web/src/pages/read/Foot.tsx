/** Below the text: what is selected, and what can be done with it by pointer or finger. */
import { t } from "../../messages";
import type { Command } from "./commands";

export function Foot(props: {
  words: string | null;
  plain: boolean;
  may: boolean;
  mayCorrect: boolean;
  done: boolean;
  onCommand: (what: Command) => void;
  onDone: () => void;
}) {
  const { words, plain, may, onCommand } = props;
  const none = words === null;
  const one = (what: Command, label: string, first = false) => (
    <button type="button" className={first ? "button primary" : "button"} disabled={none} onClick={() => onCommand(what)}>{label}</button>
  );
  return (
    <footer>
      <span className="words">{none ? t(plain ? "read.plainHelp" : "read.nothing") : t("read.selected", { words })}</span>
      {may && (
        <>
          {!plain && one("code", t("read.code"), true)}
          {!plain && one("in vivo", t("read.inVivo"))}
          {one("mark", t("read.mark"), plain)}
          {!plain && one("paraphrase", t("read.paraphraseButton"))}
          {!plain && one("content note", t("read.contentButton"))}
          {!plain && props.mayCorrect && one("correct", t("read.correctButton"))}
          <button type="button" className="button" onClick={props.onDone}>{t(props.done ? "read.reopen" : "read.done")}</button>
        </>
      )}
    </footer>
  );
}
