// @vitest-environment jsdom
import { beforeEach, expect, it } from "vitest";
import { Places } from "../src/transcript/places";
import { stretchesOf } from "../src/transcript/stretches";

const TEXT = "One 🙂 here.\n\nTwo 👨‍👩‍👧 there.\n\nThree.";
const stretches = stretchesOf(TEXT, [], []);
let host: HTMLElement;
let places: Places;

beforeEach(() => {
  document.body.innerHTML = "";
  host = document.createElement("div");
  const words = stretches.map((stretch, at) => {
    const row = document.createElement("div");
    const label = document.createElement("span");
    label.textContent = "label";
    const element = document.createElement("p");
    element.dataset["stretch"] = String(at);
    element.append(document.createTextNode(stretch.text));
    row.append(label, element);
    host.append(row);
    return element;
  });
  document.body.append(host);
  places = new Places(stretches, (at) => words[at]);
});

function selecting(from: [Node, number], to: [Node, number]): string | null {
  const selection = getSelection();
  selection?.setBaseAndExtent(from[0], from[1], to[0], to[1]);
  const span = places.span(selection, host);
  return span === null ? null : [...TEXT].slice(span.start, span.end).join("");
}
const text = (at: number): Text => {
  const node = places.text(at);
  if (node === null) throw new Error("it has words");
  return node;
};

it("reads a selection in words, either way round", () => {
  expect(selecting([text(0), 0], [text(0), 6])).toBe("One 🙂");
  expect(selecting([text(0), 6], [text(0), 0])).toBe("One 🙂");
});

it("grows to whole characters", () => {
  expect(selecting([text(0), 0], [text(0), 5])).toBe("One 🙂");
  expect(selecting([text(1), 6], [text(1), 12])).toBe("👨‍👩‍👧");
});

it("reads ends in labels and elements, as a triple click leaves them", () => {
  const rows = host.children;
  expect(selecting([text(0), 0], [rows[1] as Element, 0])).toBe("One 🙂 here.");
  expect(selecting([rows[0] as Element, 0], [rows[2] as Element, 0])).toBe("One 🙂 here.\n\nTwo 👨‍👩‍👧 there.");
  expect(selecting([(rows[0] as Element).firstChild?.firstChild as Node, 2], [text(0), 3])).toBe("One");
  expect(selecting([host, 0], [host, 3])).toBe(TEXT);
});

it("gives nothing for a selection without words, or elsewhere", () => {
  expect(selecting([text(0), 3], [text(0), 4])).toBeNull();
  expect(selecting([text(0), 3], [text(0), 3])).toBeNull();
  const other = document.createElement("p");
  other.textContent = "elsewhere";
  document.body.append(other);
  expect(selecting([other, 0], [other, 1])).toBeNull();
});

it("finds the place of every code point, and back", () => {
  stretches.forEach((stretch, at) => {
    for (let point = stretch.start; point < stretch.end; point += 1) {
      expect(places.place(point, "start").stretch).toBe(at);
      expect(places.point(places.place(point, "start"), "start")).toBeLessThanOrEqual(point);
    }
    expect(places.place(stretch.end, "end")).toEqual({ stretch: at, unit: stretch.text.length });
  });
});
