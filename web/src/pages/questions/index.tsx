/** What was asked, in one place: guides and questionnaires, the topics their questions belong to, which turns ask which question, and what was answered. */
import type { Schemas } from "../../api/client";
import { within } from "../../app";
import { later } from "../../components/later";
import { t, type Key } from "../../messages";
import "./questions.css";

const PARTS = [
  { path: "guides", name: "questions.guides" },
  { path: "topics", name: "questions.topics" },
  { path: "turns", name: "questions.turns" },
  { path: "answers", name: "questions.answers" },
] as const satisfies readonly { path: string; name: Key }[];

const Guides = later(() => import("./Guides"));
const Topics = later(() => import("./Topics"));
const Turns = later(() => import("./Turns"));
const AnswersPage = later(() => import("./AnswersPage"));

export default function Questions({ rest, study }: { rest: readonly string[]; study: Schemas["StudyHere"] }) {
  const part = PARTS.find((one) => one.path === (rest[0] ?? "guides")) ?? PARTS[0];
  const may = study.me.may.includes("edit");
  return (
    <div className="questions">
      <nav className="tabs" aria-label={t("screen.questions")}>
        <ul>
          {PARTS.map((one) => (
            <li key={one.path}>
              <a href={`/questions/${one.path}`} aria-current={one === part ? "page" : undefined} onClick={within}>{t(one.name)}</a>
            </li>
          ))}
        </ul>
      </nav>
      {part.path === "guides" && <Guides may={may} />}
      {part.path === "topics" && <Topics may={may} />}
      {part.path === "turns" && <Turns may={may} source={rest[1] ?? ""} />}
      {part.path === "answers" && <AnswersPage may={may} bringing={rest[1] === "file"} />}
    </div>
  );
}
