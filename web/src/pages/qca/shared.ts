/** What every part of a configurational analysis is given, and how its numbers are written. */
import type { Asked, Schemas, Told } from "../../api/client";
import type { Here } from "../compare/address";

export type Configuration = Schemas["ConfigurationHere"];
export type SetOf = Schemas["SetHere"];
export type Score = Schemas["ScoreHere"];
export type Computed = Told<"qca">;
export type Options = Asked<"qca">;
export const SHOWS = ["configurations", "compare"];

export interface Given {
  readonly here: Here;
  readonly cases: readonly Schemas["CaseHere"][];
  readonly one: Configuration;
  readonly options: Options;
  readonly study: Schemas["StudyHere"];
}

/** A fit or a membership, as papers print it; a dash where there is none. */
export const three = (value: number | null): string => (value === null ? "–" : value.toFixed(3));
export const two = (value: number | null): string => (value === null ? "–" : value.toFixed(2));
/** Of the study: the outcome first, then the conditions in their order. */
export const inOrder = (sets: readonly SetOf[]): SetOf[] => [...sets.filter((one) => one.part === "outcome"), ...sets.filter((one) => one.part === "condition")];
