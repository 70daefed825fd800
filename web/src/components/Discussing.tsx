/**
 * Discussions about one thing, and the way to begin one about it.
 *
 * What a careful reader would get wrong: nothing of a position is told here, only what is discussed and how far it is.
 */
import { useQuery } from "@tanstack/react-query";
import { ask, type Schemas } from "../api/client";
import { within } from "../app";
import { t } from "../messages";

export function Discussing({ on, study, level = 3 }: { on: { kind: "theme" | "code" | "comparison"; id: string }; study: Schemas["StudyHere"]; level?: 2 | 3 | 4 }) {
  const found = useQuery({ queryKey: ["discussions"], queryFn: () => ask("discussions", {}) });
  const Heading = `h${level}` as const;
  const here = (found.data?.discussions ?? []).filter(({ discussion }) => discussion.about === on.id);
  const may = study.me.may.includes("code");
  if (here.length === 0 && !may) return null;
  return (
    <section className="discussing">
      <Heading>{t("discuss.here")}</Heading>
      {here.length > 0 && (
        <ul className="list">
          {here.map(({ discussion, asked, handed_in }) => (
            <li key={discussion.id}>
              <a href={`/themes/discussions/${discussion.id}`} onClick={within}>{discussion.question}</a>{" "}
              <span className="soft small">{t(`discuss.state.${discussion.state}`)}{discussion.state === "writing" && ` · ${t("discuss.inOf", { part: handed_in.length, whole: asked.length })}`}</span>
            </li>
          ))}
        </ul>
      )}
      {may && <p><a href={`/themes/discussions?about=${on.kind}:${on.id}`} onClick={within}>{t("discuss.beginHere")}</a></p>}
    </section>
  );
}
