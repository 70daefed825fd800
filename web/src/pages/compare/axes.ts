/** What rows and columns can be: what was said, who said it (cases, roles, people, any attribute), and who coded it. */
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { rows } from "../../api/client";
import { t } from "../../messages";
import type { Line } from "./order";

export const SAID = ["codes", "categories", "themes"] as const;

export interface Axis {
  readonly key: string;
  readonly label: string;
  readonly group: "said" | "people" | "attribute" | "coders";
}

export const isSaid = (axis: string): boolean => SAID.some((one) => one === axis);

export function useAttributes() {
  return useQuery({ queryKey: ["rows", "attribute"], queryFn: () => rows("attribute") });
}

/** Every axis that this study has. */
export function useAxes(): Axis[] {
  const attributes = useAttributes().data ?? [];
  const fixed = (group: Axis["group"], ...keys: ("codes" | "categories" | "themes" | "cases" | "roles" | "participants" | "members")[]) =>
    keys.map((key): Axis => ({ key, label: t(`axis.${key}`), group }));
  return [
    ...fixed("said", ...SAID),
    ...fixed("people", "cases", "roles", "participants"),
    ...attributes.map((one): Axis => ({ key: `${one.subject}:${one.name}`, label: t(`axis.of.${one.subject}`, { name: one.name }), group: "attribute" })),
    ...fixed("coders", "members"),
  ];
}

export const axisLabel = (axes: readonly Axis[], key: string): string => axes.find((one) => one.key === key)?.label ?? key;

/** The attributes that lines of an axis can be ordered by, and their values. */
export function useValues(axis: string): { attributes: { id: string; name: string }[]; value: (attribute: string, line: Line) => string } {
  const subject = axis === "cases" ? "case" : axis === "participants" ? "participant" : "";
  const attributes = useAttributes().data ?? [];
  const held = useQuery({ queryKey: ["rows", "attribute_value"], queryFn: () => rows("attribute_value"), enabled: subject !== "" });
  const values = useMemo(() => new Map(held.data?.map((one) => [`${one.attribute} ${one.of}`, one.value.replaceAll("\n", ", ")])), [held.data]);
  return {
    attributes: subject === "" ? [] : attributes.filter((one) => one.subject === subject).map(({ id, name }) => ({ id, name })),
    value: (attribute, line) => values.get(`${attribute} ${line.id}`) ?? "",
  };
}
