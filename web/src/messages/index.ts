/** The sentences of the workbench by key, with what is filled into them; numbers as the reader's language writes them. */
import { en } from "./en/index";

export type Key = keyof typeof en;

const numbers = new Intl.NumberFormat();

export function t(key: Key, values: Record<string, string | number> = {}): string {
  return en[key].replace(/\{(\w+)\}/gu, (whole, name: string) => {
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
