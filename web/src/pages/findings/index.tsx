/** Findings: the ledger of claims, drafts, and what reporting guidelines ask for. */
import type { Schemas } from "../../api/client";
import { within } from "../../app";
import { later } from "../../components/later";
import { t } from "../../messages";
import { Ledger } from "./Ledger";
import "./findings.css";

const Guidelines = later(() => import("./Guidelines"));
const Drafts = later(() => import("./draft"));

const VIEWS = [["", "findings.ledger"], ["draft", "findings.draft"], ["guidelines", "findings.guidelines"]] as const;

export default function Findings({ rest, study }: { rest: readonly string[]; study: Schemas["StudyHere"] }) {
  const here = rest[0] ?? "";
  const may = study.me.may.includes("edit");
  return (
    <div className="page findings">
      <div className="row heading">
        <h1>{t("screen.findings")}</h1>
        <nav aria-label={t("findings.views")}>
          <ul className="row list">
            {VIEWS.map(([path, name]) => (
              <li key={path}>
                <a className="button" href={path === "" ? "/findings" : `/findings/${path}`} aria-current={here === path ? "true" : undefined} onClick={within}>
                  {t(name)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
      {here === "guidelines" ? <Guidelines may={may} /> : here === "draft" ? <Drafts open={rest[1] ?? ""} may={may} /> : <Ledger may={may} mayLook={study.me.may.includes("code")} />}
    </div>
  );
}
