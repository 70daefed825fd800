/**
 * Blocks of cells as spreadsheets put them on the clipboard: a line for each row, a tab between cells, and quotation marks
 * around cells that hold tabs, line breaks or quotation marks themselves.
 *
 * What a careful reader would get wrong: a quotation mark in the middle of a cell is only that; it quotes only where a cell
 * begins with it. And Excel ends the last line with a line break, which is no further row.
 */
export type Block = readonly (readonly string[])[];

export function readBlock(text: string): Block {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const plain = text.replaceAll("\r\n", "\n").replaceAll("\r", "\n");
  while (at <= plain.length) {
    const [cell, end] = plain[at] === '"' ? quoted(plain, at) : bare(plain, at);
    row.push(cell);
    if (plain[end] !== "\t") {
      rows.push(row);
      row = [];
    }
    at = end + 1;
  }
  while (rows.length > 1 && rows.at(-1)?.every((cell) => cell === "") === true) rows.pop();
  const wide = Math.max(...rows.map((one) => one.length));
  return rows.map((one) => [...one, ...Array<string>(wide - one.length).fill("")]);
}

function bare(text: string, at: number): [string, number] {
  const rest = text.slice(at);
  const end = rest.search(/[\t\n]/u);
  return end < 0 ? [rest, text.length] : [rest.slice(0, end), at + end];
}

function quoted(text: string, at: number): [string, number] {
  let cell = "";
  for (let here = at + 1; here < text.length; here += 1) {
    if (text[here] !== '"') cell += text[here] ?? "";
    else if (text[here + 1] === '"') {
      cell += '"';
      here += 1;
    } else if (here + 1 >= text.length || text[here + 1] === "\t" || text[here + 1] === "\n") return [cell, here + 1];
    else return bare(text, at);
  }
  return bare(text, at);
}

export function writeBlock(rows: Block): string {
  return rows.map((row) => row.map((cell) => (/["\t\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join("\t")).join("\n");
}
