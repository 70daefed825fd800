/** Below the text: what is selected, and what can be done with it by pointer or finger. */
import { useEffect, useRef } from "react";
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
  const foot = useRef<HTMLElement>(null);
  useEffect(() => {
    // Where it comes over the text, the selected words are not left under it.
    const selection = none ? null : getSelection();
    if (selection === null || selection.rangeCount === 0 || foot.current === null) return;
    const under = selection.getRangeAt(0).getBoundingClientRect().bottom - foot.current.getBoundingClientRect().top;
    if (under > 0) scrollBy({ top: under + 24 });
  }, [none]);
  const one = (what: Command, label: string, first = false) => (
    <button type="button" className={first ? "button primary" : "button"} disabled={none} onClick={() => onCommand(what)}>{label}</button>
  );
  return (
    <footer ref={foot} className={none ? undefined : "ready"}>
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
