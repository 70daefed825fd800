/** Choosing both sides oneself: passages by their words, categories and cases from a list. */
import { useState } from "react";
import type { Schemas } from "../../api/client";
import { useRows } from "../../api/hooks";
import { CodingFinder } from "../../components/CodingFinder";
import { Dialog } from "../../components/parts";
import { fromCoding, saidBy } from "../../components/Quotation";
import { t } from "../../messages";
import { useHere } from "../compare/address";
import { written, type Of } from "./asked";
import { Categories, withUnder, type Line } from "./Categories";
import { LETTERS, type Which } from "./SideOf";

type ComparedSide = Schemas["ComparedSide"] | null;

export function ByHand({ of, category, codes, one, other }: { of: Of; category: string; codes: readonly Line[]; one: ComparedSide; other: ComparedSide }) {
  const here = useHere();
  const [finding, setFinding] = useState<Which | null>(null);
  const cases = useRows("case", of === "cases").data ?? [];
  const take = (which: Which, side: ComparedSide) => here.change({ hand: "yes", [which]: side === null ? null : written(side) });
  const idOf = (side: ComparedSide, kind: string) => (side?.kind === kind ? side.id : "");
  if (of === "cases") {
    return (
      <div className="row fields">
        {([["one", one], ["other", other]] as const).map(([which, side]) => (
          <label key={which} className="field">
            <span>{LETTERS[which]}</span>
            <select value={idOf(side, "case")} onChange={(event) => take(which, event.target.value === "" ? null : { kind: "case", id: event.target.value })}>
              <option value="">{t("bench.pick")}</option>
              {cases.filter((each) => each.merged_into === null).map((each) => <option key={each.id} value={each.id}>{each.name === "" || each.name === each.code ? each.code : `${each.code}: ${each.name}`}</option>)}
            </select>
          </label>
        ))}
      </div>
    );
  }
  if (of === "categories") {
    return (
      <div className="row fields">
        <Categories label={LETTERS.one} codes={codes} value={idOf(one, "code")} onChange={(id) => take("one", id === "" ? null : { kind: "code", id })} />
        <Categories label={LETTERS.other} codes={codes} value={idOf(other, "code")} onChange={(id) => take("other", id === "" ? null : { kind: "code", id })} />
      </div>
    );
  }
  const sides: readonly Which[] = of === "passages" ? ["one"] : ["one", "other"];
  return (
    <div className="row">
      {sides.map((which) => (
        <button key={which} type="button" className="button" disabled={category === ""} onClick={() => setFinding(which)}>
          {LETTERS[which]}: {t("bench.handPassage")}
        </button>
      ))}
      {category === "" && <span className="soft small">{t("bench.needsCategory")}</span>}
      {finding !== null && (
        <Dialog title={t("bench.handPassageTitle", { which: LETTERS[finding] })} onClose={() => setFinding(null)}>
          <CodingFinder codes={withUnder(codes, category)}>
            {(quotation) => (
              <button
                type="button"
                className="button"
                aria-label={t("bench.handThisName", { who: saidBy(fromCoding(quotation)) })}
                onClick={() => {
                  const taken = { kind: "coding" as const, id: quotation.coding.id };
                  if (of === "passages") here.change({ hand: "yes", one: written(taken), other: written({ kind: "code", id: category }) });
                  else take(finding, taken);
                  setFinding(null);
                }}
              >
                {t("bench.handThis")}
              </button>
            )}
          </CodingFinder>
          <button type="button" className="button" onClick={() => setFinding(null)}>{t("app.close")}</button>
        </Dialog>
      )}
    </div>
  );
}
