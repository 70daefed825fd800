/** One of two things that are set side by side: its numbers in a cell, and opened, with the words behind them. */
import { useQuery } from "@tanstack/react-query";
import type { CSSProperties } from "react";
import { ask } from "../../api/client";
import { Problem } from "../../components/parts";
import { t } from "../../messages";
import { Signs } from "./cells";
import { Quotations } from "./pieces";
import { inWords } from "./signs";

/** A side as questions answer it; cases and unreviewed codings only where they are counted. */
export interface HalfOf {
  readonly participants: number;
  readonly of_participants: number;
  readonly cases?: number;
  readonly of_cases?: number;
  readonly codings: number;
  readonly unreviewed?: number;
  readonly exposure: Readonly<Record<string, number>>;
  readonly coding_ids: readonly string[];
}

/** Which nothing it is, where nobody is there. */
export const nothingOf = (side: HalfOf): [string, number][] => (side.participants + (side.cases ?? 0) === 0 ? Object.entries(side.exposure) : []);

export function SideCell({ side }: { side: HalfOf }) {
  const kinds = nothingOf(side);
  const unreviewed = side.unreviewed ?? 0;
  return (
    <td style={{ "--heat": side.of_participants > 0 ? (side.participants / side.of_participants).toFixed(2) : 0 } as CSSProperties}>
      <span className="apart">{t("compare.said.participants", { part: side.participants, whole: side.of_participants })}{kinds.length > 0 && `, ${inWords(kinds)}`}</span>
      <span aria-hidden="true">
        <span className="figure"><b>{t("compare.number", { number: side.participants })}</b> {t("compare.of", { whole: side.of_participants })}</span>
        {unreviewed > 0 && <span className="plus"> +{unreviewed}</span>}
        {kinds.length > 0 && <Signs kinds={kinds} />}
      </span>
      {unreviewed > 0 && <span className="apart">, {t("compare.unreviewed", { count: unreviewed })}</span>}
    </td>
  );
}

export function Half({ label, side }: { label: string; side: HalfOf }) {
  const asked = { codings: [...side.coding_ids], limit: 1000 };
  const found = useQuery({ queryKey: ["compare", "codings", asked], queryFn: () => ask("codings", asked), enabled: side.coding_ids.length > 0 });
  return (
    <section aria-label={label}>
      <h3>{label}</h3>
      <ul className="list facts">
        <li>{t("cell.participants", { part: side.participants, whole: side.of_participants })}</li>
        {side.cases !== undefined && <li>{t("cell.cases", { part: side.cases, whole: side.of_cases ?? 0 })}</li>}
        <li>{t("cell.codings", { count: side.codings })}</li>
      </ul>
      {Object.keys(side.exposure).length > 0 && <p className="small">{t("cell.everybody")} {inWords(Object.entries(side.exposure))}.</p>}
      {found.error !== null && <Problem error={found.error} again={() => void found.refetch()} />}
      {side.coding_ids.length === 0 ? <p className="soft">{t("cell.none")}</p> : found.data === undefined ? <p className="soft">{t("app.loading")}</p> : <Quotations all={found.data.quotations} />}
    </section>
  );
}
