/**
 * Finding codings by their words, code or people, to do something with one: put it into a memo, under a theme.
 *
 * Quotations are shown as everywhere: covered where a content note lies on them. `codes` narrows to some codes; without
 * words typed and without codes nothing is asked, so that nobody is shown a study's worth of quotations unbidden.
 */
import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState, type ReactNode } from "react";
import { ask, type Schemas } from "../api/client";
import { useCodebook } from "../api/hooks";
import { t } from "../messages";
import { Problem } from "./parts";
import { fromCoding, Quotation } from "./Quotation";

const MOST = 30;

export function CodingFinder({ codes, but, children }: {
  /** Offered first. */
  codes: readonly string[];
  /** Left out. */
  but?: ReadonlySet<string>;
  /** What can be done with one. */
  children: (quotation: Schemas["Quotation"]) => ReactNode;
}) {
  const book = useCodebook().data?.codes ?? [];
  const [typed, setTyped] = useState("");
  const [code, setCode] = useState("");
  const words = useDeferredValue(typed.trim());
  const wanted = code === "" ? codes : [code];
  const found = useQuery({
    queryKey: ["theme", "codings", wanted, words],
    queryFn: () => ask("codings", { codes: [...wanted], words, limit: 200 }),
    enabled: wanted.length > 0 || words !== "",
    placeholderData: (before) => before,
  });
  const here = (found.data?.quotations ?? []).filter((one) => but?.has(one.coding.id) !== true).slice(0, MOST);
  return (
    <div className="finder">
      <div className="row fields">
        <label className="field">
          <span>{t("finder.words")}</span>
          <input type="search" value={typed} onChange={(event) => setTyped(event.target.value)} />
        </label>
        <label className="field">
          <span>{t("finder.code")}</span>
          <select value={code} onChange={(event) => setCode(event.target.value)}>
            <option value="">{t(codes.length > 0 ? "finder.suggested" : "finder.any")}</option>
            {book.map((line) => (
              <option key={line.code.id} value={line.code.id}>{line.path}</option>
            ))}
          </select>
        </label>
      </div>
      {found.error !== null && <Problem error={found.error} again={() => void found.refetch()} />}
      <p role="status" className="soft small">
        {found.data === undefined ? t("finder.type") : here.length === 0 ? t("finder.none") : t("finder.found", { shown: here.length, total: found.data.total })}
      </p>
      <ul className="list">
        {here.map((one) => (
          <li key={one.coding.id} className="laid">
            <Quotation quoted={fromCoding(one)}>
              <p className="soft small">{t("memos.codedBy", { code: one.coding.code, who: one.coding.member })}</p>
              <div className="row">{children(one)}</div>
            </Quotation>
          </li>
        ))}
      </ul>
    </div>
  );
}
