/**
 * The start screen: what can be done while no study is open.
 *
 * Each way in has an address of its own, so that the browser's Back works. What goes wrong is said beside what was asked.
 */
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { plain, read, type Schemas } from "../../api/client";
import { queries } from "../../api/hooks";
import { within } from "../../app";
import { Backups } from "../../components/Backups";
import { Folders, inFolder } from "../../components/Folders";
import { Problem } from "../../components/parts";
import { useSay } from "../../components/said";
import { useAddress } from "../../lib/router";
import { moment, t } from "../../messages";
import { New } from "./New";
import { arrived, openStudy } from "./opening";
import { OpenOne } from "./OpenOne";
import "./start.css";

const WAYS = ["new", "open", "restore", "demo"] as const;
type Way = (typeof WAYS)[number];
const isWay = (name: string | undefined): name is Way => WAYS.some((one) => one === name);

export default function Start() {
  const { path } = useAddress();
  const way = path[0] === "start" && isWay(path[1]) ? path[1] : null;
  const found = useQuery({ queryKey: ["start"], queryFn: () => read("/api/start") });
  const heading = useRef<HTMLHeadingElement>(null);
  const first = useRef(true);
  useEffect(() => {
    document.title = `${t(way === null ? "start.title" : `start.${way}`)} · ${t("app.name")}`;
    if (!first.current) heading.current?.focus();
    first.current = false;
  }, [way]);

  return (
    <div className="page start" role="region" tabIndex={0} aria-label={t("start.title")}>
      {way !== null && (
        <p>
          <a href="/" onClick={within}><span aria-hidden="true">←</span> {t("start.back")}</a>
        </p>
      )}
      <h1 ref={heading} tabIndex={-1}>{t(way === null ? "start.title" : `start.${way}`)}</h1>
      {found.error !== null && <Problem error={found.error} again={() => void found.refetch()} />}
      {found.data !== undefined && (
        <>
          {way === null && <Ways start={found.data} />}
          {way === "new" && <New start={found.data} />}
          {way === "open" && <OpenFile start={found.data} />}
          {way === "restore" && <Restore start={found.data} />}
          {way === "demo" && <Demonstration start={found.data} />}
        </>
      )}
    </div>
  );
}

function Ways({ start }: { start: Schemas["StartHere"] }) {
  const { say, refuse } = useSay();
  const forget = (one: Schemas["Recent"]) => {
    plain("POST", "/api/start/forget", {}, { path: one.path })
      .then(() => {
        say(t("start.forgotten", { name: one.name }));
        return queries.invalidateQueries({ queryKey: ["start"] });
      })
      .catch(refuse);
  };
  return (
    <>
      <p>{t("start.here")}</p>
      <div className="sides">
        <section>
          <h2>{t("start.what")}</h2>
          <ul className="list ways">
            {WAYS.filter((way) => way !== "demo" || start.demonstration).map((way) => (
              <li key={way}>
                <a href={`/start/${way}`} onClick={within}>
                  <strong>{t(`start.${way}`)}</strong>
                  <span>{t(`start.${way}What`)}</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
        <section>
          <h2>{t("start.recent")}</h2>
          {start.recent.length === 0 && <p className="soft">{t("start.recentNone")}</p>}
          <ul className="list recent">
            {start.recent.map((one) => (
              <li key={one.path}>
                {one.there ? <OpenOne path={one.path} name={one.name} /> : <p>{one.name}: {t("start.gone")}</p>}
                <p className="soft small path">{one.path} · {t("start.opened", { when: moment(one.when) })}</p>
                <button type="button" className="button plain small" aria-label={t("start.forget", { name: one.name })} onClick={() => forget(one)}>
                  {t("start.forgetShort")}
                </button>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </>
  );
}

function OpenFile({ start }: { start: Schemas["StartHere"] }) {
  const [chosen, setChosen] = useState("");
  return (
    <div className="narrow">
      {chosen !== "" && (
        <section className="aside">
          <p className="path">{chosen}</p>
          <OpenOne key={chosen} path={chosen} name={t("start.openIt")} primary />
        </section>
      )}
      <Folders folder={start.folder} onFolder={() => setChosen("")} onStudy={setChosen} />
    </div>
  );
}

function Restore({ start }: { start: Schemas["StartHere"] }) {
  const { say } = useSay();
  const [chosen, setChosen] = useState("");
  const [error, setError] = useState<unknown>(null);
  const name = chosen.split(/[/\\]/u).at(-1) ?? chosen;
  if (chosen === "")
    return (
      <div className="narrow">
        <h2>{t("start.whichStudy")}</h2>
        <ul className="list names">
          {start.recent.map((one) => (
            <li key={one.path}>
              <button type="button" className="button" onClick={() => setChosen(one.path)}>{one.name}</button>{" "}
              <span className="soft small path">{one.path}</span>
            </li>
          ))}
        </ul>
        <Folders folder={start.folder} onFolder={() => undefined} onStudy={setChosen} />
      </div>
    );
  return (
    <>
      <h2>{t("start.backups", { name })}</h2>
      <p className="soft small path">{chosen}</p>
      {error !== null && <Problem error={error} />}
      <Backups
        path={chosen}
        name={name}
        onRestored={(made, passphrase) => {
          say(t("start.restored", { when: moment(made) }));
          openStudy(chosen, passphrase).catch(setError);
        }}
      />
      <p>
        <button type="button" className="button" onClick={() => setChosen("")}>{t("start.whichStudy")}</button>
      </p>
    </>
  );
}

function Demonstration({ start }: { start: Schemas["StartHere"] }) {
  const [folder, setFolder] = useState(start.folder);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const path = inFolder(folder, "demonstration.crosscase");
  return (
    <div className="narrow">
      <p>{t("start.demoWhat")}</p>
      <p className="path">{t("start.demoPlace", { path })}</p>
      {error !== null && <Problem error={error} />}
      <p>
        <button
          type="button"
          className="button primary"
          disabled={busy}
          onClick={() => {
            setBusy(true);
            setError(null);
            plain("POST", "/api/start/demonstration", {}, { path })
              .then((made) => arrived(made as Schemas["StudyHere"]))
              .catch((failed: unknown) => {
                setBusy(false);
                setError(failed);
              });
          }}
        >
          {t(busy ? "start.writing" : "start.writeDemo")}
        </button>
      </p>
      <details>
        <summary>{t("start.otherFolder")}</summary>
        <Folders folder={start.folder} onFolder={(here) => setFolder(here.path)} />
      </details>
    </div>
  );
}
