/** Settings: what the study is about, how it is kept, who works on it, and the shape it takes when it is time. */
import type { Schemas } from "../../api/client";
import { GuidelineGaps } from "../../components/GuidelineGaps";
import { t } from "../../messages";
import { Kept } from "./Kept";
import { Members } from "./Members";
import { About, Shape } from "./Shape";
import "./study.css";

export default function Settings({ study }: { rest: readonly string[]; study: Schemas["StudyHere"] }) {
  return (
    <div className="page settings" role="region" tabIndex={0} aria-label={t("set.title")}>
      <h1>{t("set.title")}</h1>
      <About study={study} />
      <Kept study={study} />
      <Members study={study} />
      <Shape study={study} />
      {study.me.may.includes("edit") && <GuidelineGaps only="setting up" />}
    </div>
  );
}
