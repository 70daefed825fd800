/**
 * What findings stand against: rival explanations, replication by case, and what participants were given back.
 *
 * What a careful reader would get wrong: a case about which nothing is written is a gap, not a replication that failed. And
 * the team reads here what participants said also where it may not be printed; each such line says so.
 */
import { useQuery } from "@tanstack/react-query";
import { ask } from "../../api/client";
import { Problem } from "../../components/parts";
import { t } from "../../messages";
import type { Line } from "./flags";
import { GivenBack } from "./GivenBack";
import { Replication } from "./Replication";
import { Rivals } from "./Rivals";
import "../compare/compare.css";

export default function Standing({ lines, may }: { lines: readonly Line[]; may: boolean }) {
  const found = useQuery({ queryKey: ["compare", "standing"], queryFn: () => ask("standing", {}) });
  if (found.error !== null) return <Problem error={found.error} again={() => void found.refetch()} />;
  if (found.data === undefined) return <p className="soft">{t("app.loading")}</p>;
  return (
    <div className="standing">
      <p>{t("standing.lead")}</p>
      <Rivals rivals={found.data.rivals} lines={lines} may={may} />
      {lines.length > 0 && <Replication all={found.data.replication} lines={lines} may={may} />}
      <GivenBack all={found.data.given} refused={found.data.refused} notes={found.data.notes} may={may} />
    </div>
  );
}
