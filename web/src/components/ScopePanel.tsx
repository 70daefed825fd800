/**
 * Choosing the scope: every tick counts at once, nothing has to be confirmed, and the screen below stays in use.
 *
 * A set that is ticked stays a set: whoever is put into it later is in the scope too.
 */
import { useId, useMemo, useState, type KeyboardEvent } from "react";
import { act, type Schemas } from "../api/client";
import { useCodebook, useRows, useSources } from "../api/hooks";
import { matching } from "../lib/fuzzy";
import { toggled, useInScope, useWholeScope, type Part } from "../lib/scope";
import { t } from "../messages";
import { useSay } from "./said";

/** An attribute with more values than these is not offered value by value. */
const MOST_VALUES = 40;
/** Longer lists can be searched. */
const SHORT = 12;

interface Choice {
  id: string;
  name: string;
  detail?: string;
}

export default function ScopePanel({ study, onClose }: { study: Schemas["StudyHere"]; onClose: () => void }) {
  const [scope, change] = useWholeScope();
  const cases = useRows("case").data ?? [];
  const people = useRows("participant").data ?? [];
  const sets = useRows("set").data ?? [];
  const values = useRows("attribute_value").data;
  const sources = useSources().data ?? [];
  const codes = useCodebook().data?.codes ?? [];

  const attributes = useMemo(() => valuesOf(study.attributes, values ?? []), [study.attributes, values]);
  const ofSet = (of: string): Choice[] => sets.filter((one) => one.of === of).map((one) => ({ id: `set:${one.id}`, name: one.name, detail: t("scope.set") }));
  const pick = (part: Part) => (id: string) => change(toggled(scope, part, id));

  return (
    // Escape closes it from wherever the focus is inside; everything in it is a control of its own.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className="scope-panel"
      onKeyDown={(key: KeyboardEvent) => {
        if (key.key !== "Escape") return;
        key.stopPropagation();
        onClose();
      }}
    >
      <div className="choices">
        <Choices
          open
          title={t("scope.part.cases")}
          of={cases.filter((one) => one.merged_into === null).map((one) => ({ id: one.id, name: one.code, detail: one.name }))}
          held={scope.cases}
          onPick={pick("cases")}
        />
        <Choices open title={t("scope.part.roles")} of={study.roles.map(({ id, name }) => ({ id, name }))} held={scope.roles} onPick={pick("roles")} />
        {attributes.map(({ attribute, offered }) => (
          <Choices
            key={attribute.id}
            title={t("scope.part.attribute", { name: attribute.name, of: t(`scope.of.${attribute.subject}`) })}
            of={offered.map((value) => ({ id: `${attribute.id}=${value}`, name: value }))}
            held={scope.where}
            onPick={pick("where")}
          />
        ))}
        <Choices
          title={t("scope.part.participants")}
          of={[...ofSet("participant"), ...people.filter((one) => one.merged_into === null).map((one) => ({ id: one.id, name: one.identifier }))]}
          held={scope.participants}
          onPick={pick("participants")}
        />
        <Choices
          title={t("scope.part.sources")}
          of={[...ofSet("source"), ...sources.map(({ id, name }) => ({ id, name }))]}
          held={scope.sources}
          onPick={pick("sources")}
        />
        <Choices
          title={t("scope.part.codes")}
          help={t("scope.part.codesHelp")}
          of={codes.filter((one) => !one.code.retired).map((one) => ({ id: one.code.id, name: one.path }))}
          held={scope.codes}
          onPick={pick("codes")}
        />
        {study.members.length > 1 && (
          <Choices
            title={t("scope.part.members")}
            help={t("scope.part.membersHelp")}
            of={study.members.map(({ id, name }) => ({ id, name }))}
            held={scope.members}
            onPick={pick("members")}
          />
        )}
      </div>
      <label className="row">
        <input type="checkbox" checked={scope.include_unreviewed} onChange={() => change({ ...scope, include_unreviewed: !scope.include_unreviewed })} />
        {t("scope.withUnreviewed")}
      </label>
      <div className="row">
        {study.me.may.includes("edit") && <Keep />}
        <button type="button" className="button" onClick={onClose}>
          {t("scope.done")}
        </button>
      </div>
    </div>
  );
}

/** The values that attributes have, as they were set and then as they were written. */
function valuesOf(attributes: readonly Schemas["Attribute"][], values: readonly Schemas["AttributeValue"][]) {
  const written = new Map<string, Set<string>>();
  for (const one of values) {
    const held = written.get(one.attribute) ?? new Set();
    for (const line of one.value.split("\n")) if (line.trim() !== "") held.add(line.trim());
    written.set(one.attribute, held);
  }
  const number = new Intl.Collator(undefined, { numeric: true });
  return attributes
    .map((attribute) => {
      const rest = [...(written.get(attribute.id) ?? [])].filter((one) => !attribute.options.includes(one)).sort(number.compare);
      return { attribute, offered: [...attribute.options, ...rest] };
    })
    .filter(({ offered }) => offered.length > 0 && offered.length <= MOST_VALUES);
}

function Choices(props: { title: string; help?: string; of: readonly Choice[]; held: readonly string[]; onPick: (id: string) => void; open?: boolean }) {
  const [typed, setTyped] = useState("");
  const { of, held } = props;
  const chosen = of.filter((one) => held.includes(one.id)).length;
  const shown = typed === "" ? of : matching(typed, of, (one) => `${one.name} ${one.detail ?? ""}`);
  const legend = useId();
  if (of.length === 0) return null;
  return (
    <details open={props.open === true || chosen > 0}>
      <summary id={legend}>
        {props.title}
        {chosen > 0 && <span className="soft"> {t("scope.chosen", { count: chosen })}</span>}
      </summary>
      {props.help !== undefined && <p className="soft small">{props.help}</p>}
      {of.length > SHORT && (
        <input type="search" aria-label={t("scope.find", { what: props.title })} placeholder={t("scope.findShort")} value={typed} onChange={(event) => setTyped(event.target.value)} />
      )}
      <div role="group" aria-labelledby={legend} className="ticks">
        {shown.map((one) => (
          <label key={one.id} className="row">
            <input type="checkbox" checked={held.includes(one.id)} onChange={() => props.onPick(one.id)} />
            <span>
              {one.name}
              {one.detail !== undefined && one.detail !== "" && <span className="soft small"> {one.detail}</span>}
            </span>
          </label>
        ))}
      </div>
    </details>
  );
}

/** Keep who is in the scope now as a set, to be ticked another day. */
function Keep() {
  const [name, setName] = useState("");
  const counted = useInScope();
  const { say, refuse } = useSay();
  const people = counted.data?.participant_ids ?? [];
  if (people.length === 0) return null;
  const keep = () => {
    act("set.add", { of: "participant", name, things: people })
      .then(() => {
        say(t("scope.kept", { name, count: people.length }));
        setName("");
      })
      .catch(refuse);
  };
  return (
    <form
      className="row"
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <label className="row">
        {t("scope.keep", { count: people.length })}
        <input type="text" value={name} onChange={(event) => setName(event.target.value)} />
      </label>
      <button type="submit" className="button" disabled={name.trim() === ""}>
        {t("scope.keepIt")}
      </button>
    </form>
  );
}
