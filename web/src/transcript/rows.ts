/** The elements of one stretch: its number, who speaks and when on one side, its words in one text node on the other. */
import type { Stretch } from "./stretches";

export interface Label {
  readonly speaker: string;
  readonly time: string;
  /** A question of the interviewer, a note of the transcriber: told apart by how it looks. */
  readonly nature: string;
}

/** A row for the stretch of this number, and the element in it that has its words. */
export function row(stretch: Stretch, at: number, label: Label): { row: HTMLElement; words: HTMLElement } {
  const row = document.createElement("div");
  row.className = "cc-row";
  row.dataset["nature"] = label.nature;
  const side = document.createElement("div");
  side.className = "cc-label";
  const number = document.createElement("span");
  number.className = "cc-number";
  number.textContent = stretch.number;
  const laid = document.createElement("span");
  laid.className = "cc-laid apart";
  side.append(number, label.speaker);
  if (label.time !== "") {
    const time = document.createElement("span");
    time.className = "cc-time";
    time.textContent = label.time;
    side.append(time);
  }
  side.append(laid);
  const element = document.createElement("p");
  element.dir = "auto";
  element.className = "cc-words";
  element.dataset["stretch"] = String(at);
  element.append(document.createTextNode(stretch.text));
  row.append(side, element);
  return { row, words: element };
}

/** What lies on a stretch, for whoever hears it: between who speaks and the words, and not seen. */
export function lying(element: HTMLElement, words: string): void {
  const laid = element.parentElement?.querySelector(".cc-laid");
  if (laid != null && laid.textContent !== words) laid.textContent = words;
}

/** Cover a stretch's words, or with `text` null show them; whether that changed anything. */
export function cover(element: HTMLElement, text: string | null, onShow: () => void): boolean {
  if (element.hidden === (text !== null)) return false;
  element.hidden = text !== null;
  element.parentElement?.querySelector(".cc-cover")?.remove();
  if (text === null) return true;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "cc-cover";
  button.textContent = text;
  button.addEventListener("click", onShow);
  element.after(button);
  return true;
}
