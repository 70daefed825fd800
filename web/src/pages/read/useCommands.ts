/**
 * What each command does to the text, whichever way it was given: by a key or by a button of the foot.
 *
 * A command for a selection asks the text itself what is selected, when it is given: a key may be quicker than the drawing.
 */
import type { RefObject } from "react";
import { useSay } from "../../components/said";
import { t } from "../../messages";
import type { Span } from "../../transcript/spans";
import { stretchAt } from "../../transcript/stretches";
import type { TranscriptView } from "../../transcript/view";
import type { Asking } from "./Asked";
import type { Command } from "./commands";
import type { Acts } from "./useActs";
import type { Quick } from "./useQuick";
import type { useShown } from "./useShown";
import type { useSteps } from "./useSteps";

interface Desk {
  readonly view: RefObject<TranscriptView | null>;
  readonly shown: ReturnType<typeof useShown>;
  readonly steps: ReturnType<typeof useSteps>;
  readonly acts: Acts;
  readonly quick: Quick;
  /** The coding, mark or memo that is looked at. */
  readonly current: string | null;
  readonly may: boolean;
  readonly mayCorrect: boolean;
  readonly plainView: boolean;
  readonly apply: (code: { id: string; name: string }, span: Span) => void;
  readonly resize: (what: string, span: Span) => void;
  readonly remove: (what: string) => void;
  readonly lookAt: (found: string | null) => void;
  readonly onAsk: (what: Asking, span: Span) => void;
  readonly onList: (here: readonly string[]) => void;
  readonly onThrough: () => void;
  readonly onLeave: () => void;
  readonly onLetGo: () => void;
}

export function useCommands(desk: Desk): (what: Command) => void {
  const { say } = useSay();
  const { view, shown, steps, acts, quick, current, may, mayCorrect, plainView, apply, resize, remove, lookAt, onAsk } = desk;
  const oneTurn = (span: Span) => stretchAt(shown.stretches, span.start) === stretchAt(shown.stretches, span.end - 1);

  return (what: Command) => {
    const span = view.current?.selected() ?? null;
    const selecting = (then: (span: Span) => void) => {
      if (!may) say(t("did.onlyRead"));
      else if (span === null) say(t("did.selectFirst"));
      else then(span);
    };
    switch (what) {
      case "word":
      case "sentence":
      case "turn":
        view.current?.take(what);
        break;
      case "code":
        if (!plainView) selecting((chosen) => onAsk(what, chosen));
        break;
      case "mark":
      case "paraphrase":
      case "content note":
        selecting((chosen) => onAsk(what, chosen));
        break;
      case "correct":
        if (!mayCorrect) say(t("did.mayNotCorrect"));
        else
          selecting((chosen) => {
            if (oneTurn(chosen)) onAsk(what, chosen);
            else say(t("did.oneTurn"));
          });
        break;
      case "in vivo":
        selecting((chosen) => void acts.inVivo(chosen).then(lookAt));
        break;
      case "repeat":
        selecting((chosen) => void acts.repeat(chosen).then(lookAt));
        break;
      case "list":
        desk.onList(view.current?.at(view.current.here() ?? 0, true) ?? []);
        document.getElementById("here")?.focus();
        break;
      case "next":
      case "before":
        steps.next(what === "before");
        break;
      case "next of code":
      case "before of code": {
        const coding = shown.layers.codings.find((one) => one.id === current);
        if (coding === undefined) say(t("did.lookFirst"));
        else void steps.nextOf(coding.code, coding.id, what === "before of code");
        break;
      }
      case "through code":
        desk.onThrough();
        break;
      case "uncoded":
        steps.uncoded();
        break;
      case "resize":
        if (current === null) say(t("did.lookFirst"));
        else selecting((chosen) => resize(current, chosen));
        break;
      case "remove":
        if (may && current !== null) remove(current);
        break;
      case "leave":
        desk.onLeave();
        break;
      case "memo":
        if (current === null) say(t("did.lookFirst"));
        else document.querySelector<HTMLElement>("#memo-here textarea")?.focus();
        break;
      case "let go":
        getSelection()?.removeAllRanges();
        desk.onLetGo();
        break;
      default: {
        const line = quick.pinned[Number(what.slice("pinned ".length)) - 1];
        if (line === undefined) say(t("did.notKept"));
        else selecting((chosen) => apply(line.code, chosen));
      }
    }
  };
}
