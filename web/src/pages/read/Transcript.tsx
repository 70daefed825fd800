/** The transcript view, held by React: it is made once, and told what changed. */
import { useEffect, useImperativeHandle, useLayoutEffect, useRef, type KeyboardEvent, type Ref } from "react";
import type { Stretch } from "../../transcript/stretches";
import type { Label } from "../../transcript/rows";
import type { Laid, Span } from "../../transcript/spans";
import { TranscriptView, type Options, type Shown } from "../../transcript/view";

const FEW = 100;

export function Transcript(props: {
  ref: Ref<TranscriptView | null>;
  label: string;
  /** Which keys there are. */
  help: string;
  stretches: readonly Stretch[];
  labelOf: (stretch: Stretch) => Label;
  laid: readonly Shown[];
  /** Changes when stripes and tints have to be drawn anew although nothing lies elsewhere. */
  looks: unknown;
  found: readonly Laid[];
  hit: Span | null;
  covered: ReadonlyMap<number, string>;
  options: Options;
  onKeyDown: (key: KeyboardEvent) => void;
}) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<TranscriptView | null>(null);
  const options = useRef(props.options);
  const { stretches, labelOf, laid, looks, found, hit, covered, ref } = props;
  const drawn = useRef<{ laid: readonly Shown[]; looks: unknown; of: unknown }>({ laid: [], looks: null, of: null });

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
      laidText: (ids) => options.current.laidText(ids),
      onTold: (told) => options.current.onTold(told),
    });
    view.current = made;
    return () => {
      view.current = null;
      made.destroy();
    };
  }, []);
  useEffect(() => view.current?.load(stretches, labelOf), [stretches, labelOf]);
  useEffect(() => view.current?.setCovered(covered), [covered, stretches, labelOf]);
  // One coding more among twenty thousand is one change, not twenty thousand.
  useEffect(() => {
    const before = drawn.current;
    drawn.current = { laid, looks, of: labelOf };
    const known = new Set(before.laid);
    const now = new Set(laid);
    const came = laid.filter((one) => !known.has(one));
    const ids = new Set(came.map((one) => one.id));
    const gone = before.laid.filter((one) => !now.has(one) && !ids.has(one.id));
    if (before.of !== labelOf || came.length + gone.length > FEW) {
      view.current?.setLaid(laid);
      return;
    }
    for (const one of gone) view.current?.remove(one.id);
    for (const one of came) view.current?.add(one);
    if (came.length + gone.length === 0 && before.looks !== looks) view.current?.refresh();
  }, [laid, looks, stretches, labelOf]);
  useEffect(() => view.current?.setFound(found, hit), [found, hit, stretches, labelOf]);
  useImperativeHandle(ref, () => view.current as TranscriptView, []);

  return (
    <>
      <p id="transcript-help" className="apart">{props.help}</p>
      {/* It is read with a caret and takes commands, so it can have the focus; what is in it is text. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div ref={host} role="document" aria-label={props.label} aria-describedby="transcript-help" tabIndex={0} onKeyDown={props.onKeyDown} />
    </>
  );
}
