/** What somebody decided about the files that were found, and what is asked of the server with it. Pure. */
import type { Schemas } from "../../api/client";

export type Found = Schemas["ImportHere"];
export type Here = Schemas["DocumentHere"];
export type Voice = Schemas["LabelHere"]["voice"];
export type Asked = Schemas["ImportAsked"];

export interface Fix {
  leaveOut?: boolean;
  case?: string;
  people?: string;
}

export interface Replaced {
  becomes: string;
  chosen: boolean;
}

export interface Review {
  fixes: Readonly<Record<string, Fix>>;
  /** By label, for all files that have it. */
  voices: Readonly<Record<string, Voice>>;
  types: Readonly<Record<string, string>>;
  names: Readonly<Record<string, Replaced>>;
  /** Which place (from 1) is meant by a quotation that stands at several, by its key in `waiting`. */
  places: Readonly<Record<string, number | null>>;
}

export const UNDECIDED: Review = { fixes: {}, voices: {}, types: {}, names: {}, places: {} };

/** A quotation that stands at several places; `place` is null while nobody has chosen. */
export interface Waiting {
  key: string;
  quotation: Schemas["OpenQuotation"];
  place: number | null;
}

/** The key is the row and which of the quotations of that row it is: its words may change while names are replaced. */
export function waiting(found: Found, review: Review): Waiting[] {
  const rows = new Map<string, number>();
  return found.open.map((quotation) => {
    const nth = (rows.get(quotation.row) ?? 0) + 1;
    rows.set(quotation.row, nth);
    const key = `${quotation.row} #${nth}`;
    const place = review.places[key] ?? null;
    // Another text or other names may leave fewer places than there were when it was chosen.
    return { key, quotation, place: place !== null && place <= quotation.places.length ? place : null };
  });
}

/** The places that were chosen, as the server is told of them when the files are taken in. */
export const placed = (found: Found, review: Review): Schemas["PlaceChoice"][] =>
  waiting(found, review).flatMap(({ quotation, place }) => (place === null ? [] : [{ row: quotation.row, quote: quotation.quote, place }]));

export const people = (typed: string) => typed.split(",").map((one) => one.trim()).filter((one) => one !== "");

/** The names that are replaced, as they were confirmed. */
export const replaced = (review: Review) =>
  Object.entries(review.names).filter(([, one]) => one.chosen && one.becomes.trim() !== "").map(([name, one]) => ({ name, becomes: one.becomes.trim() }));

/** What is asked of the server: only what was decided; everything else stays as it was found. */
export function asked(documents: readonly Here[], review: Review): Asked {
  const fixes = documents.flatMap((one) => {
    const fix = review.fixes[one.key] ?? {};
    const said = one.speakers.filter((speaker) => review.voices[speaker.label] !== undefined);
    const given = fix.people === undefined ? one.participants : people(fix.people);
    const changed: Record<string, unknown> = {};
    if (fix.leaveOut === true) changed["leave_out"] = true;
    if (fix.case !== undefined) changed["case"] = fix.case.trim();
    if (fix.people !== undefined) changed["participants"] = given;
    if (said.length > 0) {
      changed["voices"] = said.map((speaker) => {
        const voice = review.voices[speaker.label] ?? "unassigned";
        // Whoever answers is the one participant of the file; with several it is left open which of them.
        return { label: speaker.label, voice, participant: voice === "participant" && given.length === 1 ? given[0] : "" };
      });
    }
    return Object.keys(changed).length === 0 ? [] : [{ key: one.key, ...changed }];
  });
  return { documents: fixes, types: review.types, names: replaced(review) } as Asked;
}

export interface Label {
  label: string;
  files: number;
  turns: number;
  /** Null where files differ. */
  voice: Voice | null;
  why: string;
}

/** Each label once, the most frequent first. */
export function labels(documents: readonly Here[], review: Review): Label[] {
  const found = new Map<string, Label>();
  for (const document of documents) {
    if (review.fixes[document.key]?.leaveOut === true) continue;
    for (const one of document.speakers) {
      const said = review.voices[one.label] ?? one.voice;
      const before = found.get(one.label);
      if (before === undefined) found.set(one.label, { label: one.label, files: 1, turns: one.turns, voice: said, why: one.why });
      else found.set(one.label, { ...before, files: before.files + 1, turns: before.turns + one.turns, voice: before.voice === said ? said : null });
    }
  }
  return [...found.values()].sort((one, two) => two.turns - one.turns || one.label.localeCompare(two.label));
}

/** The folder that a file lies in, below the one that was brought; empty: none of its own. */
export const folderOf = (path: string) => path.split("/").slice(0, -1).at(-1) ?? "";
export const stemOf = (path: string) => (path.split("/").at(-1) ?? path).replace(/\.[^.]+$/u, "");
