/** What can be set side by side: two of a kind, named as the question takes them (`cases:ID`, `ATTRIBUTE:value`). */
import { useQuery } from "@tanstack/react-query";
import { rows } from "../../api/client";
import { useCodebook } from "../../api/hooks";
import { t } from "../../messages";
import { useAttributes } from "./axes";
import type { Option } from "./pieces";

const KINDS = ["cases", "roles", "participants", "codes", "themes"] as const;

/** The kinds of thing, attributes among them by their ids; and the things of one kind. */
export function useSides(kind: string): { kinds: Option[]; things: Option[] | undefined; said: boolean } {
  const attributes = useAttributes().data ?? [];
  const attribute = attributes.find((one) => one.id === kind);
  const cases = useQuery({ queryKey: ["rows", "case"], queryFn: () => rows("case"), enabled: kind === "cases" });
  const roles = useQuery({ queryKey: ["rows", "role"], queryFn: () => rows("role"), enabled: kind === "roles" });
  const people = useQuery({ queryKey: ["rows", "participant"], queryFn: () => rows("participant"), enabled: kind === "participants" });
  const themes = useQuery({ queryKey: ["rows", "theme"], queryFn: () => rows("theme"), enabled: kind === "themes" });
  const values = useQuery({ queryKey: ["rows", "attribute_value"], queryFn: () => rows("attribute_value"), enabled: attribute !== undefined });
  const codes = useCodebook();
  const listed = (all: readonly { id: string; label: string }[] | undefined) => all?.map((one) => ({ value: `${kind}:${one.id}`, label: one.label }));
  const byPlace = <T extends { position: number }>(all: readonly T[] | undefined) => (all === undefined ? undefined : [...all].sort((one, two) => one.position - two.position));
  const things =
    kind === "cases" ? listed(byPlace(cases.data)?.filter((one) => one.merged_into === null).map((one) => ({ id: one.id, label: one.name === "" ? one.code : `${one.code} · ${one.name}` })))
    : kind === "roles" ? listed(byPlace(roles.data)?.map((one) => ({ id: one.id, label: one.name })))
    : kind === "participants" ? listed(people.data?.map((one) => ({ id: one.id, label: one.identifier })).sort((one, two) => one.label.localeCompare(two.label)))
    : kind === "themes" ? listed(byPlace(themes.data)?.map((one) => ({ id: one.id, label: one.label })))
    : kind === "codes" ? listed(codes.data?.codes.map((one) => ({ id: one.code.id, label: one.path })))
    : attribute === undefined || values.data === undefined ? undefined
    : levels(attribute, values.data).map((value) => ({ value: `${kind}:${value}`, label: value }));
  return {
    kinds: [
      ...KINDS.map((one) => ({ value: one, label: t(`axis.${one}`) })),
      ...attributes.filter((one) => one.subject === "case" || one.subject === "participant").map((one) => ({ value: one.id, label: t(`axis.of.${one.subject}`, { name: one.name }), group: t("axis.attribute") })),
    ],
    things,
    said: kind === "codes" || kind === "themes",
  };
}

/** The values of an attribute: its options in their order, then whatever else was written. */
function levels(attribute: { id: string; options: readonly string[] }, values: readonly { attribute: string; value: string }[]): string[] {
  const written = values.filter((one) => one.attribute === attribute.id).flatMap((one) => one.value.split("\n"));
  const used = new Set(written.map((one) => one.trim()).filter((one) => one !== ""));
  const first = attribute.options.filter((one) => used.has(one));
  const rest = [...used].filter((one) => !first.includes(one)).sort((one, two) => one.localeCompare(two, undefined, { numeric: true }));
  return [...first, ...rest];
}
