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
