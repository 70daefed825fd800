/** The codebook: the tree, and what one code means, how it came to, and where it was used. */
import { useMemo, useState } from "react";
import { act, type Schemas } from "../../api/client";
import { queries, useCodebook } from "../../api/hooks";
import { Dialog, Empty, Problem } from "../../components/parts";
import { useSay } from "../../components/said";
import { go } from "../../lib/router";
import { t } from "../../messages";
import { CodeTree } from "./CodeTree";
import { OneCode } from "./OneCode";
import type { Placing } from "./places";
import "./codebook.css";

export default function Codebook({ rest, study }: { rest: readonly string[]; study: Schemas["StudyHere"] }) {
  const book = useCodebook();
  const { say, refuse } = useSay();
  const [typed, setTyped] = useState("");
  const [making, setMaking] = useState(false);
  const codes = useMemo(() => book.data?.codes ?? [], [book.data]);
  const chosen = codes.find((line) => line.code.id === rest[0]);
  const may = study.me.may.includes("code");
  const mayEdit = study.me.may.includes("edit");
  if (book.error !== null) return <Problem error={book.error} again={() => void book.refetch()} />;
  if (book.data === undefined) return <p className="empty soft">{t("app.loading")}</p>;

  const place = (moved: readonly string[], to: Placing) => {
    const name = codes.find((line) => line.code.id === moved[0])?.code.name ?? "";
    act("code.order", { codes: [...to.order], parent: to.parent })
      .then(() => {
        say(t("book.placed", { name, where: codes.find((line) => line.code.id === to.parent)?.path ?? t("book.top"), at: to.order.indexOf(moved[0] ?? "") + 1 }));
        return queries.invalidateQueries({ queryKey: ["codebook"] });
      })
      .catch(refuse);
  };
  const move = (code: string, parent: string | null) => {
    const name = codes.find((line) => line.code.id === code)?.code.name ?? "";
    act("code.move", { code, parent })
      .then(() => {
        say(t("book.moved", { name }));
        return queries.invalidateQueries({ queryKey: ["codebook"] });
      })
      .catch(refuse);
  };
  return (
    <div className="book">
      <div className="side tree">
        <h1>{t("screen.codebook")}</h1>
        <label className="field">
          <span>{t("book.filter")}</span>
          <input type="search" value={typed} onChange={(event) => setTyped(event.target.value)} />
        </label>
        {mayEdit && codes.length > 0 && <p id="book-keys" className="soft small">{t("book.keys")}</p>}
        {may && (
          <p>
            <button type="button" className="button" onClick={() => setMaking(true)}>{t("book.new")}</button>
          </p>
        )}
        {codes.length === 0 ? (
          <Empty title={t("book.none")}>{t("book.noneDetail")}</Empty>
        ) : (
          <CodeTree codes={codes} typed={typed} chosen={chosen?.code.id ?? null} onChoose={(code) => go(`/codebook/${code}`)} onPlace={mayEdit ? place : null} />
        )}
      </div>
      <div className="page" role="region" tabIndex={0} aria-label={chosen?.code.name ?? t("screen.codebook")}>
        {chosen === undefined ? (
          <p className="soft">{t("book.choose")}</p>
        ) : (
          <OneCode key={chosen.code.id} line={chosen} codes={codes} study={study} onMove={move} />
        )}
      </div>
      {making && <NewCode codes={codes} under={chosen?.code.id ?? ""} onClose={() => setMaking(false)} />}
    </div>
  );
}

function NewCode({ codes, under, onClose }: { codes: readonly Schemas["CodeLine"][]; under: string; onClose: () => void }) {
  const { say, refuse } = useSay();
  const [name, setName] = useState("");
  const [parent, setParent] = useState(under);
  const [definition, setDefinition] = useState("");
  const make = () => {
    act("code.add", { name, parent: parent === "" ? null : parent, definition })
      .then(async (done) => {
        await queries.invalidateQueries({ queryKey: ["codebook"] });
        say(t("book.made", { name }));
        onClose();
        go(`/codebook/${done.value}`);
      })
      .catch(refuse);
  };
  return (
    <Dialog title={t("book.new")} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          make();
        }}
      >
        <label className="field">
          <span>{t("book.name")}</span>
          <input type="text" required value={name} onChange={(event) => setName(event.target.value)} />
        </label>
        <label className="field">
          <span>{t("book.under")}</span>
          <select value={parent} onChange={(event) => setParent(event.target.value)}>
            <option value="">{t("book.top")}</option>
            {codes.map((line) => (
              <option key={line.code.id} value={line.code.id}>{line.path}</option>
            ))}
          </select>
        </label>
        <label className="field">
          <span>{t("book.definition")}</span>
          <textarea value={definition} onChange={(event) => setDefinition(event.target.value)} />
        </label>
        <div className="row">
          <button type="submit" className="button primary" disabled={name.trim() === ""}>{t("book.new")}</button>
          <button type="button" className="button" onClick={onClose}>{t("book.cancel")}</button>
        </div>
      </form>
    </Dialog>
  );
}
