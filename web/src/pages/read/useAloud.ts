/**
 * What is said of the text where the caret goes: who speaks, what lies there, the words.
 *
 * It is written into the page past React: a caret that is held down moves thirty times a second. The same words twice, as
 * two letters of a word can be, are said twice: every other time they end in a space that cannot be heard.
 */
import { useCallback } from "react";
import { t } from "../../messages";
import type { Told } from "../../transcript/aloud";
import type { useShown } from "./useShown";

export function useAloud({ looks, stretches, labelOf }: ReturnType<typeof useShown>) {
  const laidText = useCallback(
    (ids: readonly string[]) => t("read.lies", { what: ids.flatMap((id) => looks.get(id) ?? []).map((look) => `${look.name} (${look.who})`).join(", ") }),
    [looks],
  );
  const sentence = ({ stretch, another, words, selected, laid }: Told) => {
    const at = stretches[stretch];
    if (at === undefined) return words;
    const { speaker } = labelOf(at);
    return [
      ...(another ? [speaker === "" ? at.number : t("read.tellSpeaker", { number: at.number, speaker })] : []),
      ...(laid === null ? [] : laid.length > 0 ? [laidText(laid)] : another ? [] : [t("read.liesNothing")]),
      selected ? t("read.tellSelected", { words }) : words === "" ? t("read.space") : words,
    ].join(" ");
  };
  return { laidText, sentence };
}

/** Let a live region say something. */
export function hear(region: HTMLElement | null, sentence: string): void {
  if (region !== null) region.textContent = region.textContent === sentence ? `${sentence}\u00a0` : sentence;
}
