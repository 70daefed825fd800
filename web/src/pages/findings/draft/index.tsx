/** Findings › Draft: which draft, and the one that is open. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask, type Schemas } from "../../../api/client";
import { within } from "../../../app";
import { useDoing } from "../../../components/doing";
import { Empty, Problem } from "../../../components/parts";
import { go } from "../../../lib/router";
import { t } from "../../../messages";
import { Editor } from "./Editor";
import "./draft.css";

const SHOWS = ["drafts"];

export default function Drafts({ open, may }: { open: string; may: boolean }) {
  const found = useQuery({ queryKey: ["drafts"], queryFn: () => ask("drafts", {}) });
  const drafts = found.data?.drafts ?? [];
  const here = open === "" ? (drafts[0]?.id ?? "") : open;
  return (
    <>
      <p>{t("draft.lead")}</p>
      {found.error !== null && <Problem error={found.error} again={() => void found.refetch()} />}
      {found.isPending && <p className="soft">{t("app.loading")}</p>}
      {found.data !== undefined && drafts.length === 0 && <Empty title={t("draft.none")}>{t(may ? "draft.noneDetail" : "draft.noneRead")}</Empty>}
      {drafts.length > 1 && <Which drafts={drafts} here={here} />}
      {here !== "" && <One key={here} draft={here} may={may} />}
      {found.data !== undefined && may && <Begin first={drafts.length === 0} />}
    </>
  );
}

function Which({ drafts, here }: { drafts: readonly Schemas["DraftLine"][]; here: string }) {
  return (
    <nav aria-label={t("draft.list")}>
      <ul className="row list">
        {drafts.map((one) => (
          <li key={one.id}>
            <a className="button" href={`/findings/draft/${one.id}`} aria-current={one.id === here ? "true" : undefined} onClick={within}>
              {one.name}{one.open > 0 && ` (${t("draft.open", { count: one.open })})`}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function One({ draft, may }: { draft: string; may: boolean }) {
  const found = useQuery({ queryKey: ["draft", draft], queryFn: () => ask("draft", { draft }) });
  if (found.error !== null) return <Problem error={found.error} again={() => void found.refetch()} />;
  return found.data === undefined ? <p className="soft">{t("app.loading")}</p> : <Editor here={found.data} may={may} />;
}

function Begin({ first }: { first: boolean }) {
  const { run } = useDoing();
  const [name, setName] = useState("");
  return (
    <form
      className="row begin"
      aria-label={t("draft.begin")}
      onSubmit={(event) => {
        event.preventDefault();
        void run("draft.add", { name, text: "" }, { sentence: t("draft.begun", { name }), shows: SHOWS }).then((done) => {
          if (done === null) return;
          setName("");
          go(`/findings/draft/${done.value}`);
        });
      }}
    >
      <label className="field">
        <span>{t(first ? "draft.nameFirst" : "draft.name")}</span>
        <input type="text" value={name} onChange={(event) => setName(event.target.value)} />
      </label>
      <button type="submit" className="button" disabled={name.trim() === ""}>{t("draft.begin")}</button>
    </form>
  );
}
