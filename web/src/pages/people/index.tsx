/** Cases and participants: two sheets, the frame, the recruitment log, sets, voices without a name, and each participant. */
import type { Schemas } from "../../api/client";
import { within } from "../../app";
import { later } from "../../components/later";
import { t, type Key } from "../../messages";
import "./people.css";

const PARTS = [
  { path: "participants", name: "people.participants" },
  { path: "cases", name: "people.cases" },
  { path: "frame", name: "people.frame" },
  { path: "recruitment", name: "people.recruitment" },
  { path: "sets", name: "people.sets" },
  { path: "voices", name: "people.voices" },
] as const satisfies readonly { path: string; name: Key }[];

const SheetPage = later(() => import("./SheetPage"));
const Frame = later(() => import("./Frame"));
const Recruitment = later(() => import("./Recruitment"));
const Sets = later(() => import("./Sets"));
const Voices = later(() => import("./Voices"));
const Participant = later(() => import("./Participant"));

export default function People({ rest, study }: { rest: readonly string[]; study: Schemas["StudyHere"] }) {
  const part = PARTS.find((one) => one.path === (rest[0] ?? "participants")) ?? PARTS[0];
  const may = study.me.may.includes("edit");
  return (
    <div className="people">
      <nav className="tabs" aria-label={t("screen.people")}>
        <ul>
          {PARTS.map((one) => (
            <li key={one.path}>
              <a href={`/people/${one.path}`} aria-current={one === part ? "page" : undefined} onClick={within}>{t(one.name)}</a>
            </li>
          ))}
        </ul>
      </nav>
      {part.path === "participants" && rest[1] !== undefined && <Participant key={rest[1]} id={rest[1]} withdrawing={rest[2] === "withdraw"} study={study} />}
      {part.path === "participants" && rest[1] === undefined && <SheetPage key="participant" of="participant" may={may} study={study} />}
      {part.path === "cases" && <SheetPage key="case" of="case" may={may} study={study} />}
      {part.path === "frame" && <Frame may={may} study={study} />}
      {part.path === "recruitment" && <Recruitment may={may} study={study} />}
      {part.path === "sets" && <Sets may={may} />}
      {part.path === "voices" && <Voices may={may} />}
    </div>
  );
}
