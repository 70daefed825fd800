/** The shell: who is working, which screens there are, what was done, and the feed of what others do. */
import { QueryClientProvider } from "@tanstack/react-query";
import { useEffect, useRef, useState, type MouseEvent } from "react";
import { Refused } from "./api/client";
import { laid, queries, useStudy } from "./api/hooks";
import { follow, type Connection } from "./api/live";
import { AsItWas } from "./components/AsItWas";
import { KeySheet } from "./components/KeySheet";
import { later } from "./components/later";
import { Problem } from "./components/parts";
import { bringPreferences, getPreference } from "./components/prefs";
import { ScopeBar } from "./components/ScopeBar";
import { Said, useSay } from "./components/said";
import { Screens } from "./components/Screens";
import { UndoButtons, useUndo } from "./components/Undo";
import { Who } from "./components/Who";
import { composing } from "./lib/composing";
import { go, useAddress } from "./lib/router";
import { getThen, useThen } from "./lib/then";
import { t, type Key } from "./messages";

const Start = later(() => import("./pages/start"));

/** A screen; `apart`: reached from another one, not from the list of screens. */
interface Screen {
  path: string;
  name: Key;
  Page: unknown;
  apart?: true;
}

const SCREENS = [
  { path: "", name: "screen.overview", Page: later(() => import("./pages/overview")) },
  { path: "read", name: "screen.read", Page: later(() => import("./pages/read")) },
  { path: "import", name: "screen.import", Page: later(() => import("./pages/import")) },
  { path: "questions", name: "screen.questions", Page: later(() => import("./pages/questions")) },
  { path: "codebook", name: "screen.codebook", Page: later(() => import("./pages/codebook")) },
  { path: "retrieve", name: "screen.retrieve", Page: later(() => import("./pages/retrieve")) },
  { path: "compare", name: "screen.compare", Page: later(() => import("./pages/compare")) },
  { path: "framework", name: "screen.framework", Page: later(() => import("./pages/framework")) },
  { path: "bench", name: "screen.bench", Page: later(() => import("./pages/bench")) },
  { path: "themes", name: "screen.themes", Page: later(() => import("./pages/themes")) },
  { path: "agreement", name: "screen.agreement", Page: later(() => import("./pages/agreement")) },
  { path: "findings", name: "screen.findings", Page: later(() => import("./pages/findings")) },
  { path: "memos", name: "screen.memos", Page: later(() => import("./pages/memos")) },
  { path: "people", name: "screen.people", Page: later(() => import("./pages/people")) },
  { path: "report", name: "screen.report", Page: later(() => import("./pages/report")) },
  { path: "history", name: "screen.history", Page: later(() => import("./pages/history")) },
  { path: "study", name: "screen.study", Page: later(() => import("./pages/study")) },
  { path: "conflicts", name: "screen.conflicts", Page: later(() => import("./pages/conflicts")), apart: true },
] as const satisfies readonly Screen[];

const LISTED = SCREENS.filter((one) => !("apart" in one)).map(({ path, name, Page }) => ({ path, name, fetch: Page.fetch }));

export function App() {
  return (
    <QueryClientProvider client={queries}>
      <Said>
        <Shell />
      </Said>
    </QueryClientProvider>
  );
}

function Shell() {
  const study = useStudy();
  const { path } = useAddress();
  const [keys, setKeys] = useState(false);
  const [connection, setConnection] = useState<Connection>("here");
  const { tell } = useSay();
  const undo = useUndo();
  const then = useThen();
  const main = useRef<HTMLElement>(null);
  const screen = SCREENS.find((one) => one.path === (path[0] ?? "")) ?? SCREENS[0];
  const shown = useRef(screen);
  const noStudy = study.error instanceof Refused && study.error.code === "no-study";
  // What was known of a study that is closed now is not shown any more.
  const here = noStudy ? undefined : study.data;
  const members = here?.members;
  const me = here?.me.member?.id;

  useEffect(
    () =>
      follow(queries, laid, setConnection, (act) => {
        const name = members?.find((one) => one.id === act.by)?.name;
        if (name !== undefined && getThen() === null) tell(act.by === me ? t("app.ownDid") : t("app.otherDid", { name }));
      }),
    [members, me, tell],
  );

  useEffect(() => {
    const pressed = (key: KeyboardEvent) => {
      if (composing(key)) return;
      const target = key.target as HTMLElement;
      const writing = target.matches("input, textarea, select, [contenteditable]");
      if (key.key === "?" && !writing && getPreference("keys", "on") === "on") {
        key.preventDefault();
        setKeys(true);
      } else if ((key.ctrlKey || key.metaKey) && !writing && key.key.toLowerCase() === "z") {
        key.preventDefault();
        if (key.shiftKey) undo.redo();
        else undo.undo();
      }
    };
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  }, [undo]);

  useEffect(() => {
    if (noStudy) return; // the start screen says its own
    document.title = `${t(screen.name)} · ${here?.settings.title ?? t("app.name")}`;
  }, [screen, noStudy, here?.settings.title]);

  useEffect(() => {
    // A new screen is read from its beginning; the first one leaves the focus where the browser has it.
    if (shown.current !== screen) main.current?.focus({ preventScroll: true });
    shown.current = screen;
  }, [screen]);

  useEffect(() => {
    // Without an answer everything stays as it comes: covered, and single letters as commands.
    if (me !== undefined) bringPreferences().catch(() => undefined);
  }, [me]);

  return (
    <div className="shell">
      <a className="skip" href="#content" onClick={(event) => { event.preventDefault(); main.current?.focus(); }}>
        {t("app.skip")}
      </a>
      <header className="top">
        <p className="title">{here?.settings.title ?? t("app.name")}</p>
        <div className="row end">
          {!noStudy && then === null && <UndoButtons undo={undo} />}
          <button type="button" className="button plain" onClick={() => setKeys(true)}>
            {t("app.keys")} <kbd aria-hidden="true">?</kbd>
          </button>
          {here?.me.member && <span className="soft small">{t("app.as", { name: here.me.member.name })}</span>}
        </div>
        {!noStudy && <Screens screens={LISTED} here={screen.path} within={within} />}
      </header>
      {here?.me.member ? <ScopeBar study={here} /> : <span />}
      <main id="content" ref={main} tabIndex={-1}>
        {connection !== "here" && <p className="away" role="status">{t(connection === "out" ? "app.out" : "app.away")}</p>}
        <AsItWas />
        {noStudy && <Start />}
        {study.error !== null && !noStudy && <Problem error={study.error} again={() => void study.refetch()} />}
        {here?.me.member === null && then === null && <Who members={here.members} />}
        {here?.me.member && <screen.Page rest={path.slice(1)} study={here} />}
      </main>
      {keys && <KeySheet onClose={() => setKeys(false)} />}
    </div>
  );
}

/** Follow a link within the workbench without loading it anew. */
export function within(event: MouseEvent<HTMLAnchorElement>): void {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  go(event.currentTarget.pathname + event.currentTarget.search);
}
