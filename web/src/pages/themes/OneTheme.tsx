/**
 * One theme: what it is called, what it takes in, what it means, each written and remembered apart; where it comes from;
 * and the evidence that people placed for it and against it.
 */
import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { read, type Given, type Schemas } from "../../api/client";
import { within } from "../../app";
import { Discussing } from "../../components/Discussing";
import { useDoing } from "../../components/doing";
import { MemoOn } from "../../components/MemoOn";
import { Problem } from "../../components/parts";
import { Versions } from "../../components/Versions";
import { t } from "../../messages";
import { useAgainst } from "./againstIt";
import { Drop, Split } from "./Changing";
import { Evidence } from "./Evidence";
import { flags, type CodeLine, type Line } from "./flags";
import { Origins } from "./Origins";
import { PutInto } from "./PutInto";
import { Settle } from "./Settle";
import { SignOffs } from "./SignOffs";

const FIELDS = ["content", "meaning", "boundary", "story"] as const;

export default function OneTheme({ line, lines, codes, study, may }: {
  line: Line;
  lines: readonly Line[];
  codes: readonly CodeLine[];
  study: Schemas["StudyHere"];
  may: boolean;
}) {
  const { theme } = line;
  const { run } = useDoing();
  const past = useQuery({ queryKey: ["theme", "history", theme.id], queryFn: () => read("/api/themes/{theme}/history", { path: { theme: theme.id } }) });
  const found = useQuery({ queryKey: ["theme", theme.id], queryFn: () => read("/api/themes/{theme}", { path: { theme: theme.id } }) });
  const against = useAgainst(theme.id);
  const [asking, setAsking] = useState<"split" | "drop" | null>(null);
  const [adding, setAdding] = useState(false);
  const shows = ["themes", "theme", "signed"];
  const versions = past.data ?? [];
  const below = lines.filter((one) => one.theme.parent === theme.id);
  const under = new Set([theme.id]);
  for (const one of lines) if (one.theme.parent !== null && under.has(one.theme.parent)) under.add(one.theme.id);

  return (
    <article className="theme">
      <h2>{theme.label}</h2>
      <p className="soft">
        {t(`themes.status.${theme.status}`)} · {t("themes.evidence", { for: line.for, against: line.against })}
      </p>
      {flags(line, lines).map((flag) => <p key={flag} className="flag">{t(`themes.flag.${flag}`)}</p>)}
      <div className="theme-parts">
        <div>
          <Field name={t("themes.label")} words={theme.label} short may={may} onSave={(name, because, wording_only) => run("theme.relabel", { theme: theme.id, name, wording_only }, { sentence: t("did.saved"), shows, because })} />
          <Versions versions={versions} field="label" name={t("themes.label")} study={study} />
          {FIELDS.map((field) => (
            <div key={field}>
              <Field
                name={t(`themes.${field}`)}
                words={theme[field]}
                help={t(`themes.${field}Help`)}
                may={may}
                onSave={(words, because, wording_only) => run("theme.write", { theme: theme.id, [field]: words, wording_only }, { sentence: t("did.saved"), shows, because })}
              />
              <Versions versions={versions} field={field} name={t(`themes.${field}`)} study={study} />
            </div>
          ))}
        </div>
        <div>
          <section>
            <h3>{t("themes.from")}</h3>
            {line.lineage.length === 0 && <p className="soft">{t("themes.fromNothing")}</p>}
            <Origins line={line} lines={lines} may={may} />
          </section>
          <section>
            <h3>{t("themes.sub")}</h3>
            {below.length === 0 && <p className="soft">{t("themes.noSub")}</p>}
            <ul>
              {below.map((one) => (
                <li key={one.theme.id}><a href={`/themes/${one.theme.id}`} onClick={within}>{one.theme.label}</a></li>
              ))}
            </ul>
            {may && <NewSub theme={theme} />}
          </section>
          {may && (
            <section>
              <h3>{t("themes.stands")}</h3>
              <label className="field">
                <span>{t("themes.under")}</span>
                <select
                  value={theme.parent ?? ""}
                  onChange={(event) => void run("theme.move", { theme: theme.id, parent: event.target.value === "" ? null : event.target.value }, { sentence: t("book.moved", { name: theme.label }), shows })}
                >
                  <option value="">{t("book.top")}</option>
                  {lines.filter((one) => !under.has(one.theme.id)).map((one) => (
                    <option key={one.theme.id} value={one.theme.id}>{`${"– ".repeat(one.depth)}${one.theme.label}`}</option>
                  ))}
                </select>
              </label>
              <div className="row">
                <Settle theme={theme} open={against?.open ?? 0} />
                <button type="button" className="button" onClick={() => setAsking("split")}>{t("themes.split")}</button>
                <button type="button" className="button danger" onClick={() => setAsking("drop")}>{t("themes.drop")}</button>
              </div>
            </section>
          )}
          <section>
            <h3>{t("against.onTheme")}</h3>
            {against?.count === 0 && <p className="soft">{t("against.onThemeNone")}</p>}
            {against !== undefined && against.count > 0 && (
              <p className={against.open > 0 ? "flag" : undefined}><a href={`/themes/against?open=${theme.id}`} onClick={within}>{t("against.onThemeCounts", against)}</a></p>
            )}
          </section>
          <SignOffs theme={theme} study={study} />
          <Discussing on={{ kind: "theme", id: theme.id }} study={study} />
          <MemoOn on={{ kind: "theme", id: theme.id }} study={study} />
        </div>
      </div>
      {found.error !== null && <Problem error={found.error} again={() => void found.refetch()} />}
      {found.data !== undefined && <Evidence found={found.data} may={may} adding={adding} onAdding={setAdding} />}
      {asking === "split" && <Split line={line} evidence={found.data?.evidence ?? []} onClose={() => setAsking(null)} />}
      {asking === "drop" && <Drop line={line} onClose={() => setAsking(null)} />}
      {may && codes.length > 0 && <More codes={codes} line={line} lines={lines} />}
    </article>
  );
}

/** Further categories for this theme, without going back to the board. */
function More({ codes, line, lines }: { codes: readonly CodeLine[]; line: Line; lines: readonly Line[] }) {
  const [code, setCode] = useState("");
  const [putting, setPutting] = useState(false);
  const held = new Set(line.lineage.map((one) => one.origin));
  const offered = codes.filter((one) => !one.code.retired && !held.has(one.code.id));
  const chosen = offered.find((one) => one.code.id === code);
  return (
    <section className="narrow">
      <h3>{t("themes.more")}</h3>
      <div className="row fields">
        <label className="field">
          <span>{t("picker.label")}</span>
          <select value={code} onChange={(event) => setCode(event.target.value)}>
            <option value="">{t("themes.pick")}</option>
            {offered.map((one) => (
              <option key={one.code.id} value={one.code.id}>{one.path}</option>
            ))}
          </select>
        </label>
        <button type="button" className="button" disabled={chosen === undefined} onClick={() => setPutting(true)}>{t("themes.put")}</button>
      </div>
      {putting && chosen !== undefined && (
        <PutInto
          origins={[chosen]}
          analysis={line.theme.analysis}
          lines={[line, ...lines.filter((one) => one.theme.id !== line.theme.id)]}
          onClose={() => {
            setPutting(false);
            setCode("");
          }}
        />
      )}
    </section>
  );
}

function NewSub({ theme }: { theme: Line["theme"] }) {
  const { run } = useDoing();
  const [name, setName] = useState("");
  return (
    <form
      className="row fields"
      onSubmit={(event) => {
        event.preventDefault();
        const given = { analysis: theme.analysis, name, parent: theme.id } as Given<"theme.add">;
        void run("theme.add", given, { sentence: t("themes.begun", { name }), shows: ["themes", "theme"] }).then((done) => done && setName(""));
      }}
    >
      <label className="field">
        <span>{t("themes.newSub")}</span>
        <input type="text" value={name} onChange={(event) => setName(event.target.value)} />
      </label>
      <button type="submit" className="button" disabled={name.trim() === ""}>{t("themes.addSub")}</button>
    </form>
  );
}

/**
 * A field that is saved, with the reason if one is given, when it and its reason are left. A refused save keeps the words
 * and says that they are not saved.
 */
function Field({ name, words, help, short = false, may, onSave }: {
  name: string;
  words: string;
  help?: string;
  short?: boolean;
  may: boolean;
  onSave: (words: string, because: string, wordingOnly: boolean) => Promise<unknown>;
}) {
  const [typed, setTyped] = useState(words);
  const [because, setBecause] = useState("");
  const [before, setBefore] = useState(words);
  const [refused, setRefused] = useState(false);
  const [wordingOnly, setWordingOnly] = useState(false);
  const about = useId();
  if (before !== words) {
    // Somebody else wrote: what is being typed here is not thrown away for it.
    setBefore(words);
    if (typed === before) setTyped(words);
  }
  if (!may) return words === "" ? null : <section><h3>{name}</h3><p className="told">{words}</p></section>;
  const changed = typed !== words;
  const save = () => {
    if (!changed || (short && typed.trim() === "")) return;
    void onSave(typed, because, wordingOnly).then((done) => {
      setRefused(done === null);
      if (done === null) return;
      setBecause("");
      setWordingOnly(false);
    });
  };
  return (
    // Only listens for the focus to leave the field and its reason together.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) save();
      }}
    >
      <label className="field">
        <span>{name}</span>
        {short ? (
          <input type="text" value={typed} onChange={(event) => setTyped(event.target.value)} />
        ) : (
          <textarea aria-describedby={about} value={typed} onChange={(event) => setTyped(event.target.value)} />
        )}
      </label>
      {help !== undefined && <p id={about} className="soft small under">{help}</p>}
      {changed && (
        <div className="row fields">
          <label className="field">
            <span>{t("themes.why")}</span>
            <input type="text" value={because} onChange={(event) => setBecause(event.target.value)} />
          </label>
          <label className="row check" title={t("sign.onlyMeans")}><input type="checkbox" checked={wordingOnly} onChange={(event) => setWordingOnly(event.target.checked)} /> {t("sign.only")}</label>
          <button type="button" className="button" onClick={save}>{t("themes.save")}</button>
          {refused && <span className="flag small">{t("themes.notSaved")}</span>}
        </div>
      )}
    </div>
  );
}
