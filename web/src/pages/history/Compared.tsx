/**
 * What differs between two points of the study, by what it is about.
 *
 * What was added and taken away again in between is no difference: two states are compared, not what was done.
 */
import { useQuery } from "@tanstack/react-query";
import { read, type Schemas } from "../../api/client";
import { within } from "../../app";
import { Problem } from "../../components/parts";
import { moment, t, type Key } from "../../messages";

const WHAT = ["added", "removed", "renamed", "moved", "merged", "parted again", "relabelled", "settled"] as const;
const said = (what: string): string => ((WHAT as readonly string[]).includes(what) ? t(`past.did.${what}` as Key) : t("past.did.changed", { field: what.replaceAll("_", " ") }));

export function Compared({ since, until }: { since: string; until: string }) {
  const found = useQuery({
    queryKey: ["history", "difference", since, until],
    queryFn: () => read("/api/history/difference", { query: { since, ...(until === "" ? {} : { until }) } }),
  });
  const all = found.data;
  return (
    <div className="page compared" role="region" tabIndex={0} aria-label={t("past.between")}>
      <p>
        <a href="/history" onClick={within}>{t("past.back")}</a>
      </p>
      <h1>{t("past.between")}</h1>
      {found.error !== null && <Problem error={found.error} again={() => void found.refetch()} />}
      {found.isPending && <p className="soft">{t("app.loading")}</p>}
      {all !== undefined && (
        <>
          <p className="soft">
            {t("past.points", { before: moment(all.before.wall), after: moment(all.after.wall), count: all.after.entries - all.before.entries })}
          </p>
          {all.before.version === all.after.version && <p>{t("past.same")}</p>}
          <Things title={t("past.part.codes")} lines={all.codes} />
          <Texts title={t("past.part.definitions")} lines={all.definitions} />
          <Codings lines={all.codings} />
          <Things title={t("past.part.themes")} lines={all.themes} />
          <Texts title={t("past.part.themeTexts")} lines={all.theme_texts} />
          <Evidence lines={all.evidence} />
          <Things title={t("past.part.lineage")} lines={all.lineage} />
          <Things title={t("past.part.sources")} lines={all.sources} />
          <Texts title={t("past.part.corrected")} lines={all.corrected} />
          <Things title={t("past.part.people")} lines={all.people} />
        </>
      )}
    </div>
  );
}

function Things({ title, lines }: { title: string; lines: readonly Schemas["ThingChange"][] }) {
  if (lines.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul className="list">
        {lines.map((one) => (
          <li key={`${one.id} ${one.what}`}>
            <strong>{one.thing}</strong> {said(one.what)}
            {(one.before !== "" || one.after !== "") && (
              <>
                : {one.before !== "" && <del>{one.before}</del>} {one.after !== "" && <ins>{one.after}</ins>}
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Only what changed of a long text is shown, with the words around it. */
function Texts({ title, lines }: { title: string; lines: readonly Schemas["WordsChange"][] }) {
  if (lines.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      {lines.map((one) => (
        <article key={`${one.id} ${one.field}`}>
          <h3>
            {one.thing}: {one.field}
          </h3>
          <p className="words">
            {one.stretches.map((part, number) => {
              if (part.nature === "gone") return <del key={number}>{part.words}</del>;
              if (part.nature === "new") return <ins key={number}>{part.words}</ins>;
              return <span key={number}>{shortened(part.words)}</span>;
            })}
          </p>
        </article>
      ))}
    </section>
  );
}

const AROUND = 80;

function shortened(words: string): string {
  const characters = Array.from(words);
  if (characters.length <= 2 * AROUND + 3) return words;
  return `${characters.slice(0, AROUND).join("")} … ${characters.slice(-AROUND).join("")}`;
}

function Codings({ lines }: { lines: readonly Schemas["CodingChange"][] }) {
  if (lines.length === 0) return null;
  const columns = ["added", "removed", "came", "went"] as const;
  return (
    <section>
      <h2>{t("past.part.codings")}</h2>
      <Table first={[t("past.code"), t("past.member")]} columns={columns.map((one) => t(`past.codings.${one}`))} title={t("past.part.codings")}>
        {lines.map((one) => (
          <tr key={`${one.code} ${one.member}`}>
            <th scope="row">{one.code}</th>
            <td>{one.member}</td>
            {columns.map((name) => <td key={name} className="num">{one[name]}</td>)}
          </tr>
        ))}
      </Table>
    </section>
  );
}

function Evidence({ lines }: { lines: readonly Schemas["EvidenceChange"][] }) {
  if (lines.length === 0) return null;
  const columns = ["placed", "taken_away", "turned"] as const;
  return (
    <section>
      <h2>{t("past.part.evidence")}</h2>
      <Table first={[t("past.theme"), t("past.stance")]} columns={columns.map((one) => t(`past.evidence.${one}`))} title={t("past.part.evidence")}>
        {lines.map((one) => (
          <tr key={`${one.id} ${one.stance}`}>
            <th scope="row">{one.theme}</th>
            <td>{one.stance}</td>
            {columns.map((name) => <td key={name} className="num">{one[name]}</td>)}
          </tr>
        ))}
      </Table>
    </section>
  );
}

function Table({ first, columns, title, children }: { first: string[]; columns: string[]; title: string; children: React.ReactNode }) {
  return (
    <div className="scrolls" role="region" tabIndex={0} aria-label={title}>
      <table>
        <thead>
          <tr>
            {first.map((one) => <th key={one} scope="col">{one}</th>)}
            {columns.map((one) => <th key={one} scope="col" className="num">{one}</th>)}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
