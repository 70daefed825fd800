/**
 * The reading view: words as plain markup, with their codes in the margin.
 *
 * For assistive technology, which cannot see tints, and for print. Each coded stretch is a `<mark>` that says its codes;
 * the margin says them once more beside each turn. A megabyte and more is shown page by page, because what browsers leave
 * out of view they leave out of the accessibility tree as well; print has all of it.
 */
import { useMemo, useRef, useState } from "react";
import { Patch } from "../../components/parts";
import { t } from "../../messages";
import type { Stretch } from "../../transcript/stretches";
import { Index, type Laid } from "../../transcript/spans";

const PAGED_FROM = 1_000_000;
const A_PAGE = 120_000;

export interface Called extends Laid {
  readonly called: string;
  /** A code, for its patch; null for a mark or a memo. */
  readonly code: { id: string; name: string; colour: string } | null;
}

export function Marked(props: {
  stretches: readonly Stretch[];
  laid: readonly Called[];
  covered: ReadonlyMap<number, string>;
  speaker: (stretch: Stretch) => string;
  onUncover: (stretch: number) => void;
  label: string;
  whole?: boolean;
}) {
  const { stretches, laid } = props;
  const index = useMemo(() => new Index(stretches, laid), [stretches, laid]);
  const pages = useMemo(() => pagesOf(stretches, props.whole === true), [stretches, props.whole]);
  const [page, setPage] = useState(0);
  const host = useRef<HTMLDivElement>(null);
  const turn = (to: number) => {
    setPage(to);
    host.current?.focus({ preventScroll: true });
    host.current?.scrollTo(0, 0);
  };
  const [first, end] = pages[page] ?? [0, 0];
  return (
    <div className="marked" role="region" aria-label={props.label} tabIndex={0} ref={host}>
      <h2 className="onlyprint">{props.label}</h2>
      {pages.length > 1 && (
        <nav className="row" aria-label={t("marked.pages")}>
          <button type="button" className="button" disabled={page === 0} onClick={() => turn(page - 1)}>{t("marked.before")}</button>
          <label className="row small">
            {t("marked.page", { all: pages.length })}
            <select value={page} onChange={(event) => turn(Number(event.target.value))}>
              {pages.map(([start], at) => <option key={start} value={at}>{t("marked.from", { page: at + 1, number: stretches[start]?.number ?? "" })}</option>)}
            </select>
          </label>
          <button type="button" className="button" disabled={page === pages.length - 1} onClick={() => turn(page + 1)}>{t("marked.next")}</button>
        </nav>
      )}
      {stretches.slice(first, end).map((stretch, place) => (
        <Turn key={stretch.start} {...props} stretch={stretch} at={first + place} index={index} />
      ))}
    </div>
  );
}

function Turn(props: { stretch: Stretch; at: number; index: Index<Called>; covered: ReadonlyMap<number, string>; speaker: (stretch: Stretch) => string; onUncover: (stretch: number) => void }) {
  const { stretch, at, index } = props;
  const about = props.covered.get(at);
  const here = new Map(index.of(at).map((part) => [part.what.called, part.what]));
  return (
    <div className="turn">
      <p className="who"><span className="num">{stretch.number}</span> {props.speaker(stretch)}</p>
      {about !== undefined ? (
        <p>
          <button type="button" className="button" onClick={() => props.onUncover(at)}>{t("read.covered", { about })}</button>
        </p>
      ) : (
        <p dir="auto">
          {index.segments(at).map((segment) => {
            const words = stretch.text.slice(segment.from, segment.to);
            if (segment.on.length === 0) return <span key={segment.from}>{words}</span>;
            const said = t("read.codesHere", { codes: segment.on.map((one) => one.called).join(", ") });
            return <mark key={segment.from} aria-description={said}>{words}</mark>;
          })}
        </p>
      )}
      {about === undefined && here.size > 0 && (
        <ul className="margin" aria-label={t("marked.margin", { number: stretch.number })}>
          {[...here.values()].map((one) => (
            <li key={one.called}>
              {one.code === null ? <span aria-hidden="true">✎</span> : <Patch code={one.code} />} {one.called}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function pagesOf(stretches: readonly Stretch[], whole: boolean): [number, number][] {
  const size = stretches.reduce((sum, one) => sum + one.text.length, 0);
  if (whole || size < PAGED_FROM) return [[0, stretches.length]];
  const found: [number, number][] = [];
  let first = 0;
  let held = 0;
  stretches.forEach((one, at) => {
    held += one.text.length;
    if (held < A_PAGE && at < stretches.length - 1) return;
    found.push([first, at + 1]);
    first = at + 1;
    held = 0;
  });
  return found;
}
