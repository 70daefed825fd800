/**
 * The head of a theme on the board, which puts it before or after the one beside it: by two buttons, or Alt with an arrow.
 *
 * What a careful reader would get wrong: the board is drawn anew in another order, and whatever had the focus may lose it
 * on the way; so the focus is put back on the theme that was moved.
 */
import type { KeyboardEvent } from "react";
import { within } from "../../app";
import { useDoing } from "../../components/doing";
import { useSay } from "../../components/said";
import { t } from "../../messages";
import type { Line } from "./flags";

export function Head({ line, lines, may }: { line: Line; lines: readonly Line[]; may: boolean }) {
  const { run } = useDoing();
  const { say } = useSay();
  const { id, label, parent } = line.theme;
  const beside = lines.filter((one) => one.theme.parent === parent).map((one) => one.theme.id);
  const Heading = line.depth === 0 ? "h2" : "h3";
  const mayMove = may && beside.length > 1;

  const move = async (by: 1 | -1) => {
    const to = beside.indexOf(id) + by;
    if (to < 0 || to >= beside.length) {
      say(t(by < 0 ? "themes.isFirst" : "themes.isLast", { name: label }));
      return;
    }
    const order = beside.filter((one) => one !== id);
    order.splice(to, 0, id);
    const had = document.activeElement?.getAttribute("data-order") ?? "";
    const sentence = t("themes.ordered", { name: label, at: to + 1, all: beside.length });
    const done = await run("theme.order", { themes: order }, { sentence, shows: ["themes"] });
    if (done !== null) requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-order="${had}"]`)?.focus());
  };
  const pressed = (key: KeyboardEvent) => {
    if (!mayMove || !key.altKey || key.ctrlKey || key.metaKey || (key.key !== "ArrowUp" && key.key !== "ArrowDown")) return;
    key.preventDefault();
    void move(key.key === "ArrowUp" ? -1 : 1);
  };
  return (
    // The keys are those of the link and the buttons in it.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="pile-head" onKeyDown={pressed}>
      <Heading>
        <a href={`/themes/${id}`} data-order={id} aria-keyshortcuts={mayMove ? "Alt+ArrowUp Alt+ArrowDown" : undefined} onClick={within}>{label}</a>
      </Heading>
      {mayMove && (
        <span className="order">
          <button type="button" className="button plain" data-order={`${id} up`} title={t("themes.up")} aria-label={t("themes.upName", { name: label })} onClick={() => void move(-1)}>↑</button>
          <button type="button" className="button plain" data-order={`${id} down`} title={t("themes.down")} aria-label={t("themes.downName", { name: label })} onClick={() => void move(1)}>↓</button>
        </span>
      )}
    </div>
  );
}
