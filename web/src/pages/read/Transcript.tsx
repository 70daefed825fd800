/** The transcript view, held by React: it is made once, and told what changed. */
import { useEffect, useImperativeHandle, useLayoutEffect, useRef, type KeyboardEvent, type Ref } from "react";
import type { Stretch } from "../../transcript/stretches";
import { TranscriptView, type Label, type Options, type Shown } from "../../transcript/view";

export function Transcript(props: {
  ref: Ref<TranscriptView | null>;
  label: string;
  stretches: readonly Stretch[];
  labelOf: (stretch: Stretch) => Label;
  laid: readonly Shown[];
  covered: ReadonlyMap<number, string>;
  options: Options;
  onKeyDown: (key: KeyboardEvent) => void;
}) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<TranscriptView | null>(null);
  const options = useRef(props.options);
  const { stretches, labelOf, laid, covered, ref } = props;

  useEffect(() => {
    options.current = props.options;
  });
  // Before `ref` is given away, which happens in the same phase, in this order.
  useLayoutEffect(() => {
    if (host.current === null) return undefined;
    const made = new TranscriptView(host.current, {
      look: (id) => options.current.look(id),
      onSelect: (span) => options.current.onSelect(span),
      onHit: (ids) => options.current.onHit(ids),
      onResize: (id, span) => options.current.onResize(id, span),
      coverText: (about) => options.current.coverText(about),
      onUncover: (stretch) => options.current.onUncover(stretch),
    });
    view.current = made;
    return () => {
      view.current = null;
      made.destroy();
    };
  }, []);
  useEffect(() => view.current?.load(stretches, labelOf), [stretches, labelOf]);
  useEffect(() => view.current?.setCovered(covered), [covered, stretches, labelOf]);
  useEffect(() => view.current?.setLaid(laid), [laid, stretches, labelOf]);
  useImperativeHandle(ref, () => view.current as TranscriptView, []);

  return (
    // It is read with a caret and takes commands, so it can have the focus; what is in it is text.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div ref={host} role="document" aria-label={props.label} tabIndex={0} onKeyDown={props.onKeyDown} />
  );
}
