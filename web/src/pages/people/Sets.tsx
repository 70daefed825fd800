/** Sets: participants, sources or codes put together by hand under a name, for asking about them together. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { act, read, type Schemas } from "../../api/client";
import { queries, useCodebook, useSources } from "../../api/hooks";
import { Empty, Problem } from "../../components/parts";
import { useSay } from "../../components/said";
import { t } from "../../messages";

const KINDS = ["participant", "source", "code"] as const;
type Kind = (typeof KINDS)[number];

function settled(): void {
  for (const key of ["things", "history"]) void queries.invalidateQueries({ queryKey: [key] });
}

export default function Sets({ may }: { may: boolean }) {
  const sets = useQuery({ queryKey: ["things", "set"], queryFn: () => read("/api/rows/set") });
  const members = useQuery({ queryKey: ["things", "set_member"], queryFn: () => read("/api/rows/set_member") });
  const people = useQuery({ queryKey: ["things", "participant"], queryFn: () => read("/api/rows/participant") });
  const sources = useSources();
  const codes = useCodebook();
  const { say, refuse } = useSay();
  const [name, setName] = useState("");
  const [of, setOf] = useState<Kind>("participant");
  if (sets.error !== null) return <Problem error={sets.error} again={() => void sets.refetch()} />;
  if (sets.data === undefined) return <p className="empty soft">{t("app.loading")}</p>;
  const things: Record<Kind, { id: string; name: string }[]> = {
    participant: (people.data ?? []).filter((one) => !one.merged_into).map((one) => ({ id: one.id ?? "", name: one.identifier })),
    source: (sources.data ?? []).map((one) => ({ id: one.id, name: one.name })),
    code: (codes.data?.codes ?? []).map((line) => ({ id: line.code.id, name: line.path })),
  };
  return (
    <section className="page">
      <h1>{t("people.sets")}</h1>
      <p className="soft">{t("sets.what")}</p>
      {may && (
        <form
          className="row"
          onSubmit={(event) => {
            event.preventDefault();
            act("set.add", { of, name }).then(() => {
              settled();
              say(t("sets.made", { name }));
              setName("");
            }, refuse);
          }}
        >
          <label className="field">
            <span>{t("sets.name")}</span>
            <input type="text" value={name} onChange={(event) => setName(event.target.value)} />
          </label>
          <label className="field">
            <span>{t("sets.of")}</span>
            <select value={of} onChange={(event) => setOf(KINDS.find((one) => one === event.target.value) ?? "participant")}>
              {KINDS.map((kind) => <option key={kind} value={kind}>{t(`sets.${kind}`)}</option>)}
            </select>
          </label>
          <button type="submit" className="button primary" disabled={name.trim() === ""}>{t("sets.make")}</button>
        </form>
      )}
      {sets.data.length === 0 && <Empty title={t("sets.none")}>{t("sets.noneDetail")}</Empty>}
      {[...sets.data].sort((one, other) => one.name.localeCompare(other.name)).map((set) => (
        <OneSet
          key={set.id}
          set={set}
          inside={(members.data ?? []).filter((one) => one.set === set.id).map((one) => one.thing)}
          things={things[set.of]}
          may={may}
        />
      ))}
    </section>
  );
}

function OneSet({ set, inside, things, may }: { set: Schemas["Set"]; inside: readonly string[]; things: readonly { id: string; name: string }[]; may: boolean }) {
  const { say, refuse } = useSay();
  const [adding, setAdding] = useState("");
  const { id } = set;
  const there = things.filter((one) => inside.includes(one.id));
  const out = (thing: string, name: string) => {
    act("set.take_out", { set_: id, things: [thing] }).then(() => {
      settled();
      say(t("sets.taken", { name }));
    }, refuse);
  };
  return (
    <details className="laid">
      <summary>
        <strong>{set.name}</strong> <span className="soft small">{t(`sets.${set.of}`)}, {inside.length}</span>
      </summary>
      {set.description !== "" && <p>{set.description}</p>}
      <ul className="members">
        {there.map((one) => (
          <li key={one.id}>
            {one.name}
            {may && <button type="button" className="button plain" aria-label={t("sets.takeOut", { name: one.name })} onClick={() => out(one.id, one.name)}>×</button>}
          </li>
        ))}
      </ul>
      {may && (
        <div className="row">
          <label className="row">
            <span className="small">{t("sets.add")}</span>
            <select value={adding} onChange={(event) => setAdding(event.target.value)}>
              <option value="">{t("people.none")}</option>
              {things.filter((one) => !inside.includes(one.id)).map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}
            </select>
          </label>
          <button
            type="button"
            className="button"
            disabled={adding === ""}
            onClick={() => {
              act("set.put_in", { set_: id, things: [adding] }).then(() => {
                settled();
                setAdding("");
                say(t("sets.put", { count: 1 }));
              }, refuse);
            }}
          >
            {t("sets.putIn")}
          </button>
          <button
            type="button"
            className="button danger"
            onClick={() => {
              act("set.remove", { set_: id }).then(() => {
                settled();
                say(t("sets.removed", { name: set.name }));
              }, refuse);
            }}
          >
            {t("sets.remove")}
          </button>
        </div>
      )}
    </details>
  );
}
