/** What co-authors propose: each change with its difference, each comment with its words, to be taken or declined. */
import { useRef, useState } from "react";
import type { Schemas } from "../../../api/client";
import { useDoing } from "../../../components/doing";
import { difference } from "../../../lib/difference";
import { t } from "../../../messages";

const SHOWS = ["drafts", "draft"];

export function Proposals({ lines, may, before }: { lines: readonly Schemas["ProposalLine"][]; may: boolean; before: () => Promise<boolean> }) {
  const [decided, setDecided] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const open = lines.filter((one) => one.proposal.state === "open");
  const shown = decided ? lines : open;
  return (
    <section aria-labelledby="draft-proposals" className="proposals">
      <h2 id="draft-proposals" ref={heading} tabIndex={-1}>{t("draft.proposals", { count: open.length })}</h2>
      {lines.length === 0 && <p className="soft">{t("draft.noProposals")}</p>}
      {lines.length > open.length && (
        <label className="row tick">
          <input type="checkbox" checked={decided} onChange={(event) => setDecided(event.target.checked)} />
          <span>{t("draft.showDecided", { count: lines.length - open.length })}</span>
        </label>
      )}
      <ol className="list">
        {shown.map((one) => (
          <li key={one.proposal.id}>
            <OneProposal line={one} may={may} before={before} onDecided={() => heading.current?.focus()} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function OneProposal({ line, may, before, onDecided }: { line: Schemas["ProposalLine"]; may: boolean; before: () => Promise<boolean>; onDecided: () => void }) {
  const { run } = useDoing();
  const [reason, setReason] = useState("");
  const one = line.proposal;
  const who = one.by === "" ? t("draft.somebody") : one.by;
  const what = one.nature === "comment" ? "comment" : one.before === "" ? "new" : one.after === "" ? "out" : "change";
  const title = t(`draft.proposal.${what}`, { who });
  const decide = async (verb: "proposal.take" | "proposal.decline") => {
    // What is typed is saved first, so that a proposal finds its paragraph as one sees it.
    if (!(await before())) return;
    const done = await run(verb, { proposals: [one.id], reason }, { sentence: t(verb === "proposal.take" ? "draft.taken" : "draft.declined", { title }), shows: SHOWS });
    if (done !== null) onDecided();
  };
  return (
    <article className="proposal" aria-label={title} data-state={one.state}>
      <h3>{title}</h3>
      {one.nature === "comment" ? (
        <>
          {one.on !== "" && <p className="soft" dir="auto">{t("draft.commentOn", { words: one.on })}</p>}
          <p dir="auto">{one.words}</p>
        </>
      ) : (
        <p className="difference" dir="auto">
          {difference(one.before, one.after).map((part, at) =>
            part.kind === "gone" ? <del key={at}>{part.text}</del> : part.kind === "new" ? <ins key={at}>{part.text}</ins> : <span key={at}>{part.text}</span>,
          )}
        </p>
      )}
      {one.altered !== "" && <p className="altered">{t("draft.altered", { words: one.altered })}</p>}
      {one.state === "open" ? (
        may && (
          <div className="row">
            {line.takes && <button type="button" className="button" aria-label={t(one.nature === "comment" ? "draft.heedWhat" : "draft.takeWhat", { title })} onClick={() => void decide("proposal.take")}>{t(one.nature === "comment" ? "draft.heed" : "draft.take")}</button>}
            <button type="button" className="button" aria-label={t("draft.declineWhat", { title })} onClick={() => void decide("proposal.decline")}>{t("draft.decline")}</button>
            <label className="row grow reason">
              <span className="small">{t("draft.reason")}</span>
              <input type="text" value={reason} onChange={(event) => setReason(event.target.value)} />
            </label>
          </div>
        )
      ) : (
        <p className="soft small">{t(`draft.state.${one.state}`, { who: line.decided_by })} {one.reason}</p>
      )}
    </article>
  );
}
