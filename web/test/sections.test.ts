// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from "vitest";
import { Sections } from "../src/transcript/sections";
import type { Stretch } from "../src/transcript/stretches";

const stretches: Stretch[] = Array.from({ length: 205 }, (_, at) => ({ start: at * 10, end: at * 10 + 9, text: `words ${String(at).padStart(3, "0")}`, turn: null, number: String(at + 1) }));
const label = () => ({ speaker: "", time: "", nature: "" });
let host: HTMLElement;

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = "";
  host = document.createElement("div");
  document.body.append(host);
});

const inPage = () => [...host.querySelectorAll("[data-stretch]")].map((one) => one.textContent);

test("a short text is in the page at once, in its order", () => {
  new Sections(host, stretches, label, false, () => undefined);
  expect(inPage()).toEqual(stretches.map((one) => one.text));
});

test("a long text is there from its beginning, and whole after a while, in its order", () => {
  const told: number[] = [];
  new Sections(host, stretches, label, true, (section) => told.push(section));
  expect(inPage()).toEqual(stretches.slice(0, 120).map((one) => one.text));
  vi.runAllTimers();
  expect(inPage()).toEqual(stretches.map((one) => one.text));
  expect(told).toEqual([3, 4, 5]);
});

test("whoever asks for words that are not there yet is given them, and who fills them is told once", () => {
  const told: number[] = [];
  const sections = new Sections(host, stretches, label, true, (section) => told.push(section));
  expect(sections.filled(203)).toBe(false);
  expect(sections.words(203)?.textContent).toBe("words 203");
  expect(sections.words(204)?.textContent).toBe("words 204");
  expect(sections.words(205)).toBeUndefined();
  vi.runAllTimers();
  expect(told).toEqual([5, 3, 4]);
  expect(inPage()).toEqual(stretches.map((one) => one.text));
});

test("what is selected over several sections is all in the page", () => {
  const sections = new Sections(host, stretches, label, true, () => undefined);
  sections.fillBetween(100, 204);
  expect(inPage()).toEqual(stretches.map((one) => one.text));
});

test("a text that is taken away is not filled any more", () => {
  const told: number[] = [];
  const sections = new Sections(host, stretches, label, true, (section) => told.push(section));
  sections.remove();
  vi.runAllTimers();
  expect(told).toEqual([]);
  expect(inPage()).toEqual([]);
});
