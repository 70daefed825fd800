/**
 * Codings chosen as examples of a code: they say what is meant better than words about it, and read as they read now.
 *
 * A passage that is covered stays covered here until somebody asks for it.
 */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { read } from "../../api/client";
import { CodingsOf, Pickable } from "../../components/CodingsOf";
import { Dialog, Problem } from "../../components/parts";
import { fromCoding, Quotation } from "../../components/Quotation";
import { t } from "../../messages";
import type { Line, Run } from "./OneCode";

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
          <CodingsOf codes={[code]}>
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
