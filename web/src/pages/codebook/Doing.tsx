/** What can be done with a code as a whole, each with what it touches said before it is done. */
import { useState } from "react";
import { act } from "../../api/client";
import { CodePicker } from "../../components/CodePicker";
import { Dialog } from "../../components/parts";
import { useSay } from "../../components/said";
import { go } from "../../lib/router";
import { t } from "../../messages";
import type { Line, Run } from "./OneCode";
import { parents } from "./places";
import { Split } from "./Split";

type Asking = "move" | "merge" | "split" | "retire" | { into: Line["code"]; count: number } | { remove: Record<string, number> };

export function Doing({ line, codes, run, onMove }: { line: Line; codes: readonly Line[]; run: Run; onMove: (code: string, parent: string | null) => void }) {
  const { code } = line;
  const { refuse } = useSay();
  const [asking, setAsking] = useState<Asking | null>(null);
  const close = () => setAsking(null);
  const below = under(codes, code.id);
  const others = codes.filter((one) => one.code.id !== code.id);
  return (
    <section>
      <p>
        <label className="row">
          <input type="checkbox" checked={code.category} onChange={(event) => void run("code.take_up", { code: code.id, category: event.target.checked }, t("did.saved"))} />
          {t("book.category")}
        </label>
      </p>
      <div className="row">
        <button type="button" className="button" onClick={() => setAsking("move")}>{t("book.move")}</button>
        <button type="button" className="button" onClick={() => setAsking("merge")}>{t("book.merge")}</button>
        <button type="button" className="button" disabled={line.codings + line.unreviewed === 0} onClick={() => setAsking("split")}>{t("book.split")}</button>
        <button type="button" className="button" onClick={() => (code.retired ? void run("code.retire", { code: code.id, retired: false }, t("book.unretired", { name: code.name })) : setAsking("retire"))}>
          {t(code.retired ? "book.unretire" : "book.retire")}
        </button>
        <button type="button" className="button danger" onClick={() => void act("code.remove", { code: code.id }, { trial: true }).then((found) => setAsking({ remove: found.value }), refuse)}>
          {t("book.remove")}
        </button>
      </div>
      {asking === "move" && (
        <Dialog title={t("book.moveTo")} onClose={close}>
          <p className="soft small">{t("book.moveWhat", { codes: below.size, codings: line.codings })}</p>
          <label className="field">
            <span>{t("book.under")}</span>
            <select
              value={code.parent ?? ""}
              onChange={(event) => {
                onMove(code.id, event.target.value === "" ? null : event.target.value);
                close();
              }}
            >
              <option value="">{t("book.top")}</option>
              {others.filter((one) => !below.has(one.code.id)).map((one) => (
                <option key={one.code.id} value={one.code.id}>{one.path}</option>
              ))}
            </select>
          </label>
          <button type="button" className="button" onClick={close}>{t("book.cancel")}</button>
        </Dialog>
      )}
      {asking === "merge" && (
        <CodePicker
          title={t("book.mergeInto")}
          codes={others}
          recent={[]}
          onClose={close}
          onChoose={(into) => void act("code.merge", { code: code.id, into: into.id }, { trial: true }).then((found) => setAsking({ into, count: found.value }), refuse)}
        />
      )}
      {asking === "split" && <Split line={line} codes={codes} run={run} onClose={close} />}
      {asking === "retire" && (
        <Sure
          title={t("book.retire")}
          words={t("book.retireWhat", { count: line.codings, name: code.name })}
          onClose={close}
          onYes={() => void run("code.retire", { code: code.id, retired: true }, t("book.retiredDid", { name: code.name }))}
        />
      )}
      {asking !== null && typeof asking === "object" && "into" in asking && (
        <Sure
          title={t("book.mergeInto")}
          words={t("book.mergeWhat", { count: asking.count, name: asking.into.name })}
          onClose={close}
          onYes={() => void run("code.merge", { code: code.id, into: asking.into.id }, t("book.merged", { name: code.name, into: asking.into.name })).then((done) => { if (done) go(`/codebook/${asking.into.id}`); })}
        />
      )}
      {asking !== null && typeof asking === "object" && "remove" in asking && (
        <Sure
          title={t("book.remove")}
          words={t("book.removeWhat", { what: Object.entries(asking.remove).map(([kind, count]) => `${count} × ${kind.replaceAll("_", " ")}`).join(", ") })}
          onClose={close}
          onYes={() => void run("code.remove", { code: code.id }, t("book.removed", { name: code.name })).then((done) => { if (done) go("/codebook"); })}
        />
      )}
    </section>
  );
}

function Sure({ title, words, onYes, onClose }: { title: string; words: string; onYes: () => void; onClose: () => void }) {
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{words}</p>
      <div className="row">
        <button type="button" className="button danger" onClick={() => { onYes(); onClose(); }}>{t("book.doIt")}</button>
        <button type="button" className="button" onClick={onClose}>{t("book.cancel")}</button>
      </div>
    </Dialog>
  );
}

/** Everything that lies under a code, at any depth. */
function under(codes: readonly Line[], code: string): ReadonlySet<string> {
  const above = parents(codes);
  const found = new Set<string>();
  for (const line of codes) {
    const parent = above.get(line.code.id);
    if (parent === code || (parent != null && found.has(parent))) found.add(line.code.id);
  }
  return found;
}
