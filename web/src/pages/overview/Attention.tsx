/** What needs attention: conflicts, what lost its words, what does not fit, turns that have no code yet. */
import { useQuery } from "@tanstack/react-query";
import { ask, read, type Schemas } from "../../api/client";
import { within } from "../../app";
import { t } from "../../messages";

/** What a finding of these names is about is shown by lists of its own. */
const SHOWN_APART = new Set(["no-words"]);
const MOST = 8;

export function Attention({ all, me }: { all: Schemas["Overview"]; me: string }) {
  const held = useQuery({ queryKey: ["discussions"], queryFn: () => ask("discussions", {}) });
  // Asked, and not handed in: also a draft is still waited for.
  const awaited = (held.data?.discussions ?? []).filter(({ discussion, asked, handed_in }) => discussion.state === "writing" && asked.includes(me) && !handed_in.includes(me));
  const uncoded = useQuery({ queryKey: ["overview", "uncoded"], queryFn: () => read("/api/uncoded") });
  const findings = all.findings.filter((one) => !SHOWN_APART.has(one.name));
  const byName = new Map(all.sources.map((one) => [one.name, one.id]));
  const byId = new Map(all.sources.map((one) => [one.id, one.name]));
  const bare = uncoded.data ?? [];
  const fine = findings.length === 0 && all.conflicts === 0 && all.emptied === 0 && bare.length === 0 && awaited.length === 0;
  return (
    <section>
      <h2>{t("over.attention")}</h2>
      {fine && <p className="soft">{t("over.fine")}</p>}
      <ul className="list findings">
        {all.conflicts > 0 && (
          <li data-weight="wrong">
            <a href="/conflicts" onClick={within}>{t(all.conflicts === 1 ? "over.conflict" : "over.conflicts", { count: all.conflicts })}</a>
          </li>
        )}
        {awaited.map(({ discussion }) => (
          <li key={discussion.id}>
            {t("over.position")} <a href={`/themes/discussions/${discussion.id}`} onClick={within}>{discussion.question}</a>
          </li>
        ))}
        {all.emptied > 0 && (
          <li>
            <Emptied count={all.emptied} sources={byName} />
          </li>
        )}
        {findings.map((one) => (
          <li key={one.name} data-weight={one.weight}>
            {one.what}
            {one.things.length > 0 && (
              <details>
                <summary className="small">{t(one.things.length === 1 ? "over.thing" : "over.things", { count: one.things.length })}</summary>
                <p className="small">
                  {one.things.map((thing, number) => (
                    <span key={thing}>
                      {number > 0 && ", "}
                      <Thing thing={thing} sources={byName} />
                    </span>
                  ))}
                </p>
              </details>
            )}
          </li>
        ))}
        {bare.length > 0 && (
          <li>
            {t("over.uncoded")}
            <details>
              <summary className="small">{t(bare.length === 1 ? "over.inSource" : "over.inSources", { count: bare.length })}</summary>
              <ul className="list small">
                {bare.slice(0, MOST).map((one) => (
                  <li key={one.source}>
                    <a href={`/read/${one.source}?from=${one.start}&to=${one.end}`} onClick={within}>{byId.get(one.source)}</a>:{" "}
                    {t(one.turns === 1 ? "over.turn" : "over.turns", { count: one.turns })}
                  </li>
                ))}
                {bare.length > MOST && <li className="soft">{t("over.more", { count: bare.length - MOST })}</li>}
              </ul>
            </details>
          </li>
        )}
      </ul>
    </section>
  );
}

/** A thing by its name; where that begins with the name of a source, the way there. */
function Thing({ thing, sources }: { thing: string; sources: ReadonlyMap<string, string> }) {
  const id = sources.get(thing) ?? sources.get(thing.split(/: | \(/u)[0] ?? "");
  return id === undefined ? thing : <a href={`/read/${id}`} onClick={within}>{thing}</a>;
}

function Emptied({ count, sources }: { count: number; sources: ReadonlyMap<string, string> }) {
  const found = useQuery({ queryKey: ["overview", "emptied", count], queryFn: () => read("/api/emptied") });
  return (
    <>
      {t(count === 1 ? "over.emptiedOne" : "over.emptied", { count })}
      <details>
        <summary className="small">{t("over.which")}</summary>
        <ul className="list small">
          {(found.data ?? []).map((one) => (
            <li key={one.id}>
              <a href={`/read/${sources.get(one.source) ?? ""}?from=${one.at}&to=${one.at}`} onClick={within}>{one.source}</a>: {one.what || one.kind}
              {one.member !== "" && ` (${one.member})`}
              {one.words !== "" && <> · {t("over.layOn")} “{one.words}”</>}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
