/**
 * What reporting guidelines will ask for and nobody has answered yet, by the last time at which it can be answered.
 *
 * What a careful reader would get wrong: it is no fault list. What belongs to writing is not yet due while one sets up; what
 * belongs to setting up is hard to tell afterwards, and stands first.
 */
import { useQuery } from "@tanstack/react-query";
import { ask } from "../api/client";
import { within } from "../app";
import { t } from "../messages";

const WHEN = ["setting up", "meeting people", "analysing", "writing"] as const;
const MOST = 3;

/** `only`: of one time alone, all of them. */
export function GuidelineGaps({ only }: { only?: (typeof WHEN)[number] }) {
  const found = useQuery({ queryKey: ["guidelines"], queryFn: () => ask("guidelines", {}) });
  const missing = found.data?.topics.filter((one) => one.state === "missing" && (only === undefined || one.when === only)) ?? [];
  if (missing.length === 0) return null;
  return (
    <section>
      <h2>{t("gaps.title")}</h2>
      <p>{t(only === undefined ? "gaps.lead" : "gaps.now")}</p>
      <ul className="list findings">
        {WHEN.map((when) => {
          const these = missing.filter((one) => one.when === when);
          if (these.length === 0) return null;
          const named = only === undefined ? these.slice(0, MOST) : these;
          return (
            <li key={when}>
              {only === undefined && <strong>{t("guide.when", { when: t(`guide.when.${when}`) })}: </strong>}
              {named.map((one) => one.title).join("; ")}
              {these.length > named.length && ` ${t("gaps.more", { count: these.length - named.length })}`}
            </li>
          );
        })}
      </ul>
      <p><a href="/findings/guidelines?only=missing" onClick={within}>{t("gaps.answer")}</a></p>
    </section>
  );
}
