/**
 * The reading view: words and codings as plain markup.
 *
 * For assistive technology, which cannot see tints, and for print. Each coded stretch is a `<mark>` that says its codes;
 * each turn says them once more below it.
 */
import { t } from "../../messages";
import type { Stretch } from "../../transcript/stretches";
import { Index, type Laid } from "../../transcript/spans";

export function Marked(props: {
  stretches: readonly Stretch[];
  laid: readonly (Laid & { called: string })[];
  covered: ReadonlyMap<number, string>;
  speaker: (stretch: Stretch) => string;
  onUncover: (stretch: number) => void;
  label: string;
}) {
  const index = new Index(props.stretches, props.laid);
  return (
    <div className="marked" role="region" aria-label={props.label} tabIndex={0}>
      {props.stretches.map((stretch, at) => {
        const about = props.covered.get(at);
        const codes = [...new Set(index.of(at).map((part) => part.what.called))].join(", ");
        return (
          <div key={stretch.start}>
            <p className="who">
              {stretch.number} {props.speaker(stretch)}
            </p>
            {about !== undefined ? (
              <button type="button" className="button" onClick={() => props.onUncover(at)}>
                {t("read.covered", { about })}
              </button>
            ) : (
              <>
                <p dir="auto">
                  {index.segments(at).map((segment) => {
                    const words = stretch.text.slice(segment.from, segment.to);
                    if (segment.on.length === 0) return <span key={segment.from}>{words}</span>;
                    const said = t("read.codesHere", { codes: segment.on.map((one) => one.called).join(", ") });
                    return (
                      <mark key={segment.from} aria-description={said}>
                        {words}
                      </mark>
                    );
                  })}
                </p>
                {codes !== "" && <p className="codes">{t("read.codesHere", { codes })}</p>}
              </>
            )}
          </div>
        );
      })}
    </div>
  );
}
