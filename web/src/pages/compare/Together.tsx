/**
 * Which codes come together: on the same words, or near each other. A cell opens to the places.
 *
 * What a careful reader would get wrong: the table is the same on both sides of its diagonal, and the diagonal holds
 * each code by itself.
 */
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { ask, type Asked, type Schemas } from "../../api/client";
import { Empty, Problem } from "../../components/parts";
import { fromCoding, Quotation } from "../../components/Quotation";
import { useScope, useScopeCodes } from "../../lib/scope";
import { t } from "../../messages";
import { useHere } from "./address";
import { Legend } from "./cells";
import { Drawn } from "./Drawn";
import { Grid } from "./Grid";
import { arranged, short, type Line } from "./order";
import { Beside, Choose, Notes, Saving, TableOrFigure } from "./pieces";

const COUNTED = ["participants", "cases", "pairs"] as const;
const NEVER = "∅";
const UNUSED = "◇";

export function Together() {
  const here = useHere();
  const scope = useScope();
  const codes = useScopeCodes();
  const within = Number(here.get("within", "0")) || 0;
  const unit = here.get("unit", "words") === "characters" ? "characters" : "words";
  const show = COUNTED.find((one) => one === here.get("show", "participants")) ?? "participants";
  const order = here.get("order", "given");
  const figure = here.get("view", "table") === "figure";
  const options: Asked<"overlap"> = { ...scope, codes: [...codes], within, unit, by_member: here.get("member", "") === "same" };
  const found = useQuery({ queryKey: ["compare", "overlap", options], queryFn: () => ask("overlap", options), placeholderData: (before) => before });
  const data = found.data;
  const lines = (data?.codes ?? []) as readonly Line[];
  const used = useMemo(() => (data?.codes ?? []).map((_, at) => (data?.pairs[at]?.[at] ?? 0) > 0), [data]);
  const numbers = data?.[show];
  const places = arranged(lines, { order, hand: [], hidden: [] }, (at) => data?.pairs[at]?.[at] ?? 0, () => "");
  const most = useMemo(() => Math.max(1, ...(numbers ?? []).flatMap((row, at) => row.filter((_, beside) => beside !== at))), [numbers]);
  const open = here.get("open", "").split("~").map((key) => lines.findIndex((one) => short(one) === key));
  const opened = open.length === 2 && open.every((at) => at >= 0) && open[0] !== open[1] ? ([open[0] ?? 0, open[1] ?? 0] as const) : null;
  const heads = places.map((at) => ({ key: lines[at]?.key ?? "", label: lines[at]?.label ?? "", depth: order === "given" ? (lines[at]?.depth ?? 0) : 0, fixed: true }));
  const close = () => {
    here.change({ open: null }, true);
    requestAnimationFrame(() => document.querySelector<HTMLElement>('.matrix [tabindex="0"]')?.focus());
  };
  const title = within > 0 ? t(unit === "words" ? "together.nearWords" : "together.nearCharacters", { within }) : t("together.overlapTitle");
  const drawing = { of: "overlap", options } as const;

  return (
    <>
      <div className="tools" role="group" aria-label={t("compare.what")}>
        <Choose
          label={t("together.when")}
          value={within > 0 ? "near" : "overlap"}
          options={[{ value: "overlap", label: t("together.overlap") }, { value: "near", label: t("together.near") }]}
          onChange={(one) => here.change({ within: one === "near" ? "20" : null, open: null })}
        />
        {within > 0 && (
          <>
            <label className="field choose">
              <span>{t("together.within")}</span>
              <input type="number" min={1} max={5000} value={within} onChange={(event) => here.change({ within: String(Math.max(1, Math.floor(event.target.valueAsNumber) || 1)) }, true)} />
            </label>
            <Choose label={t("together.unit")} value={unit} options={[{ value: "words", label: t("together.words") }, { value: "characters", label: t("together.characters") }]} onChange={(one) => here.change({ unit: one === "words" ? null : one })} />
          </>
        )}
        <Choose label={t("compare.show")} value={show} options={COUNTED.map((one) => ({ value: one, label: t(`together.${one}`) }))} onChange={(one) => here.change({ show: one === "participants" ? null : one })} />
        <Choose
          label={t("together.order")}
          value={order}
          options={[{ value: "given", label: t("order.book") }, { value: "name", label: t("order.name") }, { value: "count", label: t("order.count") }]}
          onChange={(one) => here.change({ order: one === "given" ? null : one })}
        />
        <label className="row check">
          <input type="checkbox" checked={options.by_member === true} onChange={(event) => here.change({ member: event.target.checked ? "same" : null, open: null })} />
          {t("together.member")}
        </label>
      </div>
      {found.error !== null && <Problem error={found.error} again={() => void found.refetch()} />}
      {found.isPending && <p className="empty soft">{t("compare.counting")}</p>}
      {data !== undefined && found.error === null && lines.length === 0 && <Empty title={t("together.none")}>{t("together.noneDetail")}</Empty>}
      {data !== undefined && found.error === null && lines.length > 0 && (
        <>
          <div className="row under">
            <TableOrFigure figure={figure} change={here.change} />
            <Saving drawing={drawing} title={title} />
          </div>
          {figure ? (
            <Drawn drawing={drawing} title={title} />
          ) : (
            <>
              <Legend kinds={[]} also={[[NEVER, t("together.never")], [UNUSED, t("together.unused")], ["( )", t("together.alone")]]} />
              <div className="with-beside" aria-busy={found.isPlaceholderData}>
                <Grid
                  caption={found.isPlaceholderData ? t("compare.counting") : title}
                  corner={t("together.corner")}
                  rows={heads}
                  columns={heads}
                  cell={(row, column) => {
                    const [left, right] = [places[row] ?? 0, places[column] ?? 0];
                    const number = numbers?.[left]?.[right] ?? 0;
                    if (left === right) return { content: <span className="alone">({t("compare.number", { number })})</span>, words: t(`together.aloneWords.${show}`, { number }), heat: 0 };
                    const known = used[left] === true && used[right] === true;
                    if (number > 0) return { content: <b>{t("compare.number", { number })}</b>, words: t(`together.words.${show}`, { number }), heat: number / most };
                    const unheard = (data.pairs[left]?.[right] ?? 0) > 0;
                    return { content: <span className="signs">{unheard ? "0" : known ? NEVER : UNUSED}</span>, words: t(unheard ? "together.unheard" : known ? "together.never" : "together.unused"), heat: 0 };
                  }}
                  opened={opened === null ? null : [places.indexOf(opened[0]), places.indexOf(opened[1])]}
                  onOpen={(row, column) => {
                    if (row !== column) here.change({ open: `${short(lines[places[row] ?? 0] as Line)}~${short(lines[places[column] ?? 0] as Line)}` }, opened !== null);
                  }}
                />
                {opened !== null && <OnePair options={options} left={lines[opened[0]] as Line} right={lines[opened[1]] as Line} onClose={close} />}
              </div>
              <Notes notes={data.notes} />
            </>
          )}
        </>
      )}
    </>
  );
}

const MANY = 20;

function OnePair({ options, left, right, onClose }: { options: Asked<"overlap">; left: Line; right: Line; onClose: () => void }) {
  const asked = { options, left: left.id, right: right.id };
  const found = useQuery({ queryKey: ["compare", "pair", asked], queryFn: () => ask("pair", asked) });
  const pair = found.data?.pair;
  const by = new Map(found.data?.quotations.map((one) => [one.coding.id, one]));
  return (
    <Beside title={t("together.pairTitle", { left: left.label, right: right.label })} onClose={onClose}>
      {found.error !== null && <Problem error={found.error} again={() => void found.refetch()} />}
      {found.isPending && <p className="soft">{t("app.loading")}</p>}
      {pair !== undefined && (
        <>
          <ul className="list facts">
            <li>{t("together.pairPeople", { count: pair.participants, cases: pair.cases })}</li>
            <li>{t("together.pairOf", { name: left.label, count: pair.left_participants })}</li>
            <li>{t("together.pairOf", { name: right.label, count: pair.right_participants })}</li>
          </ul>
          <h3>{t("together.places", { count: pair.coding_ids.length })}</h3>
          {pair.coding_ids.length === 0 && <p className="soft">{t("together.noPlaces")}</p>}
          <ol className="list quotes">
            {pair.coding_ids.slice(0, MANY).map(([one, other]) => (
              <li key={`${one} ${other}`} className="pair">
                <Place left={by.get(one)} right={by.get(other)} />
              </li>
            ))}
          </ol>
          {pair.coding_ids.length > MANY && <p className="soft">{t("together.first", { count: MANY, of: pair.coding_ids.length })}</p>}
        </>
      )}
    </Beside>
  );
}

/** Where two codings come together: once where they lie on the same words, else one after the other. */
function Place({ left, right }: { left: Schemas["Quotation"] | undefined; right: Schemas["Quotation"] | undefined }) {
  const both = [left, right].filter((one) => one !== undefined);
  const same = both.length === 2 && both[0]?.source === both[1]?.source && both[0]?.coding.start === both[1]?.coding.start && both[0]?.coding.end === both[1]?.coding.end;
  return both.slice(0, same ? 1 : 2).map((one) => (
    <Quotation key={one.coding.id} quoted={fromCoding(one)}>
      {(same ? both : [one]).map(({ coding }) => (
        <p key={coding.id} className="soft small">{t("compare.codedWith", { code: coding.code, member: coding.member })}</p>
      ))}
    </Quotation>
  ));
}
