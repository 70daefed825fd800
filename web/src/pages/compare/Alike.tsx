/**
 * How alike cases, groups or people are: every two of them in the order of the tree, as a map, and each pair opened.
 *
 * What a careful reader would get wrong: two pairs may rest on different codes, because only what was read in both counts;
 * so each number stands with how many it rests on.
 */
import { useQuery } from "@tanstack/react-query";
import { ask, type Asked, type Schemas } from "../../api/client";
import { Problem } from "../../components/parts";
import { useScope, useScopeCodes } from "../../lib/scope";
import { t } from "../../messages";
import { useHere } from "./address";
import { SAID, useAxes } from "./axes";
import { Drawn } from "./Drawn";
import { Grid } from "./Grid";
import { short, type Line } from "./order";
import { Beside, Choose, Notes, Saving, TableOrFigure } from "./pieces";

const MEASURES = ["shared", "matching", "shares"] as const;
const two = new Intl.NumberFormat(undefined, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const MOST_GROUPS = 8;

export function Alike() {
  const here = useHere();
  const scope = useScope();
  const codes = useScopeCodes();
  const axes = useAxes().filter((one) => one.group === "people" || (one.group === "attribute" && /^(?:case|participant):/u.test(one.key)));
  const by = here.get("by", "cases");
  const of = SAID.find((one) => one === here.get("of", "codes")) ?? "codes";
  const measure = MEASURES.find((one) => one === here.get("measure", "shared")) ?? "shared";
  const groups = Math.max(0, Math.min(MOST_GROUPS, Number.parseInt(here.get("groups", "0"), 10) || 0));
  const figure = here.get("view", "table") === "figure";
  const options: Asked<"similarity"> = { ...scope, codes: [...codes], by, of, measure, groups };
  const found = useQuery({ queryKey: ["compare", "similarity", options], queryFn: () => ask("similarity", options), placeholderData: (before) => before });
  const data = found.data;
  const lines = (data?.order.map((key) => data.lines.find((one) => one.key === key)) ?? []) as Line[];
  const pairs = new Map(data?.pairs.flatMap((one) => [[`${one.left}~${one.right}`, one], [`${one.right}~${one.left}`, one]] as const));
  const placed = new Map(data?.placed.map((one) => [one.label, one.group]));
  const pair = (row: number, column: number) => pairs.get(`${lines[row]?.label ?? ""}~${lines[column]?.label ?? ""}`);
  const [left, right] = here.get("open", "").split("~");
  const [row, column] = [lines.findIndex((one) => short(one) === left), lines.findIndex((one) => short(one) === right)];
  const opened = row >= 0 && column >= 0 ? pair(row, column) : undefined;
  const heads = lines.map((one) => ({ key: one.key, label: one.label, note: groups > 0 && placed.has(one.label) ? t("alike.group", { group: placed.get(one.label) ?? 0 }) : "" }));
  const drawing = { of: "similarity", options } as const;
  const close = () => {
    here.change({ open: null }, true);
    requestAnimationFrame(() => document.querySelector<HTMLElement>('.matrix [tabindex="0"]')?.focus());
  };

  return (
    <>
      <div className="tools" role="group" aria-label={t("compare.what")}>
        <Choose label={t("alike.by")} value={by} options={axes.map((one) => ({ value: one.key, label: one.label, ...(one.group === "attribute" ? { group: t("axis.attribute") } : {}) }))} onChange={(one) => here.change({ by: one === "cases" ? null : one, groups: null, open: null })} />
        <Choose label={t("alike.of")} value={of} options={SAID.map((one) => ({ value: one, label: t(`axis.${one}`) }))} onChange={(one) => here.change({ of: one === "codes" ? null : one })} />
        <Choose label={t("alike.measure")} value={measure} options={MEASURES.map((one) => ({ value: one, label: t(`alike.measure.${one}`) }))} onChange={(one) => here.change({ measure: one === "shared" ? null : one })} />
        <Choose
          label={t("alike.groups")} value={String(groups)}
          options={Array.from({ length: Math.max(groups, Math.min(MOST_GROUPS, lines.length)) + 1 }, (_, at) => at).filter((at) => at !== 1).map((at) => ({ value: String(at), label: at === 0 ? t("alike.noGroups") : String(at) }))}
          onChange={(one) => here.change({ groups: one === "0" ? null : one })}
        />
      </div>
      {found.error !== null && <Problem error={found.error} again={() => void found.refetch()} />}
      {found.isPending && <p className="empty soft">{t("compare.counting")}</p>}
      {data !== undefined && found.error === null && (
        <>
          <div className="row under">
            <TableOrFigure figure={figure} change={here.change} />
            <Saving drawing={drawing} title={data.title} />
          </div>
          {figure ? (
            <Drawn drawing={drawing} title={data.title} />
          ) : (
            <>
              <div className="with-beside" aria-busy={found.isPlaceholderData}>
                <Grid
                  caption={t("alike.caption", { title: data.title })}
                  corner={axes.find((one) => one.key === by)?.label ?? by}
                  rows={heads}
                  columns={heads}
                  cell={(at, beside) => shown(at === beside, pair(at, beside))}
                  opened={opened === undefined ? null : [row, column]}
                  onOpen={(at, beside) => {
                    if (at !== beside) here.change({ open: `${short(lines[at] as Line)}~${short(lines[beside] as Line)}` }, opened !== undefined);
                  }}
                />
                {opened !== undefined && <OnePair pair={opened} left={lines[row]?.label ?? ""} onClose={close} />}
              </div>
              <Notes notes={data.notes} />
            </>
          )}
        </>
      )}
    </>
  );
}

function shown(self: boolean, pair: Schemas["Alike"] | undefined) {
  if (self) return { content: "·", words: t("alike.self"), heat: 0 };
  if (pair === undefined || pair.likeness === null) return { content: "–", words: t("alike.unknown"), heat: 0 };
  const likeness = two.format(pair.likeness);
  return {
    content: <span className="figure"><b>{likeness}</b> ({pair.over})</span>,
    words: t("alike.cell", { likeness, over: pair.over }),
    heat: pair.likeness,
  };
}

/** What both have, and what only one of them has; the one whose row was opened stands first. */
function OnePair({ pair, left, onClose }: { pair: Schemas["Alike"]; left: string; onClose: () => void }) {
  const turned = pair.left !== left;
  const [first, second] = turned ? [pair.right, pair.left] : [pair.left, pair.right];
  const parts: [string, readonly string[]][] = [
    [t("alike.shared", { count: pair.shared.length }), pair.shared],
    [t("alike.only", { name: first, count: (turned ? pair.only_right : pair.only_left).length }), turned ? pair.only_right : pair.only_left],
    [t("alike.only", { name: second, count: (turned ? pair.only_left : pair.only_right).length }), turned ? pair.only_left : pair.only_right],
  ];
  return (
    <Beside title={t("alike.pairTitle", { left: first, right: second })} onClose={onClose}>
      <p>{pair.likeness === null ? t("alike.unknown") : t("alike.likeness", { likeness: two.format(pair.likeness), over: pair.over })}</p>
      {parts.map(([title, names]) => (
        <section key={title}>
          <h3>{title}</h3>
          {names.length === 0 ? <p className="soft">{t("alike.nothing")}</p> : <ul className="list">{names.map((name) => <li key={name}>{name}</li>)}</ul>}
        </section>
      ))}
    </Beside>
  );
}
