/** Choosing a folder, or a study in one, of this machine: a browser cannot, so the server lists them by name. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { read, type Schemas } from "../api/client";
import { t } from "../messages";
import { Problem } from "./parts";

export const inFolder = (folder: string, name: string) => `${folder.replace(/[/\\]$/u, "")}/${name}`;
const last = (path: string) => path.split(/[/\\]/u).filter((part) => part !== "").at(-1) ?? path;

export function Folders({ folder, onFolder, onStudy }: {
  folder: string;
  onFolder: (here: Schemas["FolderHere"]) => void;
  /** Without it only folders are listed. */
  onStudy?: (path: string) => void;
}) {
  const [at, setAt] = useState(folder);
  const [typed, setTyped] = useState(folder);
  const found = useQuery({
    queryKey: ["folder", at],
    queryFn: async () => {
      const here = await read("/api/start/folder", { query: at === "" ? {} : { path: at } });
      onFolder(here);
      setTyped(here.path);
      return here;
    },
    retry: false,
    gcTime: 0,
    placeholderData: (before: Schemas["FolderHere"] | undefined) => before,
  });
  const here = found.data;
  return (
    <div className="folders">
      <form className="row" onSubmit={(event) => { event.preventDefault(); setAt(typed); }}>
        <label className="field grow">
          <span>{t("start.folder")}</span>
          <input type="text" spellCheck={false} value={typed} onChange={(event) => setTyped(event.target.value)} />
        </label>
        <button type="submit" className="button">{t("start.folderGo")}</button>
      </form>
      {found.error !== null && <Problem error={found.error} />}
      {here !== undefined && (
        <>
          {here.synced !== "" && <p className="note">{t("start.synced", { by: here.synced })}</p>}
          {onStudy && (
            <section>
              <h3>{t("start.studies", { name: last(here.path) })}</h3>
              {here.studies.length === 0 && <p className="soft">{t("start.studiesNone")}</p>}
              <ul className="list names">
                {here.studies.map((name) => (
                  <li key={name}>
                    <button type="button" className="button" onClick={() => onStudy(inFolder(here.path, name))}>{name}</button>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <section>
            <h3>{t("start.folders", { name: last(here.path) })}</h3>
            <ul className="list names">
              {here.parent !== here.path && (
                <li>
                  <button type="button" className="button plain" onClick={() => setAt(here.parent)}>
                    <span aria-hidden="true">↑</span> {t("start.folderUp", { name: last(here.parent) })}
                  </button>
                </li>
              )}
              {here.folders.map((name) => (
                <li key={name}>
                  <button type="button" className="button plain" onClick={() => setAt(inFolder(here.path, name))}>
                    <span aria-hidden="true">▸</span> {name}
                  </button>
                </li>
              ))}
            </ul>
            {here.folders.length === 0 && <p className="soft">{t("start.foldersNone")}</p>}
          </section>
        </>
      )}
    </div>
  );
}
