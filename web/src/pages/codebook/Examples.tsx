/**
 * Codings chosen as examples of a code: they say what is meant better than words about it, and read as they read now.
 *
 * A passage that is covered stays covered here until somebody asks for it.
 */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { plain, read, type Schemas } from "../../api/client";
import { Dialog, Problem } from "../../components/parts";
import { fromCoding, Quotation } from "../../components/Quotation";
import { t } from "../../messages";
import type { Line, Run } from "./OneCode";

type OneCoding = Schemas["Quotation"];
const A_PAGE = 50;

export function Examples({ line, may, run }: { line: Line; may: boolean; run: Run }) {
  const code = line.code.id;
  const [choosing, setChoosing] = useState(false);
  const found = useQuery({ queryKey: ["examples", code], queryFn: () => read("/api/codebook/{code}/examples", { path: { code } }) });
  const chosen = new Map((found.data ?? []).map((one) => [one.quotation.coding.id, one.link]));
  return (
    <section aria-labelledby="examples">
      <h2 id="examples">{t("examples.title")}</h2>
      {found.error !== null && <Problem error={found.error} again={() => void found.refetch()} />}
      {found.data?.length === 0 && <p className="soft">{t("examples.none")}</p>}
      <ul className="list">
        {(found.data ?? []).map((one) => (
          <li key={one.link} className="laid">
            <Quotation quoted={fromCoding(one.quotation)} />
            {may && <button type="button" className="button" onClick={() => void run("link.remove", { link: one.link }, t("examples.removed"))}>{t("examples.remove")}</button>}
          </li>
        ))}
      </ul>
      {may && line.codings > 0 && <button type="button" className="button" onClick={() => setChoosing(true)}>{t("examples.choose")}</button>}
      {choosing && (
        <Dialog title={t("examples.chooseTitle", { name: line.code.name })} onClose={() => setChoosing(false)}>
          <CodingsOf code={code}>
            {(quotation) => {
              const link = chosen.get(quotation.coding.id);
              const toggle = () =>
                link === undefined
                  ? run("link.add", { from_kind: "code", from_thing: code, to_kind: "coding", to_thing: quotation.coding.id, relation: "example" }, t("examples.added"))
                  : run("link.remove", { link }, t("examples.removed"));
              return (
                <Pickable quotation={quotation} chosen={link !== undefined} onChoose={() => void toggle()} />
              );
            }}
          </CodingsOf>
          <button type="button" className="button primary" onClick={() => setChoosing(false)}>{t("app.close")}</button>
        </Dialog>
      )}
    </section>
  );
}

/** The codings of a code, page by page, each shown as it is told. */
export function CodingsOf({ code, children }: { code: string; children: (quotation: OneCoding) => React.ReactNode }) {
  const [offset, setOffset] = useState(0);
  const found = useQuery({
    queryKey: ["examples", "codings", code, offset],
    queryFn: async () => (await plain("POST", "/api/ask/codings", {}, { codes: [code], offset, limit: A_PAGE })) as Schemas["Quotations"],
  });
  if (found.error !== null) return <Problem error={found.error} again={() => void found.refetch()} />;
  if (found.data === undefined) return <p className="soft">{t("app.loading")}</p>;
  const { total, quotations } = found.data;
  return (
    <>
      <ul className="list choose">{quotations.map((one) => <li key={one.coding.id} className="laid">{children(one)}</li>)}</ul>
      {total > A_PAGE && (
        <div className="row">
          <button type="button" className="button" disabled={offset === 0} onClick={() => setOffset(offset - A_PAGE)}>{t("marked.before")}</button>
          <span className="small num">{t("examples.range", { from: offset + 1, to: offset + quotations.length, all: total })}</span>
          <button type="button" className="button" disabled={offset + A_PAGE >= total} onClick={() => setOffset(offset + A_PAGE)}>{t("marked.next")}</button>
        </div>
      )}
    </>
  );
}

/** A coding with its words, to be chosen. */
export function Pickable({ quotation, chosen, onChoose }: { quotation: OneCoding; chosen: boolean; onChoose: (chosen: boolean) => void }) {
  const { coding } = quotation;
  return (
    <div className="pickable">
      <input type="checkbox" aria-label={t("examples.pick", { source: coding.source, member: coding.member, start: coding.start })} checked={chosen} onChange={(event) => onChoose(event.target.checked)} />
      <Quotation quoted={fromCoding(quotation)}>
        <p className="soft small">{coding.member}</p>
      </Quotation>
    </div>
  );
}
