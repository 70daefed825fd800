/**
 * Where a code goes when it is dropped between two others, or moved a step by keys.
 *
 * A place is a parent with the order of what lies there first; codes that are not named follow as they stood, which is
 * what `code.order` does. Codes come parents before what lies under them, each with its depth.
 */
import type { Schemas } from "../../api/client";

type Line = Schemas["CodeLine"];

export interface Node {
  readonly id: string;
  readonly line: Line;
  readonly children: Node[];
}

/** Under which code (null: at the top), and in which order. */
export interface Placing {
  readonly parent: string | null;
  readonly order: readonly string[];
}

/**
 * The lines as a tree. A branch in which nothing changed is the same object as before, and is not drawn again: of
 * thousands of codes one is moved, or used once more.
 */
export function grown(codes: readonly Line[]): Node[] {
  const top: Node[] = [];
  const above: Node[] = [];
  for (const line of codes) {
    const node: Node = { id: line.code.id, line, children: [] };
    above.length = line.depth;
    (above.at(-1)?.children ?? top).push(node);
    above.push(node);
  }
  return top.map(kept);
}

const known = new WeakMap<Line, Node>();

function kept(node: Node): Node {
  const children = node.children.map(kept);
  const before = known.get(node.line);
  if (before?.children.length === children.length && children.every((one, at) => one === before.children[at])) return before;
  const now = { ...node, children };
  known.set(node.line, now);
  return now;
}

/** The code each one lies under as it is shown: a parent that was merged is the one it was merged into. */
export function parents(codes: readonly Line[]): Map<string, string | null> {
  const found = new Map<string, string | null>();
  const walk = (nodes: readonly Node[], parent: string | null) => {
    for (const node of nodes) {
      found.set(node.id, parent);
      walk(node.children, node.id);
    }
  };
  walk(grown(codes), null);
  return found;
}

/** Before or after another code. */
export function beside(codes: readonly Line[], moved: readonly string[], target: string, where: "before" | "after"): Placing {
  const above = parents(codes);
  const parent = above.get(target) ?? null;
  const order = codes.map((line) => line.code.id).filter((id) => above.get(id) === parent && !moved.includes(id));
  order.splice(order.indexOf(target) + (where === "after" ? 1 : 0), 0, ...moved);
  return { parent, order };
}

/** A step by Alt and an arrow; null where there is no step in that direction. */
export function stepped(codes: readonly Line[], code: string, key: string): Placing | null {
  const above = parents(codes);
  const parent = above.get(code) ?? null;
  const siblings = codes.map((line) => line.code.id).filter((id) => above.get(id) === parent);
  const at = siblings.indexOf(code);
  const before = siblings[at - 1];
  const after = siblings[at + 1];
  switch (key) {
    case "ArrowUp":
      return before === undefined ? null : beside(codes, [code], before, "before");
    case "ArrowDown":
      return after === undefined ? null : beside(codes, [code], after, "after");
    case "ArrowRight": {
      if (before === undefined) return null;
      const under = codes.map((line) => line.code.id).filter((id) => above.get(id) === before);
      return { parent: before, order: [...under, code] };
    }
    case "ArrowLeft":
      return parent === null ? null : beside(codes, [code], parent, "after");
    default:
      return null;
  }
}
