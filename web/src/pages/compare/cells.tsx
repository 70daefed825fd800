/** What a cell of a table says: the number with its denominator, what is counted apart, and the signs of nothing. */
import type { ReactNode } from "react";
import { t } from "../../messages";
import type { Shown } from "./Grid";
import { inWords, own, SIGNS, type Mixture } from "./signs";

export const SHOWS = ["participants", "cases", "percent", "words", "codings"] as const;
export type Show = (typeof SHOWS)[number];

/** The numbers of one cell by the names that the engine gives them. */
export type Numbers = (name: string) => number;

/** What is shown, of how much: the pair that leads a cell. */
export function leading(show: Show, number: Numbers): { part: number; whole: number | null } {
  if (show === "codings") return { part: number("codings"), whole: null };
  const name = show === "percent" ? "participants" : show;
  return { part: number(name), whole: number(`of_${name}`) };
}

/** How deep a cell is tinted: its share, or for what is no part of anything its size beside the largest. */
export function heatOf(show: Show, number: Numbers, most: number): number {
  const { part, whole } = leading(show, number);
  if (whole === null) return most > 0 ? part / most : 0;
  return whole > 0 ? part / whole : 0;
}

export function Signs({ kinds }: { kinds: readonly (readonly [string, number])[] }): ReactNode {
  return (
    <span className="signs">
      {kinds.map(([word, count]) => (
        <span key={word} title={word}>
          {SIGNS[word] ?? word}
          {count > 0 && count}
        </span>
      ))}
    </span>
  );
}

/** A cell of a matrix; `kinds` says what a cell without anybody is, and is empty for the others. */
export function matrixCell(show: Show, number: Numbers, kinds: readonly (readonly [string, number])[], most: number): Shown {
  const { part, whole } = leading(show, number);
  const unfinished = number("unfinished");
  const unreviewed = number("unreviewed");
  const something = whole === null ? part > 0 : whole > 0;
  const figure = !something ? null : show === "percent" ? (
    <b>{t("compare.percent", { percent: Math.round((100 * part) / (whole ?? 1)) })}</b>
  ) : (
    <b>{t("compare.number", { number: part })}</b>
  );
  const apart = [
    unfinished > 0 && show !== "codings" && show !== "words" ? t("compare.unfinished", { count: unfinished }) : "",
    unreviewed > 0 ? t("compare.unreviewed", { count: unreviewed }) : "",
    number("nowhere") > 0 ? t("compare.nowhere", { count: number("nowhere") }) : "",
  ].filter((one) => one !== "");
  const words = [
    something ? t(`compare.said.${show}`, { part: show === "percent" ? Math.round((100 * part) / (whole ?? 1)) : part, whole: whole ?? 0 }) : "",
    inWords(kinds),
    ...apart,
  ].filter((one) => one !== "");
  return {
    words: words.join(", "),
    heat: heatOf(show, number, most),
    content: (
      <>
        <span className="figure">
          {figure}
          {something && whole !== null && <span> {t("compare.of", { whole })}</span>}
          {unfinished > 0 && <sup>*</sup>}
          {unreviewed > 0 && <span className="plus"> +{unreviewed}</span>}
        </span>
        {kinds.length > 0 && <Signs kinds={kinds} />}
      </>
    ),
  };
}

/** A cell by its place in an answer: `nothing` says by place what a cell without anybody is, `lineSays` that its line says who there is. */
export function cellAt(
  show: Show, number: (row: number, column: number) => Numbers, nothing: ReadonlyMap<number, Mixture>, lineSays: boolean, most: number,
  row: number, column: number,
): Shown {
  const mixture = nothing.get(row * 100_000 + column);
  return matrixCell(show, number(row, column), mixture === undefined ? [] : own(mixture, lineSays), most);
}

/** What the signs mean that stand in a table. */
export function Legend({ kinds, also }: { kinds: readonly string[]; also: readonly (readonly [sign: string, words: string])[] }) {
  if (kinds.length + also.length === 0) return null;
  return (
    <dl className="legend" aria-label={t("compare.legend")}>
      {kinds.map((word) => (
        <div key={word}>
          <dt>{SIGNS[word]}</dt>
          <dd>{word}</dd>
        </div>
      ))}
      {also.map(([sign, words]) => (
        <div key={sign}>
          <dt>{sign}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}
