/**
 * What a cell of a framework shows: the words that are written there, what has changed under them, or which nothing it is.
 *
 * What a careful reader would get wrong: a row of a case shows its own summary and, apart from it, those of its people. And
 * a cell with segments and no words is not empty: it waits.
 */
import type { Schemas } from "../../api/client";
import { t } from "../../messages";
import { Signs } from "../compare/cells";
import type { Shown } from "../compare/Grid";
import { inWords, kindsIn, SIGNS } from "../compare/signs";

export type Cell = Schemas["FrameworkCell"];
export type Summary = Schemas["SummaryHere"];

/** So many of its people are shown in the cell of a case; all when it is opened. */
const FEW = 2;
export const STALE = "⚠";
export const NEW = "✚";
export const TO_WRITE = "✎";

/** The summary that is written in here, where there is one; another one may stand beside it, of things that were made one. */
export const ownOf = (cell: Cell, row: string, column: string): Summary | undefined =>
  cell.own.find((one) => one.row === row && one.of === column) ?? cell.own.find((one) => one.row === row) ?? cell.own[0];

/** Where the words of a cell are kept while they are not saved. */
export const placeOf = (framework: string, row: string, column: string): string => `summary ${framework} ${row} ${column}`;

/** What became of segments, in words: `1 moved or corrected, 2 removed`. */
export const staleIn = (one: Summary): string => Object.entries(one.stale).map(([what, count]) => `${count} ${what}`).join(", ");

export function shownCell(cell: Cell, unsaved: boolean): Shown {
  const stale = cell.own.map(staleIn).filter((one) => one !== "").join(", ");
  const fresh = cell.own.reduce((sum, one) => sum + one.new.length, 0);
  const written = cell.own.length + cell.members.length > 0;
  const waiting = cell.own.length > 0 ? 0 : cell.unused.length;
  const kinds = written ? [] : Object.entries(cell.exposure);
  // Of one person there is one word; of a case a mixture, which has to be short.
  const alone = kinds.length === 1 && (kinds[0]?.[1] ?? 0) <= 1 ? kinds[0]?.[0] : undefined;
  const unreviewed = written ? 0 : cell.unreviewed;
  const words = [
    ...cell.own.map((one) => (one.words === "" ? t("framework.noWords") : one.words)),
    ...cell.members.map((one) => t("framework.ofMember", { who: one.whose, words: one.words })),
    inWords(kinds),
    stale === "" ? "" : t("framework.staleWords", { what: stale }),
    fresh > 0 ? t("framework.newWords", { count: fresh }) : "",
    waiting > 0 ? t("framework.toWriteWords", { count: waiting }) : "",
    unreviewed > 0 ? t("framework.unreviewedWords", { count: unreviewed }) : "",
    unsaved ? t("framework.mark.unsaved") : "",
  ];
  return {
    heat: 0,
    words: words.filter((one) => one !== "").join("; "),
    content: (
      <>
        {cell.own.map((one) => <span key={one.id} className="summary" dir="auto">{one.words === "" ? <em>{t("framework.noWords")}</em> : one.words}</span>)}
        {cell.members.slice(0, FEW).map((one) => <span key={one.id} className="summary of-member" dir="auto"><b>{one.whose}</b> {one.words}</span>)}
        {cell.members.length > FEW && <span className="soft">{t("framework.moreMembers", { count: cell.members.length - FEW })}</span>}
        {alone !== undefined && <span className="soft"><span className="sign">{SIGNS[alone]}</span> {alone}</span>}
        {alone === undefined && kinds.length > 0 && <Signs kinds={kinds} />}
        <span className="marks">
          {unsaved && <b className="mark warn">{t("framework.mark.unsaved")}</b>}
          {stale !== "" && <span className="mark warn">{STALE} {t("framework.mark.stale")}</span>}
          {fresh > 0 && <span className="mark">{NEW} {t("framework.mark.new", { count: fresh })}</span>}
          {waiting > 0 && <span className="mark">{TO_WRITE} {t("framework.mark.toWrite", { count: waiting })}</span>}
          {unreviewed > 0 && <span className="mark">{t("framework.mark.unreviewed", { count: unreviewed })}</span>}
        </span>
      </>
    ),
  };
}

/** The kinds of nothing that stand in a grid, and whether each of the marks does: what the legend has to say. */
export function signsIn(cells: readonly (readonly Cell[])[]): { kinds: string[]; also: [sign: string, words: string][] } {
  const all = cells.flat();
  const empty = all.filter((one) => one.own.length + one.members.length === 0);
  const also: [string, string, boolean][] = [
    [STALE, t("framework.legend.stale"), all.some((one) => one.own.some((each) => staleIn(each) !== ""))],
    [NEW, t("framework.legend.new"), all.some((one) => one.own.some((each) => each.new.length > 0))],
    [TO_WRITE, t("framework.legend.toWrite"), all.some((one) => one.own.length === 0 && one.unused.length > 0)],
  ];
  return { kinds: kindsIn(empty.map((one) => Object.entries(one.exposure))), also: also.flatMap(([sign, words, there]) => (there ? [[sign, words] as [string, string]] : [])) };
}
