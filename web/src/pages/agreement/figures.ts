/** Coefficients as people read them: which lead a line, how a number and its interval are written. */
import type { Schemas } from "../../api/client";
import { t, type Key } from "../../messages";

export type Coefficient = Schemas["Coefficient"];
export type Row = Schemas["AgreementRow"];
/** What leads a line; all others stand where it is opened. */
export const LEADING = ["alpha", "gwet", "u-alpha", "percent"] as const;
const SHORT: Readonly<Record<string, Key>> = { alpha: "agree.short.alpha", gwet: "agree.short.gwet" };

const NAMED = ["percent", "cohen", "scott", "fleiss", "conger", "brennan-prediger", "gwet", "alpha", "u-alpha", "|u|-alpha", "cu-alpha"] as const;
type Named = (typeof NAMED)[number];
const named = (name: string): Named | undefined => NAMED.find((one) => one === name);

/** `kind` of the line: of steps, Gwet's is another coefficient. */
export const nameOf = (name: string, kind = ""): string => (named(name) === undefined ? name : kind === "steps" && name === "gwet" ? t("agree.name.ac2") : t(`agree.name.${named(name) ?? "alpha"}`));
export const shortOf = (name: string, kind = ""): string => (kind === "steps" && name === "gwet" ? t("agree.short.ac2") : SHORT[name] === undefined ? nameOf(name) : t(SHORT[name]));
export const askedBy = (name: string): string => (named(name) === undefined ? "" : t(`agree.says.${named(name) ?? "alpha"}`));

/** A number to two decimals, a share in percent. Rounded first, so that a nothing has no sign. */
export function written(name: string, value: number): string {
  return name === "percent" ? t("agree.percent", { percent: (100 * value).toFixed(1) }) : (Math.round(value * 100) / 100 + 0).toFixed(2).replace("-", "−");
}

export const intervalOf = (one: Coefficient): string => (one.low === null || one.high === null ? "" : t("agree.range", { low: written(one.name, one.low), high: written(one.name, one.high) }));

/** The value in words, with its interval; *undefined* where there is none. */
export function inWords(one: Coefficient): string {
  if (one.value === null) return t("agree.undefined");
  const interval = intervalOf(one);
  return interval === "" ? written(one.name, one.value) : `${written(one.name, one.value)}, ${interval}`;
}

export const used = (row: Row): boolean => row.told.every((one) => one.word !== "never used");
export const betweenOf = (row: Row): string => row.between.map((one) => (row.recognisable.includes(one) ? `${one} ${t("agree.recognisable")}` : one)).join(" · ");
