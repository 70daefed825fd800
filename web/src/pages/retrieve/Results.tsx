/** What was found, in its context and in groups, and what can be done with those that are chosen. */
import { useMemo, useState } from "react";
import { act, type Schemas } from "../../api/client";
import { useCodebook } from "../../api/hooks";
import { CodePicker } from "../../components/CodePicker";
import { Quotation, saidBy } from "../../components/Quotation";
import { useSay } from "../../components/said";
import { useScope, useScopeCodes } from "../../lib/scope";
import { t } from "../../messages";
import { everyPlace, type Asking, type Hit } from "./asking";

const GROUPS = ["none", "case", "participant", "code"] as const;
type Group = (typeof GROUPS)[number];
type Place = [string, Schemas["Span"]];

export function Results({ asking, hits, total, may }: { asking: Asking; hits: readonly Hit[]; total: number; may: boolean }) {
  const [group, setGroup] = useState<Group>("none");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [picking, setPicking] = useState<"chosen" | "all" | null>(null);
  const codes = useCodebook().data?.codes ?? [];
  const scope = useScope();
  const scopeCodes = useScopeCodes();
  const { say, refuse } = useSay();
  const grouped = useMemo(() => inGroups(hits, group), [hits, group]);
  const here = hits.filter((one) => chosen.has(one.key));
  const all = hits.length > 0 && here.length === hits.length;

  const code = async (what: "chosen" | "all", target: { code?: string; name: string }) => {
    setPicking(null);
    const found = what === "chosen" ? here : await everyPlace(asking, scope, scopeCodes);
    const places = found.map((one): Place => [one.quoted.source, { start: one.quoted.start, end: one.quoted.end }]);
    if (what === "all") {
      const made = await act("coding.by_rule", { places, rule: asking.text, code: target.code ?? null, name: target.code === undefined ? target.name : "" });
      say(t("find.autocoded", { count: made.value.added, name: target.name }));
    } else if (target.code !== undefined) {
      const done = await act("coding.apply_many", { code: target.code, places });
      say(t("find.coded", { count: done.value, name: target.name }));
      setChosen(new Set());
    }
  };
  const remove = () => {
    const codings = [...new Set(here.flatMap((one) => one.codings))];
    act("coding.remove", { codings })
      .then(() => {
        say(t("find.uncoded", { count: codings.length }));
        setChosen(new Set());
      })
      .catch(refuse);
  };
  const choose = (key: string) => {
    setChosen((before) => {
      const next = new Set(before);
      if (!next.delete(key)) next.add(key);
      return next;
    });
  };

  return (
    <>
      <div className="row tools">
        <label className="row">
          {t("find.group")}
          <select value={group} onChange={(event) => setGroup(event.target.value as Group)}>
            {GROUPS.filter((one) => one !== "code" || asking.nature === "codings").map((one) => (
              <option key={one} value={one}>{t(`find.group.${one}`)}</option>
            ))}
          </select>
        </label>
        {may && (
          <>
            <label className="row">
              <input type="checkbox" checked={all} onChange={() => setChosen(all ? new Set() : new Set(hits.map((one) => one.key)))} />
              {t("find.selectAll")}
            </label>
            <span className="soft">{t("find.selected", { count: here.length })}</span>
            <button type="button" className="button" disabled={here.length === 0} onClick={() => setPicking("chosen")}>{t("find.code")}</button>
            {asking.nature === "codings" && (
              <button type="button" className="button" disabled={here.length === 0} onClick={remove}>{t("find.uncode")}</button>
            )}
            <button type="button" className="button" onClick={() => setPicking("all")}>{t("find.autocode")}</button>
          </>
        )}
      </div>
      {grouped.map(({ name, found }) => (
        <div key={name} role="group" aria-label={name === "" ? t("find.answers") : name}>
          {name !== "" && (
            <h3>
              {name} <span className="soft">({found.length})</span>
            </h3>
          )}
          {found.map((one) => (
            <div key={one.key} className="hit">
              {may && (
                <label className="tick">
                  <span className="apart">{t("find.select", { who: saidBy(one.quoted) })}</span>
                  <input type="checkbox" checked={chosen.has(one.key)} onChange={() => choose(one.key)} />
                </label>
              )}
              <Quotation quoted={one.quoted} shown={one.bits === null ? undefined : <Bits bits={one.bits} />}>
                {(one.codes.length > 0 || one.interviewer) && (
                  <p className="soft small">
                    {one.interviewer && t("find.interviewer")}
                    {one.codes.length > 0 && `${one.codes.join("; ")} ${t("find.by", { who: one.members.join(", ") })}`}
                  </p>
                )}
              </Quotation>
            </div>
          ))}
        </div>
      ))}
      {picking !== null && (
        <CodePicker
          title={picking === "all" ? t("find.autocodeTitle", { count: total }) : t("find.codeTitle", { count: here.length })}
          help={t(picking === "all" ? "find.autocodeHelp" : "find.codeHelp")}
          codes={codes}
          recent={[]}
          onChoose={({ id, name }) => void code(picking, { code: id, name }).catch(refuse)}
          {...(picking === "all" ? { onMake: (name: string) => void code("all", { name }).catch(refuse) } : {})}
          onClose={() => setPicking(null)}
        />
      )}
    </>
  );
}

function Bits({ bits }: { bits: readonly Schemas["Bit"][] }) {
  return <>{bits.map((bit, at) => (bit.wanted ? <mark key={at}>{bit.words}</mark> : <span key={at}>{bit.words}</span>))}</>;
}

/** What was found under headings, in the order of their names; a hit of two codes stands under both. */
function inGroups(hits: readonly Hit[], group: Group): { name: string; found: Hit[] }[] {
  if (group === "none") return [{ name: "", found: [...hits] }];
  const found = new Map<string, Hit[]>();
  for (const one of hits) {
    const names = group === "case" ? one.quoted.cases : group === "participant" ? one.quoted.participants : one.codes;
    const none = t(group === "case" ? "find.noCase" : "find.nobody");
    for (const name of names.length > 0 ? names : [none]) found.set(name, [...(found.get(name) ?? []), one]);
  }
  return [...found].map(([name, those]) => ({ name, found: those })).sort((one, two) => one.name.localeCompare(two.name));
}
