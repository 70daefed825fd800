/**
 * The tree of codes: only the rows in view are in the page, so that thousands of codes cost no more than thirty.
 *
 * A code is moved by dragging it on another, or with keys: Tab to its handle, Enter, arrows to where it shall lie, Enter.
 */
import { useMemo, useState } from "react";
import { Button, Collection, ListLayout, Tree, TreeItem, TreeItemContent, useDragAndDrop, Virtualizer, type Key } from "react-aria-components";
import type { Schemas } from "../../api/client";
import { Patch } from "../../components/parts";
import { matching } from "../../lib/fuzzy";
import { t } from "../../messages";

type Line = Schemas["CodeLine"];
interface Node {
  readonly id: string;
  readonly line: Line;
  readonly children: Node[];
}

const ROW = 34;

export function CodeTree(props: {
  codes: readonly Line[];
  typed: string;
  chosen: string | null;
  onChoose: (code: string) => void;
  onMove: ((code: string, parent: string | null) => void) | null;
}) {
  const { codes, typed, chosen, onChoose, onMove } = props;
  const tree = useMemo(() => grown(codes), [codes]);
  const found = useMemo<Node[]>(
    () => (typed.trim() === "" ? tree : matching(typed.trim(), codes, (line) => line.path).map((line) => ({ id: line.code.id, line, children: [] }))),
    [tree, codes, typed],
  );
  const [closed, setClosed] = useState<ReadonlySet<Key>>(new Set());
  const expanded = useMemo(() => codes.map((line) => line.code.id).filter((id) => !closed.has(id)), [codes, closed]);
  const { dragAndDropHooks } = useDragAndDrop({
    isDisabled: onMove === null,
    getItems: (keys) => [...keys].map((key) => ({ "crosscase-code": String(key) })),
    acceptedDragTypes: ["crosscase-code"],
    getDropOperation: () => "move",
    shouldAcceptItemDrop: () => true,
    onItemDrop: (drop) => {
      void taken(drop.items).then((moved) => moved.forEach((code) => onMove?.(code, String(drop.target.key))));
    },
    onRootDrop: (drop) => {
      void taken(drop.items).then((moved) => moved.forEach((code) => onMove?.(code, null)));
    },
  });

  const row = (node: Node) => (
    <TreeItem id={node.id} textValue={node.line.code.name} className="code-row">
      <TreeItemContent>
        {({ hasChildItems, isExpanded, level }) => (
          <div className="code-cell" style={{ paddingInlineStart: `${(level - 1) * 1.25}rem` }}>
            {onMove !== null && (
              <Button slot="drag" className="handle" aria-label={t("book.drag", { name: node.line.code.name })}>
                ⠿
              </Button>
            )}
            {hasChildItems ? (
              <Button slot="chevron" className="handle" aria-label={t("book.open", { name: node.line.code.name })}>
                {isExpanded ? "▾" : "▸"}
              </Button>
            ) : (
              <span className="handle" />
            )}
            <Patch code={node.line.code} />
            <span className={node.line.code.retired ? "code-name soft" : "code-name"}>{typed.trim() === "" ? node.line.code.name : node.line.path}</span>
            <span className="num small soft">{node.line.codings}</span>
          </div>
        )}
      </TreeItemContent>
      <Collection items={node.children}>{row}</Collection>
    </TreeItem>
  );
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ rowSize: ROW }}>
      <Tree
        aria-label={t("book.tree")}
        className="codes"
        items={found}
        selectionMode="single"
        selectionBehavior="replace"
        selectedKeys={chosen === null ? [] : [chosen]}
        onSelectionChange={(keys) => {
          const [key] = keys === "all" ? [] : [...keys];
          if (key !== undefined) onChoose(String(key));
        }}
        expandedKeys={expanded}
        onExpandedChange={(keys) => setClosed(new Set(codes.map((line) => line.code.id).filter((id) => !keys.has(id))))}
        dragAndDropHooks={dragAndDropHooks}
      >
        {row}
      </Tree>
    </Virtualizer>
  );
}

interface Item {
  kind: string;
  getText?: (type: string) => Promise<string>;
}

async function taken(items: readonly unknown[]): Promise<string[]> {
  const found = await Promise.all((items as Item[]).map((item) => item.getText?.("crosscase-code") ?? Promise.resolve("")));
  return found.filter((one) => one !== "");
}

/** The lines, parents before what lies under them, as a tree. */
export function grown(codes: readonly Line[]): Node[] {
  const top: Node[] = [];
  const above: Node[] = [];
  for (const line of codes) {
    const node: Node = { id: line.code.id, line, children: [] };
    above.length = line.depth;
    (above.at(-1)?.children ?? top).push(node);
    above.push(node);
  }
  return top;
}
