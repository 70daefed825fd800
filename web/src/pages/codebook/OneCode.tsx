/** One code: what it means, where it was used, how it came to mean this, and what can be done with it. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { act, read, type Given, type Schemas, type Verb } from "../../api/client";
import { queries } from "../../api/hooks";
import { CodePicker } from "../../components/CodePicker";
import { Dialog, Patch, Problem } from "../../components/parts";
import { useSay } from "../../components/said";
import { colourOf, PALETTE } from "../../lib/colours";
import { go } from "../../lib/router";
import { moment, t, type Key } from "../../messages";

type Line = Schemas["CodeLine"];
const FIELDS = ["definition", "inclusion", "exclusion", "example", "properties"] as const;

export function OneCode({ line, codes, study, may, onMove }: {
  line: Line;
  codes: readonly Line[];
  study: Schemas["StudyHere"];
  may: boolean;
  onMove: (code: string, parent: string | null) => void;
}) {
  const { code } = line;
  const { say, refuse } = useSay();
  const [asking, setAsking] = useState<"move" | "merge" | { into: Line["code"]; count: number } | { remove: Record<string, number> } | null>(null);
  const [name, setName] = useState(code.name);
  const done = (sentence: string) => {
    say(sentence);
    for (const key of ["codebook", "counts", "versions"]) void queries.invalidateQueries({ queryKey: [key] });
  };
  const run = <V extends Verb>(verb: V, given: Given<V>, sentence: string) => {
    void act(verb, given).then(() => done(sentence), refuse);
  };
  const others = codes.filter((one) => one.code.id !== code.id);

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
        <Words key={field} label={t(`book.${field}`)} words={code[field]} may={may} onSave={(words) => run("code.define", { code: code.id, [field]: words }, t("book.said"))} />
      ))}
      {may && (
        <section>
          <form
            className="row"
            onSubmit={(event) => {
              event.preventDefault();
              run("code.rename", { code: code.id, name }, t("did.saved"));
            }}
          >
            <label className="field">
              <span>{t("book.name")}</span>
              <input type="text" value={name} onChange={(event) => setName(event.target.value)} />
            </label>
            <button type="submit" className="button" disabled={name === code.name || name.trim() === ""}>{t("book.rename")}</button>
          </form>
          <fieldset className="group">
            <legend>{t("book.colour")}</legend>
            {PALETTE.map((colour, at) => (
              <button
                key={colour}
                type="button"
                className="button"
                aria-label={`${t("book.colour")} ${at + 1}`}
                aria-pressed={colourOf(code) === colour}
                onClick={() => run("code.colour", { code: code.id, colour }, t("did.saved"))}
              >
                <span className="patch" style={{ background: colour }} />
              </button>
            ))}
          </fieldset>
          <p>
            <label className="row">
              <input type="checkbox" checked={code.category} onChange={(event) => run("code.take_up", { code: code.id, category: event.target.checked }, t("did.saved"))} />
              {t("book.category")}
            </label>
          </p>
          <div className="row">
            <button type="button" className="button" onClick={() => setAsking("move")}>{t("book.move")}</button>
            <button type="button" className="button" onClick={() => setAsking("merge")}>{t("book.merge")}</button>
            <button type="button" className="button" onClick={() => run("code.retire", { code: code.id, retired: !code.retired }, t("did.saved"))}>
              {t(code.retired ? "book.unretire" : "book.retire")}
            </button>
            <button
              type="button"
              className="button danger"
              onClick={() => void act("code.remove", { code: code.id }, { trial: true }).then((found) => setAsking({ remove: found.value }), refuse)}
            >
              {t("book.remove")}
            </button>
          </div>
        </section>
      )}
      <Counts code={code.id} study={study} />
      <Versions code={code.id} study={study} />
      {asking === "move" && (
        <Dialog title={t("book.moveTo")} onClose={() => setAsking(null)}>
          <label className="field">
            <span>{t("book.under")}</span>
            <select
              value={code.parent ?? ""}
              onChange={(event) => {
                onMove(code.id, event.target.value === "" ? null : event.target.value);
                setAsking(null);
              }}
            >
              <option value="">{t("book.top")}</option>
              {others.map((one) => (
                <option key={one.code.id} value={one.code.id}>{one.path}</option>
              ))}
            </select>
          </label>
          <button type="button" className="button" onClick={() => setAsking(null)}>{t("book.cancel")}</button>
        </Dialog>
      )}
      {asking === "merge" && (
        <CodePicker
          title={t("book.mergeInto")}
          codes={others}
          recent={[]}
          onClose={() => setAsking(null)}
          onChoose={(into) => void act("code.merge", { code: code.id, into: into.id }, { trial: true }).then((found) => setAsking({ into, count: found.value }), refuse)}
        />
      )}
      {asking !== null && typeof asking === "object" && (
        <Dialog title={t("into" in asking ? "book.mergeInto" : "book.remove")} onClose={() => setAsking(null)}>
          <p>
            {"into" in asking
              ? t("book.mergeWhat", { count: asking.count, name: asking.into.name })
              : t("book.removeWhat", { what: Object.entries(asking.remove).map(([kind, count]) => `${count} × ${kind.replaceAll("_", " ")}`).join(", ") })}
          </p>
          <div className="row">
            <button
              type="button"
              className="button danger"
              onClick={() => {
                if ("into" in asking) {
                  run("code.merge", { code: code.id, into: asking.into.id }, t("book.merged", { name: code.name, into: asking.into.name }));
                  go(`/codebook/${asking.into.id}`);
                } else {
                  run("code.remove", { code: code.id }, t("book.removed", { name: code.name }));
                  go("/codebook");
                }
                setAsking(null);
              }}
            >
              {t("book.doIt")}
            </button>
            <button type="button" className="button" onClick={() => setAsking(null)}>{t("book.cancel")}</button>
          </div>
        </Dialog>
      )}
    </div>
  );
}

/** Words that are saved when the field is left. */
function Words({ label, words, may, onSave }: { label: string; words: string; may: boolean; onSave: (words: string) => void }) {
  const [typed, setTyped] = useState(words);
  const [before, setBefore] = useState(words);
  if (before !== words) {
    setBefore(words);
    setTyped(words);
  }
  if (!may) return words === "" ? null : <section><h2>{label}</h2><p>{words}</p></section>;
  return (
    <label className="field">
      <span>{label}</span>
      <textarea
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => {
          if (typed !== words) onSave(typed);
        }}
      />
    </label>
  );
}

function Counts({ code, study }: { code: string; study: Schemas["StudyHere"] }) {
  const counts = useQuery({ queryKey: ["counts", code], queryFn: () => read("/api/codebook/{code}/counts", { path: { code } }) });
  const cases = useQuery({ queryKey: ["things", "case"], queryFn: () => read("/api/rows/case") });
  if (counts.error !== null) return <Problem error={counts.error} />;
  if (counts.data === undefined) return null;
  const called = (id: string) => cases.data?.find((one) => one.id === id)?.code ?? "…";
  const members = (id: string) => study.members.find((one) => one.id === id)?.name ?? "?";
  const byCase = Object.entries(counts.data.by_case).map(([id, count]) => [called(id), count] as const);
  if (counts.data.without_case > 0) byCase.push([t("book.noCase"), counts.data.without_case]);
  return (
    <section className="counts">
      <Table title={t("book.byCase")} rows={byCase.sort((one, two) => one[0].localeCompare(two[0]))} />
      <Table title={t("book.byMember")} rows={Object.entries(counts.data.by_member).map(([id, count]) => [members(id), count] as const)} />
    </section>
  );
}

function Table({ title, rows }: { title: string; rows: readonly (readonly [string, number])[] }) {
  return (
    <div>
      <h2>{title}</h2>
      {rows.length === 0 ? (
        <p className="soft">{t("book.nothing")}</p>
      ) : (
        <table>
          <tbody>
            {rows.map(([name, count]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td className="num">{count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

function Versions({ code, study }: { code: string; study: Schemas["StudyHere"] }) {
  const found = useQuery({ queryKey: ["versions", code], queryFn: () => read("/api/codebook/{code}/history", { path: { code } }) });
  if (found.error !== null) return <Problem error={found.error} />;
  return (
    <section>
      <h2>{t("book.history")}</h2>
      <ol className="list">
        {[...(found.data ?? [])].reverse().map((one) => (
          <li key={one.entry} className="laid">
            <p className="soft small">
              {study.members.find((member) => member.id === one.by)?.name}, {moment(one.wall)}
              {one.because !== "" && `, ${t("past.because", { reason: one.because })}`}
            </p>
            {Object.entries(one.fields).filter(([, words]) => words !== "").map(([field, words]) => (
              <p key={field}>
                <span className="soft small">{t(`book.${field}` as Key)}</span> {words}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}
