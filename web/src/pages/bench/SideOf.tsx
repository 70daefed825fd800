/** One side of a pair: a passage with what stands around it, all of a category, or what a category holds in one case. */
import { useQuery } from "@tanstack/react-query";
import { ask, type Schemas } from "../../api/client";
import { within } from "../../app";
import { CodingsOf } from "../../components/CodingsOf";
import { Problem } from "../../components/parts";
import { fromCoding, fromSide, Quotation } from "../../components/Quotation";
import { t } from "../../messages";
import { Quotations } from "../compare/pieces";
import { withUnder, type Line } from "./Categories";

export type Side = Schemas["SideWords"];
export const LETTERS = { one: "A", other: "B" } as const;
export type Which = keyof typeof LETTERS;

const AROUND = 20;
const A_PAGE = 10;

/** How a side is called in a line: whose words, else its name. */
export const called = (side: Side): string => (side.participants.length > 0 ? side.participants.join("; ") : side.name === "" ? t("bench.gone") : side.name);

export function SideOf({ side, which, category, codes, study }: { side: Side; which: Which; category: string; codes: readonly Line[]; study: Schemas["StudyHere"] }) {
  const heading = `bench-side-${which}`;
  const line = codes.find((one) => one.code.id === side.id);
  return (
    <section className="bench-side" aria-labelledby={heading}>
      <h3 id={heading}>{t("bench.side", { letter: LETTERS[which], name: side.kind === "code" ? t("bench.allOf", { name: side.name }) : called(side) })}</h3>
      {(side.kind === "coding" || side.kind === "turn") && <Passage key={side.id} side={side} codes={codes} study={study} />}
      {side.kind === "code" && line !== undefined && <Category line={line} codes={codes} />}
      {side.kind === "case" && <InCase key={side.id} side={side} category={category} codes={codes} />}
    </section>
  );
}

function Passage({ side, codes, study }: { side: Side; codes: readonly Line[]; study: Schemas["StudyHere"] }) {
  const code = codes.find((line) => line.code.id === side.code)?.path ?? "";
  const who = study.members.find((one) => one.id === side.member)?.name ?? "";
  return (
    <Quotation quoted={fromSide(side)} around={AROUND}>
      <p className="soft small">
        {[...side.roles, side.kind === "turn" ? t("bench.notCoded") : t("bench.coded", { code, who })].join(" · ")}
      </p>
    </Quotation>
  );
}

function Category({ line, codes }: { line: Line; codes: readonly Line[] }) {
  const { definition, inclusion, exclusion } = line.code;
  return (
    <>
      {definition === "" ? <p className="soft">{t("bench.noDefinition")}</p> : <p>{definition}</p>}
      {([["book.inclusion", inclusion], ["book.exclusion", exclusion]] as const).map(([name, words]) => words !== "" && (
        <p key={name}><strong>{t(name)}:</strong> {words}</p>
      ))}
      <CodingsOf key={line.code.id} codes={withUnder(codes, line.code.id)} page={A_PAGE}>
        {(one) => (
          <Quotation quoted={fromCoding(one)}>
            <p className="soft small">{t("memos.codedBy", { code: one.coding.code, who: one.coding.member })}</p>
          </Quotation>
        )}
      </CodingsOf>
    </>
  );
}

function InCase({ side, category, codes }: { side: Side; category: string; codes: readonly Line[] }) {
  // The line of a code that others lie under has a sign of its own (see `lines` of the analyses).
  const asked = { options: { rows: "codes" as const }, row: withUnder(codes, category).length > 1 ? `${category}+` : category, column: side.id };
  const found = useQuery({ queryKey: ["compare", "cell", asked], queryFn: () => ask("cell", asked), enabled: category !== "" });
  const name = codes.find((line) => line.code.id === category)?.path ?? "";
  if (category === "") return <p className="soft">{t("bench.caseAlone")}</p>;
  if (found.error !== null) return <Problem error={found.error} again={() => void found.refetch()} />;
  if (found.data === undefined) return <p className="soft">{t("app.loading")}</p>;
  const { quotations } = found.data;
  if (quotations.length === 0) return <p className="soft">{t("bench.inCaseNone", { category: name })}</p>;
  return (
    <>
      <p className="soft small">{t("bench.inCase", { category: name, count: quotations.length })}</p>
      <Quotations all={quotations} />
    </>
  );
}

export function BothCases({ one, other }: { one: Side; other: Side }) {
  return <p><a href={`/compare/side?left=cases:${one.id}&right=cases:${other.id}`} onClick={within}>{t("bench.sideBySide")}</a></p>;
}
