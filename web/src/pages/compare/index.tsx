/** Compare: matrix, two side by side, every two cases, codes that come together, who was asked what, groups contrasted, cases in an order, how alike they are, answers, what emerged unasked, which conditions go together, and how much interviews still brought. Each has an address of its own. */
import { within } from "../../app";
import { later } from "../../components/later";
import { t } from "../../messages";
import { Alike } from "./Alike";
import { Answers } from "./Answers";
import { Contrast } from "./Contrast";
import { Emerged } from "./Emerged";
import { Exposure } from "./Exposure";
import { Joint } from "./Joint";
import { Matrix } from "./Matrix";
import { Meta } from "./Meta";
import { Pairs } from "./Pairs";
import { Sides } from "./Sides";
import { Together } from "./Together";
import "./compare.css";

const PARTS = [
  { path: "matrix", Part: Matrix },
  { path: "side", Part: Sides },
  { path: "pairs", Part: Pairs },
  { path: "together", Part: Together },
  { path: "exposure", Part: Exposure },
  { path: "contrast", Part: Contrast },
  { path: "meta", Part: Meta },
  { path: "alike", Part: Alike },
  { path: "answers", Part: Answers },
  { path: "joint", Part: Joint },
  { path: "emerged", Part: Emerged },
  { path: "configurations", Part: later(() => import("../qca")) },
  { path: "saturation", Part: later(() => import("./Saturation")) },
] as const;

export default function Compare({ rest }: { rest: readonly string[] }) {
  const here = PARTS.find((one) => one.path === rest[0]) ?? PARTS[0];
  return (
    <div className="page compare" role="region" tabIndex={0} aria-label={t("screen.compare")}>
      <div className="row compare-head">
        <h1>{t("screen.compare")}</h1>
        <nav aria-label={t("compare.ways")}>
          <ul className="row ways">
            {PARTS.map(({ path }) => (
              <li key={path}>
                <a className="button" href={`/compare/${path}`} aria-current={path === here.path ? "page" : undefined} onClick={within}>
                  {t(`compare.way.${path}`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
      <p className="soft lead">{t(`compare.lead.${here.path}`)}</p>
      <here.Part />
    </div>
  );
}
