/** A contrast in words and cells: one group's numbers, the difference, and what became of it when it was checked. */
import type { Schemas } from "../../api/client";
import { t } from "../../messages";

type One = Schemas["Contrast"];
type Numbers = Schemas["AnalysesContrastedSide"];
type Check = Schemas["Check"];

const points = new Intl.NumberFormat(undefined, { maximumFractionDigits: 0, signDisplay: "exceptZero" });
const rate = new Intl.NumberFormat(undefined, { minimumFractionDigits: 1, maximumFractionDigits: 1 });

export const pointsOf = (one: One): string => (one.difference === null ? "–" : t("contrast.points", { number: points.format(one.difference) }));
const rateOf = ({ words, of_words }: Numbers): string => (of_words === 0 ? "–" : rate.format((1000 * words) / of_words));
export const ratesOf = (one: One): string => `${rateOf(one.left_side)} : ${rateOf(one.right_side)}`;

/** The interval of a difference, under the assumption that somebody stated. */
export function Interval({ of }: { of: NonNullable<One["interval"]> }) {
  const [low, high] = [points.format(of[0]), points.format(of[1])];
  return (
    <span className="small interval">
      <span aria-hidden="true">[{low}, {high}]</span>
      <span className="apart">{t("contrast.interval", { low, high })}</span>
    </span>
  );
}

/** One group: how many of whom; it opens to the words. */
export function Side({ label, name, beside, side, named, place, open, onOpen }: {
  label: string;
  name: string;
  /** The other group. */
  beside: string;
  side: Numbers;
  /** Groups differ from line to line, so each says which it is. */
  named: boolean;
  place: string;
  open: string;
  onOpen: () => void;
}) {
  const nobody = side.of_participants === 0 && side.participants === 0;
  return (
    <td style={{ "--heat": side.of_participants > 0 ? (side.participants / side.of_participants).toFixed(2) : 0 } as React.CSSProperties}>
      {named && <span className="group-name">{name}</span>}
      {nobody ? (
        <span className="soft">{t("contrast.nobody")}</span>
      ) : (
        <button
          type="button" className="button plain" data-side={place} aria-expanded={open === place}
          aria-label={t("contrast.openSide", { row: label, group: named ? t("contrast.beside", { name, beside }) : name, part: side.participants, whole: side.of_participants, cases: side.cases, of: side.of_cases })}
          onClick={onOpen}
        >
          <span className="figure"><b>{t("compare.number", { number: side.participants })}</b> {t("compare.of", { whole: side.of_participants })}</span>
        </button>
      )}
      {!nobody && <span className="small" aria-hidden="true">{t("contrast.cases", { part: side.cases, whole: side.of_cases })}</span>}
    </td>
  );
}

/** Whether it holds, in a word; which checks were made and what each found, when opened. */
export function Holds({ one }: { one: One }) {
  if (one.direction === "cannot say") return <span className="soft">{t("contrast.cannotSay")}</span>;
  if (one.direction === "no difference") return <span className="soft">{t("contrast.same")}</span>;
  const made = one.checks.filter((check) => check.of > 0);
  return (
    <details className="holds">
      <summary>
        <b aria-hidden="true">{one.robust ? "✓" : "△"}</b> {verdict(one, made)}
        <span className="apart">. {t("contrast.checksOf", { row: one.label, left: one.left, right: one.right })}</span>
      </summary>
      <ul>
        {made.map((check) => <li key={check.kind}>{inWords(check)}</li>)}
      </ul>
    </details>
  );
}

function verdict(one: One, made: readonly Check[]): string {
  if (one.robust) return t("contrast.itHolds");
  const turned = made.filter((check) => check.depends_on.length > 0);
  if (turned.length === 0) return t("contrast.unsure");
  return t("contrast.depends", { on: turned.map((check) => t(`contrast.on.${check.kind}`)).join(", ") });
}

function inWords(check: Check): string {
  const parts = [t(`contrast.check.${check.kind}`, { part: check.survived, whole: check.of })];
  if (check.depends_on.length > 0) parts.push(t(check.kind === "counted otherwise" ? "contrast.notBy" : "contrast.notWithout", { names: check.depends_on.join(", ") }));
  if (check.cannot_say.length > 0) parts.push(t("contrast.cannotTell", { names: check.cannot_say.join(", ") }));
  return parts.join(" ");
}
