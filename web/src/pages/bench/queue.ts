/**
 * Which pair is shown next. Pure, for tests.
 *
 * What a careful reader would get wrong: the server offers what was not compared yet, so that a pair passed over comes
 * again, at its place. Here it is passed over until everything else was seen.
 */
import type { Schemas } from "../../api/client";

export type Pair = Schemas["PairHere"];

/** A pair by its sides, which are in no order. */
export const keyOf = (pair: { one: { id: string }; other: { id: string } }): string => [pair.one.id, pair.other.id].sort().join(" ");

/** The first pair that was neither passed over nor decided just now. */
export const nextOf = (pairs: readonly Pair[], over: ReadonlySet<string>): Pair | undefined => pairs.find((one) => !over.has(keyOf(one)));

const AT_ONCE = 10;

/** How many to ask for, so that one is left behind those passed over. */
export const toAsk = (over: number): number => AT_ONCE * (1 + Math.ceil(over / AT_ONCE));
