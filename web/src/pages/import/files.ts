/**
 * Files from a drop, a choice, or a folder, and bringing them to the server of this machine one after another.
 *
 * A folder that is dropped is walked through here. What a system leaves in folders (hidden files, lock files) is passed
 * over. A file that the server refuses does not stop the others; no answer from the server does.
 */
import { Refused, type Schemas } from "../../api/client";
import { t } from "../../messages";

export interface Given {
  /** With the folders it lies in. */
  name: string;
  file: File;
}

const passedOver = (name: string) => name.split("/").some((part) => part.startsWith(".") || part.startsWith("~$") || part === "Thumbs.db" || part === "desktop.ini");

export function chosen(list: FileList | null): Given[] {
  return [...(list ?? [])]
    .map((file) => ({ name: file.webkitRelativePath === "" ? file.name : file.webkitRelativePath, file }))
    .filter((one) => !passedOver(one.name));
}

export async function dropped(items: DataTransferItemList): Promise<Given[]> {
  // The list is emptied as soon as the event is over: entries are taken from it at once.
  const entries = [...items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  const found: Given[] = [];
  for (const entry of entries) await walk(entry, found);
  return found.filter((one) => !passedOver(one.name));
}

async function walk(entry: FileSystemEntry, found: Given[]): Promise<void> {
  if (entry.isFile) {
    const file = await new Promise<File>((done, failed) => (entry as FileSystemFileEntry).file(done, failed));
    found.push({ name: entry.fullPath.replace(/^\//u, ""), file });
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  // Entries come a hundred at a time, until none come.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done, failed) => reader.readEntries(done, failed));
    if (some.length === 0) return;
    for (const one of some) await walk(one, found);
  }
}

/** Bring one file; refused files throw a `Refused` with the reason. */
export async function bringOne(upload: string, given: Given, signal: AbortSignal): Promise<void> {
  let answer: Response;
  try {
    answer = await fetch(`/api/imports/${upload}/file?name=${encodeURIComponent(given.name)}`, {
      method: "PUT",
      headers: { "x-crosscase": "1", "content-type": "application/octet-stream" },
      body: given.file,
      signal,
    });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new Refused({ type: "no-answer", title: t("error.noAnswer"), detail: t("error.noAnswerRead") });
  }
  if (answer.ok) return;
  const problem = (await answer.json().catch(() => null)) as Schemas["Problem"] | null;
  throw new Refused(problem ?? { type: "unexpected", title: t("error.unexpected"), detail: t("error.unexpectedDetail", { status: answer.status }) });
}
