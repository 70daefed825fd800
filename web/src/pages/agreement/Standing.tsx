/** Why there is nothing to see: the method has no use for it, one codes alone, or there are not two to be compared. */
import type { ReactNode } from "react";
import { Refused, type Schemas } from "../../api/client";
import { within } from "../../app";
import { Empty, Problem } from "../../components/parts";
import { t } from "../../messages";

export function Off({ why, study }: { why: string; study: Schemas["StudyHere"] }) {
  const alone = study.me.member?.permission === "independent coder";
  return (
    <Empty title={t("agree.off")}>
      {why}{!alone && <> {t("agree.offReflexive")} <a href={`/agreement/places${location.search}`} onClick={within}>{t("agree.toPlaces")}</a></>}
    </Empty>
  );
}

/** What went wrong; that nobody can be compared yet is no failure, but what comes before the first number. */
export function Wrong({ error, by, again }: { error: unknown; by: string; again: () => void }): ReactNode {
  if (!(error instanceof Refused) || error.code !== "not-two-coders") return <Problem error={error} again={again} />;
  return by === "perspectives" ? <Empty title={t("agree.noPerspectives")}>{t("agree.noPerspectivesDetail")}</Empty> : <Empty title={t("agree.notTwo")}>{t("agree.notTwoDetail")}</Empty>;
}
