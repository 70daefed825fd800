/** Saving and copying what is shown: files that the server or the browser made, and tables on the clipboard. */
import { ask, Refused, type Asked, type Schemas } from "../../api/client";
import { t } from "../../messages";

export type Drawing = Asked<"table">;

/** Give a file to whoever asked for it; it goes where the browser keeps downloads. */
export function keep(data: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(data);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** A name that a file can have. */
export const fileName = (title: string, form: string): string => `${title.replaceAll(/[/\\:*?"<>|\p{Cc}]+/gu, " ").trim().replaceAll(/\s+/gu, "-").toLowerCase()}.${form}`;

/** The tables of an analysis as a file, as they may leave the study. */
export async function savedAs(form: "csv" | "xlsx", drawing: Drawing): Promise<Blob> {
  let response: Response;
  try {
    response = await fetch(`/api/save/${form}`, {
      method: "POST",
      headers: { "x-crosscase": "1", "content-type": "application/json" },
      body: JSON.stringify(drawing),
    });
  } catch {
    throw new Refused({ type: "no-answer", title: t("error.noAnswer"), detail: t("error.noAnswerRead") });
  }
  if (response.ok) return response.blob();
  throw new Refused((await response.json()) as { type: string; title: string; detail: string });
}

/** Put a table on the clipboard: as a table for documents, with tabs for spreadsheets. */
export async function copied(drawing: Drawing): Promise<number> {
  const table = await ask("table", { ...drawing, leaving: true });
  const rows = table.rows.map((row) => row.map((cell) => String(cell ?? "")));
  const heads = table.columns.map((column) => column.heading);
  const html = `<table><caption>${escaped(table.title)}</caption><thead>${line(heads, "th")}</thead><tbody>${rows.map((row) => line(row, "td")).join("")}</tbody></table>${table.notes.map((note) => `<p>${escaped(note)}</p>`).join("")}`;
  const text = [heads, ...rows].map((row) => row.map((cell) => cell.replaceAll(/\s+/gu, " ")).join("\t")).join("\n");
  await navigator.clipboard.write([new ClipboardItem({ "text/html": new Blob([html], { type: "text/html" }), "text/plain": new Blob([text], { type: "text/plain" }) })]);
  return rows.length;
}

const line = (cells: readonly string[], tag: "th" | "td"): string => `<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join("")}</tr>`;
const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

export type TableOf = Schemas["Table"];
