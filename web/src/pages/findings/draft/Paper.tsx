/**
 * The text with its margin: a plain text field, marks drawn behind it, and beside each line what stands there.
 *
 * The marks are drawn in a copy of the text that lies under the field with the same letters in the same places; the copy
 * is nobody's to read or to reach. What a careful reader would get wrong: on a narrow screen there is no margin. What
 * would stand in it follows the text, in the same order, and leads back to its place.
 */
import { useEffect, useLayoutEffect, useRef, type RefObject } from "react";
import { t } from "../../../messages";
import { Beside } from "./Beside";
import { pieces, stacked, type Mark } from "./marks";

const GAP = 6;

export function Paper({ text, marks, field, readOnly, onType, onLeave }: {
  text: string;
  marks: readonly Mark[];
  field: RefObject<HTMLTextAreaElement | null>;
  readOnly: boolean;
  onType: (text: string) => void;
  onLeave: () => void;
}) {
  const copy = useRef<HTMLDivElement>(null);
  const margin = useRef<HTMLOListElement>(null);
  const lay = () => {
    const list = margin.current;
    const under = copy.current;
    if (list === null || under === null) return;
    const wide = getComputedStyle(list).position === "relative";
    const items = [...list.children].filter((one) => one instanceof HTMLElement);
    const tops = items.map((one) => under.querySelector<HTMLElement>(`[data-mark="${CSS.escape(one.dataset["key"] ?? "")}"]`)?.offsetTop ?? 0);
    const places = stacked(items.map((one, at) => ({ top: tops[at] ?? 0, height: one.offsetHeight })), GAP);
    items.forEach((one, at) => {
      one.style.insetBlockStart = wide ? `${places[at] ?? 0}px` : "";
    });
    const last = items.at(-1);
    list.style.minBlockSize = wide && last !== undefined ? `${(places.at(-1) ?? 0) + last.offsetHeight}px` : "";
  };
  useLayoutEffect(lay);
  useEffect(() => {
    const seen = new ResizeObserver(lay);
    for (const one of [copy.current, ...(margin.current?.children ?? [])]) if (one !== null) seen.observe(one);
    return () => seen.disconnect();
  });
  const goTo = (mark: Mark) => {
    const area = field.current;
    if (area === null) return;
    area.focus({ preventScroll: true });
    area.setSelectionRange(mark.start, mark.end);
    copy.current?.querySelector(`[data-mark="${CSS.escape(mark.key)}"]`)?.scrollIntoView({ block: "center" });
  };
  return (
    <div className="paper">
      <div className="sheet">
        <div className="copy" aria-hidden="true" ref={copy} dir="auto">
          {pieces(text, marks).map((piece, at) =>
            piece.mark === null ? <span key={`${at}`}>{piece.text}</span> : <mark key={`${at}`} data-mark={piece.mark.key} data-look={piece.mark.look}>{piece.text}</mark>,
          )}
          {"\n"}
        </div>
        <textarea
          ref={field}
          aria-label={t("draft.text")}
          aria-describedby="draft-help"
          dir="auto"
          spellCheck
          readOnly={readOnly}
          value={text}
          onChange={(event) => onType(event.target.value)}
          onBlur={onLeave}
        />
      </div>
      <ol className="list margin" ref={margin} aria-label={t("draft.margin")}>
        {marks.map((mark) => (
          <li key={mark.key} data-key={mark.key}>
            <Beside mark={mark} onGo={() => goTo(mark)} />
          </li>
        ))}
      </ol>
    </div>
  );
}
