/**
 * The sentences of the workbench by key, with what is filled into them; numbers as the reader's language writes them.
 *
 * What the shell says comes with the first load, all else in a file of its own right after it. What a careful reader would
 * get wrong: a screen is fetched only when that file is there (`components/later`), so that no key is ever shown.
 */
import type { en } from "./en/index";
import { shell } from "./en/shell";

export type Key = keyof typeof en;

const said: Partial<Record<Key, string>> = { ...shell };
let coming: Promise<void> | null = null;

/** Everything that screens say, fetched once; when it could not be fetched it is asked for again the next time. */
export function catalogue(): Promise<void> {
  coming ??= import("./en/index").then(
    (found) => learn(found.en),
    (error: unknown) => {
      coming = null;
      throw error;
    },
  );
  return coming;
}

/** Take sentences in. */
export function learn(sentences: Partial<Record<Key, string>>): void {
  Object.assign(said, sentences);
}

const numbers = new Intl.NumberFormat();

export function t(key: Key, values: Record<string, string | number> = {}): string {
  return (said[key] ?? key).replace(/\{(\w+)\}/gu, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return typeof value === "number" ? numbers.format(value) : value;
  });
}

const moments = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });

/** A moment (milliseconds since 1970), as the reader's language writes it. */
export function moment(wall: number): string {
  return moments.format(wall);
}

/** A number of bytes, as people say it: 340 kB, 12.5 MB. */
export function bytes(count: number): string {
  const unit = count < 1_000_000 ? "kilobyte" : count < 1_000_000_000 ? "megabyte" : "gigabyte";
  const size = { kilobyte: 1_000, megabyte: 1_000_000, gigabyte: 1_000_000_000 }[unit];
  return new Intl.NumberFormat(undefined, { style: "unit", unit, maximumFractionDigits: unit === "kilobyte" ? 0 : 1 }).format(count / size);
}
