/** What the questions' screens ask for, and what is read again when something of it was changed. */
import { useQuery } from "@tanstack/react-query";
import { ask, type Schemas } from "../../api/client";

export type Guides = Schemas["GuidesHere"];
export type Instrument = Schemas["InstrumentHere"];
export type Question = Required<Schemas["Question"]>;
export type Topic = Schemas["TopicHere"];

export const useGuides = () => useQuery({ queryKey: ["guides"], queryFn: () => ask("guides", {}) });

/** Every answer that shows something of guides, questions, topics or their links. */
export const SHOWS = ["guides", "rows", "turns", "compare"] as const;

export const titleOf = (one: Instrument): string => `${one.instrument.name} ${one.instrument.version}`.trim();
export const questionName = (one: { number?: string; wording: string }): string => `${one.number ?? ""} ${one.wording}`.trim();

/** How a link from a code to its topic is named; it stands in the study, so it is no sentence of this screen. */
export const ASKED_UNDER = "is asked under";
