/**
 * The tree of codes: only the rows in view are in the page, so that thousands of codes cost no more than thirty.
 *
 * A code is moved by dragging it on another or between two; with keys by Tab to its handle, Enter, arrows, Enter; or at
 * once with Alt and an arrow: up and down among its siblings, right under the one above, left out to where its parent is.
 */
import { useMemo, useState, type KeyboardEvent } from "react";
import { Button, Collection, DropIndicator, ListLayout, Tree, TreeItem, TreeItemContent, useDragAndDrop, Virtualizer, type Key } from "react-aria-components";
import type { Schemas } from "../../api/client";
import { Patch } from "../../components/parts";
import { useSay } from "../../components/said";
import { matching } from "../../lib/fuzzy";
import { t } from "../../messages";
import { beside, grown, stepped, type Node, type Placing } from "./places";

type Line = Schemas["CodeLine"];

const ROW = 34;

export function CodeTree(props: {
  codes: readonly Line[];
  typed: string;
  chosen: string | null;
  onChoose: (code: string) => void;
  onPlace: ((moved: readonly string[], to: Placing) => void) | null;
}) {
  const { codes, typed, chosen, onChoose, onPlace } = props;
  const { say } = useSay();
  const looking = typed.trim() !== "";
  const tree = useMemo(() => grown(codes), [codes]);
  const found = useMemo<Node[]>(
    () => (looking ? matching(typed.trim(), codes, (line) => line.path).map((line) => ({ id: line.code.id, line, children: [] })) : tree),
    [tree, codes, typed, looking],
  );
  const [closed, setClosed] = useState<ReadonlySet<Key>>(new Set());
  const expanded = useMemo(() => codes.map((line) => line.code.id).filter((id) => !closed.has(id)), [codes, closed]);
  const { dragAndDropHooks } = useDragAndDrop({
    isDisabled: onPlace === null || looking,
    getItems: (keys) => [...keys].map((key) => ({ "text/plain": codes.find((line) => line.code.id === key)?.code.name ?? "" })),
    getDropOperation: () => "move",
    onMove: (event) => {
      const moved = [...event.keys].map(String);
      const target = String(event.target.key);
      if (event.target.dropPosition === "on") onPlace?.(moved, { parent: target, order: moved });
      else onPlace?.(moved, beside(codes, moved, target, event.target.dropPosition));
    },
    renderDropIndicator: (target) => <DropIndicator target={target} className="between" />,
  });
  const pressed = (key: KeyboardEvent) => {
    if (!key.altKey || key.ctrlKey || key.metaKey || chosen === null || onPlace === null || looking || !key.key.startsWith("Arrow")) return;
    key.preventDefault();
    key.stopPropagation();
    const to = stepped(codes, chosen, key.key);
    if (to === null) say(t("book.noStep"));
    else onPlace([chosen], to);
  };

  const row = (node: Node) => (
    <TreeItem id={node.id} textValue={node.line.code.name} className="code-row">
      <TreeItemContent>
        {({ hasChildItems, isExpanded, level }) => (
          <div className="code-cell" style={{ paddingInlineStart: `${(level - 1) * 1.25}rem` }}>
            {onPlace !== null && !looking && (
              <Button slot="drag" className="handle" aria-label={t("book.drag", { name: node.line.code.name })}>
                ⠿
              </Button>
            )}
            {hasChildItems ? (
              <Button slot="chevron" className="handle" aria-label={t("book.open")}>
                {isExpanded ? "▾" : "▸"}
              </Button>
            ) : (
              <span className="handle" />
            )}
            <Patch code={node.line.code} />
            <span className={node.line.code.retired ? "code-name soft" : "code-name"}>{looking ? node.line.path : node.line.code.name}</span>
            <span className="num small soft" aria-hidden="true">{node.line.codings}</span>
            <span className="apart">{t("book.rowCodings", { count: node.line.codings })}</span>
          </div>
        )}
      </TreeItemContent>
      <Collection items={node.children}>{row}</Collection>
    </TreeItem>
  );
  return (
    // Keys of the tree itself come first; only Alt with an arrow, which means nothing to it, is taken before.
    <div className="treebox" role="group" aria-label={t("book.tree")} aria-describedby={onPlace === null ? undefined : "book-keys"} onKeyDownCapture={pressed}>
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
    </div>
  );
}
