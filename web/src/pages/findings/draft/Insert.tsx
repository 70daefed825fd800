/** Putting a reference in: a quotation that is kept, a claim, a table or figure of the report, or the literature. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask, read } from "../../../api/client";
import { Covered } from "../../../components/Covered";
import { Dialog, Problem } from "../../../components/parts";
import { t } from "../../../messages";
import { partName } from "../../report/jobs";
import { keysOf, short } from "./marks";

const KINDS = ["quote", "claim", "table", "figure", "cite"] as const;
type Kind = (typeof KINDS)[number];

interface Choice {
  readonly written: string;
  readonly words: string;
  readonly about: string;
  readonly covered: readonly string[];
}

export function Insert({ bibliography, onPut, onClose }: { bibliography: string; onPut: (written: string) => void; onClose: () => void }) {
  const [kind, setKind] = useState<Kind>("quote");
  const [sought, setSought] = useState("");
  const found = useQuery({ queryKey: ["claims", "to put in", kind, kind === "cite" ? bibliography : ""], queryFn: () => choices(kind, bibliography), staleTime: 0 });
  const wanted = sought.trim().toLocaleLowerCase();
  const shown = (found.data ?? []).filter((one) => wanted === "" || `${one.words} ${one.about}`.toLocaleLowerCase().includes(wanted));
  return (
    <Dialog title={t("draft.put")} onClose={onClose}>
      <div className="row fields">
        <label className="field">
          <span>{t("draft.putWhat")}</span>
          <select value={kind} onChange={(event) => setKind(event.target.value as Kind)}>
            {KINDS.map((one) => <option key={one} value={one}>{t(`draft.kind.${one}`)}</option>)}
          </select>
        </label>
        <label className="field grow">
          <span>{t("draft.putSearch")}</span>
          <input type="search" value={sought} onChange={(event) => setSought(event.target.value)} />
        </label>
      </div>
      {found.error !== null && <Problem error={found.error} again={() => void found.refetch()} />}
      {found.isPending && <p className="soft">{t("app.loading")}</p>}
      {found.data !== undefined && shown.length === 0 && <p className="soft">{t(found.data.length > 0 ? "draft.putNothing" : `draft.putNone.${kind}`)}</p>}
      <ul className="list puts" aria-label={t("draft.putChoices")}>
        {shown.map((one) => (
          <li key={one.written}>
            {one.covered.length > 0 ? <Covered about={one.covered}><span dir="auto">{one.words}</span></Covered> : <span dir="auto">{one.words}</span>}
            {one.about !== "" && <span className="soft small">{one.about}</span>}
            <button type="button" className="button" aria-label={t("draft.putThis", { what: one.covered.length > 0 ? one.written : one.words })} onClick={() => onPut(one.written)}>{t("draft.putIt")}</button>
          </li>
        ))}
      </ul>
      <button type="button" className="button" onClick={onClose}>{t("app.close")}</button>
    </Dialog>
  );
}

async function choices(kind: Kind, bibliography: string): Promise<Choice[]> {
  switch (kind) {
    case "quote":
      return (await ask("quotations", {})).quotations.map((one) => ({
        written: `{quote:${short(one.id)}}`, words: `“${one.printed}”`, about: [...one.participants, one.code, one.status].filter((words) => words !== "").join(" · "), covered: one.covered,
      }));
    case "claim":
      return (await ask("claims", {})).standings.map((one) => ({ written: `{claim:${short(one.claim)}}`, words: one.sentence, about: t(`ledger.status.${one.status}`), covered: [] }));
    case "cite":
      return keysOf(bibliography).map((key) => ({ written: `[@${key}]`, words: key, about: "", covered: [] }));
    default:
      return (await read("/api/reports")).parts.map((part) => ({ written: `{${kind}:${part}}`, words: partName(part), about: "", covered: [] }));
  }
}
