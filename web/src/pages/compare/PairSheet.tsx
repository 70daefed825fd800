/** A pair of cases, opened: what is written about it, and every row with both sides, which opens to its words. */
import { useQuery } from "@tanstack/react-query";
import { Fragment } from "react";
import { act, ask, type Asked, type Schemas } from "../../api/client";
import { useDoing } from "../../components/doing";
import { KeptState } from "../../components/KeptState";
import { useWords } from "../../components/kept";
import { Problem } from "../../components/parts";
import { t } from "../../messages";
import { useHere } from "./address";
import { Half, SideCell } from "./halves";
import { Beside } from "./pieces";

const KINDS = ["shared", "only left", "only right", "neither", "cannot say"] as const;

/** Keyed by its pair: the words are written to the one it was made with. */
export function PairSheet({ pair, options, may, onClose, onNext }: {
  pair: Schemas["PairLine"];
  options: Asked<"case_pairs">;
  may: boolean;
  onClose: () => void;
  onNext: (() => void) | undefined;
}) {
  const here = useHere();
  const found = useQuery({
    queryKey: ["compare", "pair_sheet", options, pair.left, pair.right],
    queryFn: () => ask("pair_sheet", { options, left: pair.left, right: pair.right }),
    placeholderData: (before) => before,
  });
  const [left, right] = [pair.left_label, pair.right_label];
  const open = here.get("row", "");
  return (
    <Beside title={t("pairs.name", { left, right })} onClose={onClose} wide>
      {may ? <About pair={pair} /> : pair.words !== "" && <p className="summary-whole" dir="auto">{pair.words}</p>}
      {onNext !== undefined && may && <p><button type="button" className="button" onClick={onNext}>{t("pairs.next")}</button></p>}
      {found.error !== null && <Problem error={found.error} again={() => void found.refetch()} />}
      {found.isPending && <p className="soft">{t("compare.counting")}</p>}
      {found.data !== undefined && (
        <table className="sides">
          <caption className="apart">{t("pairs.sheet", { left, right })}</caption>
          <thead>
            <tr><th scope="col">{t("sides.row")}</th><th scope="col">{left}</th><th scope="col">{right}</th></tr>
          </thead>
          {KINDS.map((kind) => {
            const rows = found.data.rows.filter((one) => one.has === kind);
            return rows.length > 0 && (
              <tbody key={kind}>
                <tr className="group"><th scope="rowgroup" colSpan={3}>{t(`pairs.group.${kind}`, { left, right })} <span className="num">({rows.length})</span></th></tr>
                {rows.map((one) => (
                  <Fragment key={one.key}>
                    <tr data-open={one.key === open || undefined}>
                      <th scope="row">
                        <button type="button" className="button plain" aria-expanded={one.key === open} onClick={() => here.change({ row: one.key === open ? null : one.key }, true)}>{one.label}</button>
                      </th>
                      <SideCell side={one.left} />
                      <SideCell side={one.right} />
                    </tr>
                    {one.key === open && (
                      <tr>
                        <td colSpan={3} className="row-open">
                          <div className="two" role="group" aria-label={t("pairs.open", { row: one.label })}>
                            <Half label={left} side={one.left} />
                            <Half label={right} side={one.right} />
                          </div>
                        </td>
                      </tr>
                    )}
                  </Fragment>
                ))}
              </tbody>
            );
          })}
        </table>
      )}
    </Beside>
  );
}

function About({ pair }: { pair: Schemas["PairLine"] }) {
  const { run } = useDoing();
  const name = t("pairs.name", { left: pair.left_label, right: pair.right_label });
  const of = { one: pair.left, other: pair.right };
  const { words, type, state, keep, theirs } = useWords(`pair ${pair.left} ${pair.right}`, pair.words, async (next) => {
    await act("pair.write", { ...of, words: next });
  });
  return (
    <>
      <label className="field">
        <span>{t("pairs.write")}</span>
        <textarea className="pair-words" dir="auto" value={words} onChange={(event) => type(event.target.value)} onBlur={() => void keep()} />
      </label>
      <KeptState state={state} again={() => void keep()} theirs={theirs} />
      <label className="row check">
        <input
          type="checkbox"
          checked={pair.done}
          onChange={(event) => void run("pair.write", { ...of, done: event.target.checked }, { sentence: t(event.target.checked ? "pairs.isDone" : "pairs.isOpen", { pair: name }), shows: ["compare"] })}
        />
        {t("pairs.markDone")}
      </label>
    </>
  );
}
