/**
 * Discussions: all that there are, those being written first, and a new one about a theme, a code, a case, a comparison or nothing in particular.
 *
 * What a careful reader would get wrong: who has handed in is told from the start, what they hold is not: the server
 * sends no position to anybody but its author before all are shown.
 */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask, type Given, type Schemas } from "../../api/client";
import { useRows } from "../../api/hooks";
import { useDoing } from "../../components/doing";
import { Problem } from "../../components/parts";
import { go, useAddress } from "../../lib/router";
import { t } from "../../messages";
import type { CodeLine, Line } from "./flags";
import { OneDiscussion } from "./OneDiscussion";

const KINDS = ["theme", "code", "case", "comparison"] as const;
type Kind = (typeof KINDS)[number] | "";
/** A comparison is no choice in a list; one comes from the bench with it. */
const CHOSEN = KINDS.filter((one) => one !== "comparison");

export default function Discussions({ lines, codes, study, chosen }: { lines: readonly Line[]; codes: readonly CodeLine[]; study: Schemas["StudyHere"]; chosen: string }) {
  const { query } = useAddress();
  const found = useQuery({ queryKey: ["discussions"], queryFn: () => ask("discussions", {}) });
  const cases = useRows("case").data ?? [];
  const things: Record<Exclude<Kind, "">, readonly { id: string; name: string }[]> = {
    theme: lines.map((line) => ({ id: line.theme.id, name: line.theme.label })),
    code: codes.map((line) => ({ id: line.code.id, name: line.path })),
    case: cases.map((one) => ({ id: one.id, name: one.code })),
    comparison: [],
  };
  const nameOf = (id: string | null, kind: string) => (kind === "comparison" ? t("discuss.about.comparison") : (Object.values(things).flat().find((one) => one.id === id)?.name ?? ""));
  const [from, about = ""] = (query.get("about") ?? "").split(":");
  const kind = KINDS.find((one) => one === from && about !== "") ?? "";
  if (found.error !== null) return <Problem error={found.error} again={() => void found.refetch()} />;
  if (found.data === undefined) return <p className="soft">{t("app.loading")}</p>;
  return (
    <div className="narrow">
      <p>{t("discuss.lead")}</p>
      {study.me.may.includes("code") && <Begin key={about} things={things} study={study} preset={{ kind, about }} />}
      {found.data.discussions.length === 0 && <p className="soft">{t("discuss.none")}</p>}
      {found.data.discussions.map((held) => (
        <OneDiscussion key={held.discussion.id} held={held} about={nameOf(held.discussion.about ?? null, held.discussion.about_kind)} study={study} here={held.discussion.id === chosen} />
      ))}
    </div>
  );
}

/** `preset`: what it is about, where somebody came from there. */
function Begin({ things, study, preset }: { things: Record<Exclude<Kind, "">, readonly { id: string; name: string }[]>; study: Schemas["StudyHere"]; preset: { kind: Kind; about: string } }) {
  const { run } = useDoing();
  const [open, setOpen] = useState(preset.kind !== "");
  const [question, setQuestion] = useState("");
  const [kind, setKind] = useState<Kind>(preset.kind);
  const [about, setAbout] = useState(preset.about);
  const people = study.members.filter((one) => one.nature === "person" && (one.merged_into ?? null) === null);
  const [asked, setAsked] = useState<readonly string[]>(people.map((one) => one.id));
  const ready = question.trim() !== "" && asked.length > 0 && (kind === "" || about !== "");
  const begin = () => {
    const given = { question, members: asked, ...(kind === "" ? {} : { about_kind: kind, about }) } as Given<"discussion.open">;
    void run("discussion.open", given, { sentence: t("discuss.opened"), shows: ["discussions"] }).then((done) => {
      if (done === null) return;
      setOpen(false);
      setQuestion("");
      go(`/themes/discussions/${done.value}`);
    });
  };
  return (
    <>
      <p><button type="button" className="button" aria-expanded={open} onClick={() => setOpen(!open)}>{t("discuss.begin")}</button></p>
      {open && (
        <form
          className="settle"
          onSubmit={(event) => {
            event.preventDefault();
            if (ready) begin();
          }}
        >
          <label className="field">
            <span>{t("discuss.question")}</span>
            <textarea required value={question} onChange={(event) => setQuestion(event.target.value)} />
          </label>
          <div className="row fields">
            <label className="field">
              <span>{t("discuss.about")}</span>
              <select
                value={kind}
                onChange={(event) => {
                  setKind(KINDS.find((one) => one === event.target.value) ?? "");
                  setAbout("");
                }}
              >
                <option value="">{t("discuss.about.none")}</option>
                {(kind === "comparison" ? KINDS : CHOSEN).map((one) => <option key={one} value={one}>{t(`discuss.about.${one}`)}</option>)}
              </select>
            </label>
            {kind !== "" && kind !== "comparison" && (
              <label className="field">
                <span>{t("discuss.which")}</span>
                <select value={about} onChange={(event) => setAbout(event.target.value)}>
                  <option value="">{t("discuss.pick")}</option>
                  {things[kind].map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}
                </select>
              </label>
            )}
          </div>
          <fieldset>
            <legend>{t("discuss.asked")}</legend>
            {people.map((one) => (
              <label key={one.id} className="row">
                <input type="checkbox" checked={asked.includes(one.id)} onChange={(event) => setAsked(event.target.checked ? [...asked, one.id] : asked.filter((id) => id !== one.id))} />
                {one.name}
              </label>
            ))}
          </fieldset>
          <button type="submit" className="button primary" disabled={!ready}>{t("discuss.open")}</button>
        </form>
      )}
    </>
  );
}
