/** A scope in words, part by part: “ALD, BRK”, “sector: public or joint”, “4 participants”. */
import { useCodebook, useRows, useSources, useStudy } from "../api/hooks";
import { t, type Key } from "../messages";
import { PARTS, useWholeScope, type Part, type Scope } from "./scope";

/** So many things are named; more are counted. */
const NAMED = 3;
const SET = "set:";

/** What the scope in force says, in an order that stays. Names that are not known yet are counted. */
export function useScopeWords(): string[] {
  const [scope] = useWholeScope();
  return useWordsOf(scope);
}

export function useWordsOf(scope: Scope): string[] {
  const study = useStudy().data;
  const cases = useRows("case", scope.cases.length > 0).data;
  const people = useRows("participant", scope.participants.length > 0).data;
  const sets = useRows("set", [...scope.participants, ...scope.sources].some((one) => one.startsWith(SET))).data;
  const sources = useSources().data;
  const codes = useCodebook().data?.codes;

  const names: Record<Exclude<Part, "where">, (id: string) => string | undefined> = {
    cases: (id) => cases?.find((one) => one.id === id)?.code,
    roles: (id) => study?.roles.find((one) => one.id === id)?.name,
    participants: (id) => people?.find((one) => one.id === id)?.identifier,
    sources: (id) => sources?.find((one) => one.id === id)?.name,
    codes: (id) => codes?.find((one) => one.code.id === id)?.code.name,
    members: (id) => study?.members.find((one) => one.id === id)?.name,
  };
  const said: string[] = [];
  for (const part of PARTS) {
    const held = scope[part];
    if (held.length === 0) continue;
    if (part === "where") {
      for (const id of new Set(held.map((one) => one.slice(0, one.indexOf("="))))) {
        const attribute = study?.attributes.find((one) => one.id === id)?.name ?? "…";
        const values = held.filter((one) => one.startsWith(`${id}=`)).map((one) => one.slice(id.length + 1));
        said.push(t("scope.where", { attribute, values: values.join(t("scope.or")) }));
      }
      continue;
    }
    const named = held.map((id) => (id.startsWith(SET) ? sets?.find((one) => SET + one.id === id)?.name : names[part](id)));
    const known = named.filter((one): one is string => one !== undefined);
    const list = known.length === held.length && held.length <= NAMED ? known.join(", ") : t(`scope.${part}` as Key, { count: held.length });
    said.push(part === "members" ? t("scope.codedBy", { who: list }) : list);
  }
  if (scope.include_unreviewed) said.push(t("scope.unreviewed"));
  return said;
}
