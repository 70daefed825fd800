/** One discussion, as far as it has come: one's own position, who has handed in, all positions, the outcome, and dissent beside it. */
import { useEffect, useId, useRef, useState } from "react";
import { act, type Schemas } from "../../api/client";
import { useDoing } from "../../components/doing";
import { KeptField } from "../../components/KeptField";
import { useSay } from "../../components/said";
import { useThen } from "../../lib/then";
import { t } from "../../messages";

type Held = Schemas["Held"];
const SHOWS = ["discussions"];

/** `here`: somebody came for this one; the focus goes to it. */
export function OneDiscussion({ held, about, study, here = false }: { held: Held; about: string; study: Schemas["StudyHere"]; here?: boolean }) {
  const { discussion } = held;
  const { state } = discussion;
  const title = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!here) return undefined;
    // After a screen was changed its main part has the focus first.
    const frame = requestAnimationFrame(() => heading.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, [here]);
  const me = study.me.member?.id ?? "";
  const names = (ids: readonly string[]) => ids.map((id) => study.members.find((one) => one.id === id)?.name ?? "").join(", ");
  const mine = held.positions.find((one) => one.member === me);
  const may = useThen() === null;
  const leads = study.me.may.includes("code") && (discussion.member === me || study.me.may.includes("edit"));
  const waiting = held.asked.filter((one) => !held.handed_in.includes(one));
  const draft = mine !== undefined && !mine.handed_in;
  const shown = held.positions.filter((one) => one.handed_in);
  return (
    <section className="discussion" aria-labelledby={title}>
      <h2 id={title} ref={heading} tabIndex={-1}>{discussion.question}</h2>
      <p className="soft small">{[about === "" ? "" : t("discuss.aboutWhat", { what: about }), t(`discuss.state.${state}`)].filter((one) => one !== "").join(" · ")}</p>
      <p className="small">
        {held.handed_in.length === 0 ? t("discuss.handedInNone") : t("discuss.handedIn", { names: names(held.handed_in) })} {waiting.length > 0 && t("discuss.waiting", { names: names(waiting) })}
      </p>
      {state === "writing" && leads && may && <Asked held={held} study={study} />}
      {state !== "writing" && (
        <>
          <h3>{t("discuss.positions")}</h3>
          {shown.map((one) => (
            <div key={one.id} className="position">
              <h4>{names([one.member])}</h4>
              <p className="told">{one.words}</p>
            </div>
          ))}
        </>
      )}
      {mine !== undefined && may && (state === "writing" || draft) && <Mine held={held} mine={mine} />}
      {state === "writing" && may && (mine !== undefined || leads) && held.handed_in.length > 0 && <Show held={held} waiting={waiting.length === 0 ? "" : names(waiting)} opener={discussion.member === me} />}
      {discussion.outcome !== "" && (
        <>
          <h3>{t("discuss.outcome")}</h3>
          <p className="told">{discussion.outcome}</p>
        </>
      )}
      {shown.filter((one) => one.dissent.trim() !== "").map((one) => (
        <div key={one.id} className="position apart-from-it">
          <h3>{t("discuss.dissent")}: {t("discuss.dissentOf", { name: names([one.member]) })}</h3>
          <p className="told">{one.dissent}</p>
        </div>
      ))}
      {state !== "writing" && leads && may && <Words key={`outcome ${discussion.outcome}`} label={t("discuss.writeOutcome")} words={discussion.outcome} button={t(state === "closed" ? "discuss.again" : "discuss.close")} onSave={(outcome, run) => run("discussion.close", { discussion: discussion.id, outcome }, { sentence: t("discuss.closed"), shows: SHOWS })} />}
      {state !== "writing" && mine !== undefined && !draft && may && <Words key={`dissent ${mine.dissent}`} label={t("discuss.writeDissent")} words={mine.dissent} button={t("discuss.saveDissent")} onSave={(words, run) => run("position.dissent", { discussion: discussion.id, words }, { sentence: t("discuss.dissented"), shows: SHOWS })} />}
    </section>
  );
}

/**
 * Who is asked, to be changed while positions are being written.
 *
 * What a careful reader would get wrong: whoever has begun to write stays asked, because what they wrote is theirs. Whether
 * somebody has is not told here; trying it says so.
 */
function Asked({ held, study }: { held: Held; study: Schemas["StudyHere"] }) {
  const { run } = useDoing();
  const [more, setMore] = useState("");
  const discussion = held.discussion.id;
  const nameOf = (id: string) => study.members.find((one) => one.id === id)?.name ?? "";
  const others = study.members.filter((one) => one.nature === "person" && (one.merged_into ?? null) === null && !held.asked.includes(one.id));
  const open = held.asked.filter((one) => !held.handed_in.includes(one));
  if (others.length === 0 && held.asked.length < 2) return null;
  return (
    <details className="who-is-asked">
      <summary>{t("discuss.whoIsAsked")}</summary>
      <ul className="list">
        {open.map((one) => (
          <li key={one} className="row">
            <span>{nameOf(one)}</span>
            {held.asked.length > 1 && <button type="button" className="button" aria-label={t("discuss.releaseWho", { name: nameOf(one) })} onClick={() => void run("discussion.release", { discussion, members: [one] }, { sentence: t("discuss.released", { name: nameOf(one) }), shows: SHOWS })}>{t("discuss.release")}</button>}
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <form
          className="row fields"
          onSubmit={(event) => {
            event.preventDefault();
            void run("discussion.invite", { discussion, members: [more] }, { sentence: t("discuss.invited", { name: nameOf(more) }), shows: SHOWS }).then((done) => { if (done !== null) setMore(""); });
          }}
        >
          <label className="field">
            <span>{t("discuss.askToo")}</span>
            <select value={more} onChange={(event) => setMore(event.target.value)}>
              <option value="">{t("discuss.pick")}</option>
              {others.map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}
            </select>
          </label>
          <button type="submit" className="button" disabled={more === ""}>{t("discuss.invite")}</button>
        </form>
      )}
    </details>
  );
}

function Mine({ held, mine }: { held: Held; mine: Schemas["Position"] }) {
  const { run } = useDoing();
  const { refuse } = useSay();
  const help = useId();
  const discussion = held.discussion.id;
  const writing = held.discussion.state === "writing";
  const keep = async (words: string): Promise<boolean> => {
    try {
      await act("position.write", { discussion, words });
      return true;
    } catch (error) {
      refuse(error);
      return false;
    }
  };
  return (
    <div className="settle">
      {mine.handed_in ? (
        <>
          <h3>{t("discuss.mine")}</h3>
          <p className="told">{mine.words}</p>
          <button type="button" className="button" onClick={() => void run("position.hand_in", { discussion, handed_in: false }, { sentence: t("discuss.tookBack"), shows: SHOWS })}>{t("discuss.back")}</button>
        </>
      ) : (
        <>
          {writing ? <KeptField label={t("discuss.mine")} words={mine.words} describedBy={help} onSave={keep} /> : <p className="told">{mine.words}</p>}
          <p id={help} className="soft small">{t(writing ? "discuss.mineHelp" : "discuss.draft")}</p>
          <button type="button" className="button primary" onClick={() => void run("position.hand_in", { discussion }, { sentence: t("discuss.handedInMine"), shows: SHOWS })}>{t("discuss.handIn")}</button>
        </>
      )}
    </div>
  );
}

/** Showing all together; before everybody has handed in, only who opened the discussion can, and says why. */
function Show({ held, waiting, opener }: { held: Held; waiting: string; opener: boolean }) {
  const { run } = useDoing();
  const [because, setBecause] = useState("");
  if (waiting !== "" && !opener) return null;
  return (
    <form
      className="row fields show-all"
      onSubmit={(event) => {
        event.preventDefault();
        void run("discussion.show", { discussion: held.discussion.id }, { sentence: t("discuss.shown"), shows: SHOWS, because });
      }}
    >
      {waiting !== "" && (
        <label className="field wide">
          <span>{t("discuss.showWhy", { waiting })}</span>
          <input type="text" required value={because} onChange={(event) => setBecause(event.target.value)} />
        </label>
      )}
      <button type="submit" className="button" disabled={waiting !== "" && because.trim() === ""}>{t("discuss.show")}</button>
    </form>
  );
}

function Words({ label, words, button, onSave }: { label: string; words: string; button: string; onSave: (words: string, run: ReturnType<typeof useDoing>["run"]) => Promise<unknown> }) {
  const { run } = useDoing();
  const [typed, setTyped] = useState(words);
  return (
    <form
      className="settle"
      onSubmit={(event) => {
        event.preventDefault();
        void onSave(typed, run);
      }}
    >
      <label className="field">
        <span>{label}</span>
        <textarea value={typed} onChange={(event) => setTyped(event.target.value)} />
      </label>
      <button type="submit" className="button" disabled={typed === words || (typed.trim() === "" && words === "")}>{button}</button>
    </form>
  );
}
