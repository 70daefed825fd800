/** All that was decided where coders differed, each with who decided and why, and the way back to the place. */
import { useQuery } from "@tanstack/react-query";
import { ask, type Schemas } from "../../api/client";
import { within } from "../../app";
import { Empty, Problem } from "../../components/parts";
import { placeOf } from "../../components/Quotation";
import { t } from "../../messages";
import { KINDS, oneOf } from "./asked";

export function Decisions({ study }: { study: Schemas["StudyHere"] }) {
  const found = useQuery({ queryKey: ["agree", "decided"], queryFn: () => ask("adjudications", {}) });
  if (study.me.member?.permission === "independent coder") return <Empty title={t("agree.off")}>{t("agree.aloneDecided")}</Empty>;
  if (found.error !== null) return <Problem error={found.error} again={() => void found.refetch()} />;
  if (found.data === undefined) return <p className="empty soft">{t("app.loading")}</p>;
  if (found.data.length === 0) return <Empty title={t("agree.decidedNone")}>{t("agree.decidedNoneDetail")}</Empty>;
  return (
    <div className="wide-table" role="region" tabIndex={0} aria-label={t("agree.decidedTable")}>
      <table className="lined decisions">
        <caption className="apart">{t("agree.decidedTable")}</caption>
        <thead>
          <tr><th scope="col">{t("agree.at")}</th><th scope="col">{t("agree.difference")}</th><th scope="col">{t("agree.result")}</th><th scope="col">{t("agree.why")}</th><th scope="col">{t("agree.who.decided")}</th></tr>
        </thead>
        <tbody>
          {found.data.map((one) => (
            <tr key={one.id}>
              <th scope="row"><a href={placeOf(one)} onClick={within}>{one.source_name}</a></th>
              <td>{t(`agree.kind.${oneOf(KINDS, one.difference)}`)}: {one.code}{one.instead !== "" && one.instead !== one.code && ` · ${one.instead}`}</td>
              <td><a href={`/agreement/places?open=${one.id}&settled=only`} onClick={within}>{t(`agree.outcome.${one.outcome as "one"}`)}</a><span className="small soft block">{one.agreed.length === 0 ? t("agree.standsNothing") : one.agreed.join("; ")}</span></td>
              <td className="told">{one.reason}</td>
              <td>{one.deciders.join(", ")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
