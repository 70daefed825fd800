/**
 * The codings of some codes, page by page, each shown as it is told; and a coding with its words, to be chosen.
 *
 * A passage that is covered stays covered here until somebody asks for it.
 */
import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { ask, type Schemas } from "../api/client";
import { t } from "../messages";
import { Problem } from "./parts";
import { fromCoding, Quotation } from "./Quotation";
import "./codings-of.css";

type OneCoding = Schemas["Quotation"];
const A_PAGE = 50;

export function CodingsOf({ codes, page = A_PAGE, children }: { codes: readonly string[]; page?: number; children: (quotation: OneCoding) => ReactNode }) {
  const [offset, setOffset] = useState(0);
  const asked = { codes: [...codes], offset, limit: page };
  const found = useQuery({ queryKey: ["examples", "codings", asked], queryFn: () => ask("codings", asked) });
  if (found.error !== null) return <Problem error={found.error} again={() => void found.refetch()} />;
  if (found.data === undefined) return <p className="soft">{t("app.loading")}</p>;
  const { total, quotations } = found.data;
  return (
    <>
      <ul className="list coded">{quotations.map((one) => <li key={one.coding.id} className="laid">{children(one)}</li>)}</ul>
      {total > page && (
        <div className="row">
          <button type="button" className="button" disabled={offset === 0} onClick={() => setOffset(offset - page)}>{t("marked.before")}</button>
          <span className="small num">{t("examples.range", { from: offset + 1, to: offset + quotations.length, all: total })}</span>
          <button type="button" className="button" disabled={offset + page >= total} onClick={() => setOffset(offset + page)}>{t("marked.next")}</button>
        </div>
      )}
    </>
  );
}

/** A coding with its words, to be chosen. */
export function Pickable({ quotation, chosen, onChoose }: { quotation: OneCoding; chosen: boolean; onChoose: (chosen: boolean) => void }) {
  const { coding } = quotation;
  return (
    <div className="pickable">
      <input type="checkbox" aria-label={t("examples.pick", { source: coding.source, member: coding.member, start: coding.start })} checked={chosen} onChange={(event) => onChoose(event.target.checked)} />
      <Quotation quoted={fromCoding(quotation)}>
        <p className="soft small">{coding.member}</p>
      </Quotation>
    </div>
  );
}
