/** What a category is made of: its properties with a passage at each end, its relations with what they rest on, core categories. */
import { useQuery } from "@tanstack/react-query";
import { ask, read, type Schemas } from "../../api/client";
import { useDoing } from "../../components/doing";
import { Problem } from "../../components/parts";
import { t } from "../../messages";
import { useHere } from "../compare/address";
import { Categories, type Line } from "./Categories";
import { Properties } from "./Properties";
import { Relations } from "./Relations";

export function MadeOf({ codes, study }: { codes: readonly Line[]; study: Schemas["StudyHere"] }) {
  const here = useHere();
  const line = codes.find((one) => one.code.id === here.get("category", ""));
  const category = line?.code.id ?? "";
  const found = useQuery({ queryKey: ["bench", "category", category], queryFn: () => ask("category", { category }), enabled: category !== "" });
  const may = study.me.may.includes("edit");
  return (
    <>
      <div className="row fields bench-asked">
        <Categories label={t("bench.category")} codes={codes} value={category} onChange={(code) => here.change({ category: code })} />
      </div>
      {found.error !== null && <Problem error={found.error} again={() => void found.refetch()} />}
      {category !== "" && found.data === undefined && found.error === null && <p className="soft">{t("app.loading")}</p>}
      {line !== undefined && found.data !== undefined && (
        <div key={category}>
          <Properties line={line} codes={codes} properties={found.data.properties} may={may} />
          <Relations line={line} codes={codes} relations={found.data.relations} may={may} />
          <Core line={line} core={found.data.core} may={may} />
        </div>
      )}
    </>
  );
}

function Core({ line, core, may }: { line: Line; core: readonly string[]; may: boolean }) {
  const { run } = useDoing();
  const board = useQuery({ queryKey: ["themes"], queryFn: () => read("/api/themes") });
  const analyses = board.data?.analyses ?? [];
  if (analyses.length === 0) return null;
  return (
    <section aria-labelledby="bench-core">
      <h2 id="bench-core">{t("bench.coreOf")}</h2>
      <p className="soft">{t("bench.coreHelp")}</p>
      <ul className="list">
        {analyses.map((one) => {
          const is = core.includes(one.id);
          return (
            <li key={one.id} className="row">
              {is && <span>{t("bench.coreIs", { name: one.name })}</span>}
              {may && (
                <button
                  type="button"
                  className="button"
                  onClick={() => void run("analysis.core", { analysis: one.id, category: is ? null : line.code.id }, { sentence: t("bench.coreSaved", { name: one.name }), shows: ["bench", "themes", "analyses"] })}
                >
                  {t(is ? "bench.noCore" : "bench.makeCore", { name: one.name })}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
