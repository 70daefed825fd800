/** What is put on a map, and the arrows between: forms that need no pointer. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { read, type Given, type Schemas } from "../../api/client";
import { useSources } from "../../api/hooks";
import { useDoing } from "../../components/doing";
import { excerptOf } from "../../lib/memos";
import { t } from "../../messages";
import { wordsOf } from "./Drawing";
import type { CodeLine, Line } from "./flags";

type Item = Schemas["ItemHere"];
const KINDS = ["note", "code", "theme", "case", "participant", "source", "memo"] as const;
type Kind = (typeof KINDS)[number];

export function AddItem({ map, items, codes, themes }: { map: string; items: readonly Item[]; codes: readonly CodeLine[]; themes: readonly Line[] }) {
  const { run } = useDoing();
  const [kind, setKind] = useState<Kind>("note");
  const [thing, setThing] = useState("");
  const [note, setNote] = useState("");
  const cases = useQuery({ queryKey: ["things", "case"], queryFn: () => read("/api/rows/case"), enabled: kind === "case" });
  const people = useQuery({ queryKey: ["things", "participant"], queryFn: () => read("/api/rows/participant"), enabled: kind === "participant" });
  const memos = useQuery({ queryKey: ["memos"], queryFn: () => read("/api/memos"), enabled: kind === "memo" });
  const sources = useSources();
  const here = new Set(items.map((one) => one.item.of));
  const offered: Record<Exclude<Kind, "note">, readonly (readonly [string, string])[]> = {
    code: codes.map((one) => [one.code.id, one.path]),
    theme: themes.map((one) => [one.theme.id, one.theme.label]),
    case: (cases.data ?? []).map((one) => [one.id, one.code]),
    participant: (people.data ?? []).map((one) => [one.id ?? "", one.identifier]),
    source: (sources.data ?? []).map((one) => [one.id, one.name]),
    memo: (memos.data ?? []).filter(({ memo }) => memo.nature !== "reflexive" || memo.shared).map(({ memo }) => [memo.id, memo.title !== "" ? memo.title : excerptOf(memo.text)]),
  };
  const options = kind === "note" ? [] : offered[kind].filter(([id]) => !here.has(id));
  // A free place: rows of four.
  const at = { x: 120 + (items.length % 4) * 200, y: 60 + Math.floor(items.length / 4) * 110 };
  return (
    <form
      className="row fields"
      aria-label={t("maps.add")}
      onSubmit={(event) => {
        event.preventDefault();
        const what = kind === "note" ? { note } : { kind, thing };
        void run("map.place", { map_: map, ...at, ...what }, { sentence: t("maps.placed"), shows: ["map", "maps"] }).then((done) => {
          if (done === null) return;
          setNote("");
          setThing("");
        });
      }}
    >
      <label className="field">
        <span>{t("maps.what")}</span>
        <select
          value={kind}
          onChange={(event) => {
            setKind(event.target.value as Kind);
            setThing("");
          }}
        >
          {KINDS.map((one) => <option key={one} value={one}>{t(`maps.kind.${one}`)}</option>)}
        </select>
      </label>
      {kind === "note" ? (
        <label className="field wide">
          <span>{t("maps.note")}</span>
          <input type="text" value={note} onChange={(event) => setNote(event.target.value)} />
        </label>
      ) : (
        <label className="field wide">
          <span>{t("maps.which")}</span>
          <select value={thing} onChange={(event) => setThing(event.target.value)}>
            <option value="">{t("themes.pick")}</option>
            {options.map(([id, name]) => <option key={id} value={id}>{name}</option>)}
          </select>
        </label>
      )}
      <button type="submit" className="button" disabled={kind === "note" ? note.trim() === "" : thing === ""}>{t("maps.place")}</button>
    </form>
  );
}

export function Connect({ items }: { items: readonly Item[] }) {
  const { run } = useDoing();
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const [relation, setRelation] = useState("");
  const [heads, setHeads] = useState("one");
  const choice = (name: string, value: string, set: (value: string) => void) => (
    <label className="field">
      <span>{name}</span>
      <select value={value} onChange={(event) => set(event.target.value)}>
        <option value="">{t("themes.pick")}</option>
        {items.map((one) => <option key={one.item.id} value={one.item.id}>{wordsOf(one)}</option>)}
      </select>
    </label>
  );
  return (
    <form
      className="row fields"
      aria-label={t("maps.connect")}
      onSubmit={(event) => {
        event.preventDefault();
        const given = { from_item: from, to_item: to, relation, heads } as Given<"map.connect">;
        void run("map.connect", given, { sentence: t("maps.connected"), shows: ["map", "maps"] }).then((done) => {
          if (done !== null) setRelation("");
        });
      }}
    >
      {choice(t("maps.from"), from, setFrom)}
      <label className="field">
        <span>{t("maps.relation")}</span>
        <input type="text" list="relations" value={relation} onChange={(event) => setRelation(event.target.value)} />
        <datalist id="relations">
          {(["leads", "contradicts", "explains", "part", "before"] as const).map((one) => <option key={one} value={t(`maps.relations.${one}`)} />)}
        </datalist>
      </label>
      {choice(t("maps.to"), to, setTo)}
      <label className="field">
        <span>{t("maps.heads")}</span>
        <select value={heads} onChange={(event) => setHeads(event.target.value)}>
          {(["one", "both", "none"] as const).map((one) => <option key={one} value={one}>{t(`maps.heads.${one}`)}</option>)}
        </select>
      </label>
      <button type="submit" className="button" disabled={from === "" || to === "" || from === to}>{t("maps.draw")}</button>
    </form>
  );
}
