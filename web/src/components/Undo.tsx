/** Undo and redo, with what they will take back or bring back said beforehand. */
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { plain, read, type Schemas } from "../api/client";
import { queries } from "../api/hooks";
import { t } from "../messages";
import { useSay } from "./said";

export function useUndo() {
  const next = useQuery({ queryKey: ["history", "next"], queryFn: () => read("/api/history/next") });
  const { say, refuse } = useSay();
  const ahead = next.data;
  return useMemo(() => {
    const turn = (path: "/api/undo" | "/api/redo", what: string | undefined) => {
      plain("POST", path, {}, path === "/api/undo" ? {} : undefined)
        .then((found) => {
          say(t(path === "/api/undo" ? "did.undone" : "did.redone", { what: what ?? (found as Schemas["Turned"][])[0]?.what ?? "" }));
          return queries.invalidateQueries();
        })
        .catch(refuse);
    };
    return { next: ahead, undo: () => turn("/api/undo", ahead?.undo?.what), redo: () => turn("/api/redo", ahead?.redo?.what) };
  }, [ahead, say, refuse]);
}

export function UndoButtons({ undo }: { undo: ReturnType<typeof useUndo> }) {
  const { next } = undo;
  return (
    <>
      <button type="button" className="button plain" disabled={!next?.undo} title={next?.undo?.what} onClick={undo.undo}>
        {t("app.undo")}
        {next?.undo && <span className="apart">: {next.undo.what}</span>}
      </button>
      <button type="button" className="button plain" disabled={!next?.redo} title={next?.redo?.what} onClick={undo.redo}>
        {t("app.redo")}
        {next?.redo && <span className="apart">: {next.redo.what}</span>}
      </button>
    </>
  );
}
