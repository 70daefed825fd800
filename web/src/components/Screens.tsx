/**
 * The list of screens; where there is little room, a button that opens it.
 *
 * What a careful reader would get wrong: whoever goes to a screen is taken to its content and the list closes behind them;
 * whoever leaves the list with Escape is back on the button.
 */
import { useId, useRef, useState, type MouseEvent } from "react";
import { useCramped } from "../lib/narrow";
import { composing } from "../lib/composing";
import { t, type Key } from "../messages";

interface Listed {
  readonly path: string;
  readonly name: Key;
  readonly fetch: () => unknown;
}

export function Screens({ screens, here, within }: { screens: readonly Listed[]; here: string; within: (event: MouseEvent<HTMLAnchorElement>) => void }) {
  const folds = useCramped();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const list = useId();
  const now = screens.find((one) => one.path === here);
  return (
    // The key is that of the button and the links in it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <nav
      aria-label={t("app.navigation")}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !folds || !open || composing(event.nativeEvent)) return;
        setOpen(false);
        button.current?.focus();
      }}
    >
      {folds && (
        <button ref={button} type="button" className="button" aria-expanded={open} aria-controls={list} onClick={() => setOpen(!open)}>
          {now === undefined ? t("app.navigation") : t("app.screen", { name: t(now.name) })} <span aria-hidden="true">{open ? "▴" : "▾"}</span>
        </button>
      )}
      <ul id={list} hidden={folds && !open}>
        {screens.map((one) => (
          <li key={one.path}>
            <a
              href={`/${one.path}`}
              aria-current={one.path === here ? "page" : undefined}
              onClick={(event) => {
                setOpen(false);
                within(event);
              }}
              onPointerEnter={one.fetch}
              onFocus={one.fetch}
            >
              {t(one.name)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
