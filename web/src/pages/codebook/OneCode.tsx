/** One code: what it means with its examples, what can be done with it, where it was used, how it came to mean this. */
import { useState } from "react";
import { act, type Given, type Schemas, type Verb } from "../../api/client";
import { queries } from "../../api/hooks";
import { Discussing } from "../../components/Discussing";
import { MemoOn } from "../../components/MemoOn";
import { Patch } from "../../components/parts";
import { useSay } from "../../components/said";
import { colourOf, PALETTE } from "../../lib/colours";
import { t } from "../../messages";
import { AskedUnder } from "./AskedUnder";
import { Counts } from "./Counts";
import { Doing } from "./Doing";
import { Examples } from "./Examples";
import { Versions } from "./Versions";

export type Line = Schemas["CodeLine"];
const FIELDS = ["definition", "inclusion", "exclusion", "example", "properties"] as const;

/** Run a verb, say what it did, and have what is shown of the codebook read again; whether it was done. */
export type Run = <V extends Verb>(verb: V, given: Given<V>, sentence: string) => Promise<boolean>;

export function OneCode({ line, codes, study, onMove }: {
  line: Line;
  codes: readonly Line[];
  study: Schemas["StudyHere"];
  onMove: (code: string, parent: string | null) => void;
}) {
  const { code } = line;
  const { say, refuse } = useSay();
  const may = study.me.may.includes("edit");
  const mayCode = study.me.may.includes("code");
  const [name, setName] = useState(code.name);
  const [before, setBefore] = useState(code.name);
  if (before !== code.name) {
    setBefore(code.name);
    setName(code.name);
  }
  const run: Run = async (verb, given, sentence) => {
    try {
      await act(verb, given);
      say(sentence);
      for (const key of ["codebook", "counts", "versions", "examples", "layers"]) void queries.invalidateQueries({ queryKey: [key] });
      return true;
    } catch (error) {
      refuse(error);
      return false;
    }
  };

  return (
    <div className="meaning">
      <h1 className="row">
        <Patch code={code} /> {code.name}
      </h1>
      <p className="soft">
        {line.path !== code.name && `${line.path} · `}
        {t("book.counts", { sources: line.sources, codings: line.codings })}
        {line.unreviewed > 0 && ` · ${t("book.unreviewed", { count: line.unreviewed })}`}
        {code.retired && ` · ${t("book.retired")}`}
      </p>
      {FIELDS.map((field) => (
        <Words key={field} label={t(`book.${field}`)} words={code[field]} may={may} onSave={(words) => run("code.define", { code: code.id, [field]: words }, t("book.said", { what: t(`book.${field}`) }))} />
      ))}
      <AskedUnder code={code} may={mayCode} />
      <Examples line={line} may={mayCode} run={run} />
      {mayCode && (
        <fieldset className="group palette">
          <legend>{t("book.colour")}</legend>
          {PALETTE.map((colour, at) => (
            <button key={colour} type="button" className="button" aria-label={t("book.colourIs", { name: t(`book.colour.${at}` as "book.colour.0") })} title={t(`book.colour.${at}` as "book.colour.0")} aria-pressed={colourOf(code) === colour} onClick={() => void run("code.colour", { code: code.id, colour }, t("did.saved"))}>
              <Patch code={{ ...code, colour }} />
            </button>
          ))}
        </fieldset>
      )}
      {may && (
        <form
          className="row rename"
          onSubmit={(event) => {
            event.preventDefault();
            void run("code.rename", { code: code.id, name }, t("book.renamed", { name }));
          }}
        >
          <label className="field">
            <span>{t("book.name")}</span>
            <input type="text" value={name} onChange={(event) => setName(event.target.value)} />
          </label>
          <button type="submit" className="button" disabled={name === code.name || name.trim() === ""}>{t("book.rename")}</button>
        </form>
      )}
      {may && <Doing line={line} codes={codes} run={run} onMove={onMove} />}
      <Discussing on={{ kind: "code", id: code.id }} study={study} level={2} />
      <MemoOn key={code.id} on={{ kind: "code", id: code.id }} study={study} level={2} />
      <Counts code={code.id} study={study} />
      <Versions code={code.id} study={study} />
    </div>
  );
}

/** Words that are saved when the field is left; refused ones stay in the field. */
function Words({ label, words, may, onSave }: { label: string; words: string; may: boolean; onSave: (words: string) => Promise<boolean> }) {
  const [typed, setTyped] = useState(words);
  const [before, setBefore] = useState(words);
  if (before !== words) {
    // What somebody is writing is not replaced by what somebody else saved meanwhile.
    if (typed === before) setTyped(words);
    setBefore(words);
  }
  if (!may) return words === "" ? null : <section><h2>{label}</h2><p>{words}</p></section>;
  return (
    <label className="field">
      <span>{label}</span>
      <textarea
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => {
          if (typed !== words) void onSave(typed);
        }}
      />
    </label>
  );
}
