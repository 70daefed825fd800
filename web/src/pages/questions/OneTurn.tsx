/**
 * One turn beside the question it asks or seems to ask. By keyboard: arrows go from turn to turn, Enter accepts the proposal,
 * Delete takes a question away, and the arrow to the right goes to the choice by hand.
 *
 * What a careful reader would get wrong: a choice is kept when it is left or Enter is pressed, not at each arrow that passes
 * over an option, or every option that was passed would be an act of its own.
 */
import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from "react";
import type { Schemas } from "../../api/client";
import { within } from "../../app";
import { Covered } from "../../components/Covered";
import { useDoing } from "../../components/doing";
import { t } from "../../messages";
import { questionName, SHOWS, titleOf, type Guides } from "./guides";

const score = new Intl.NumberFormat(undefined, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
type Turn = Schemas["AskingTurn"];

export function OneTurn({ turn, source, guide, guides, may, here, followRef, onHere, onWalk }: {
  turn: Turn; source: string; guide: string; guides: Guides; may: boolean; here: boolean;
  /** Whether the focus goes along to the turn that is here next. */
  followRef: RefObject<boolean>;
  onHere: () => void; onWalk: (by: number) => void;
}) {
  const { run } = useDoing();
  const item = useRef<HTMLLIElement>(null);
  const select = useRef<HTMLSelectElement>(null);
  const mapped = turn.question !== null || turn.topic !== null;
  const seems = mapped ? null : turn.proposal;
  const short = turn.words.length > 60 ? `${turn.words.slice(0, 60)} …` : turn.words;
  const nameOf = (value: string): string => {
    const question = guides.instruments.flatMap((one) => one.questions).find((one) => `q:${one.question.id}` === value);
    return question === undefined ? (guides.topics.find((one) => `t:${one.topic.id}` === value)?.topic.name ?? t("turns.nothing")) : questionName(question.question);
  };
  const now = turn.question !== null ? `q:${turn.question}` : turn.topic !== null ? `t:${turn.topic}` : "";
  const map = (value: string) => {
    if (value === now) return;
    followRef.current = true;
    const given = value.startsWith("q:") ? { question: value.slice(2), topic: "" } : value.startsWith("t:") ? { topic: value.slice(2), question: "" } : { question: "", topic: "" };
    void run("turn.map", { turns: [turn.turn], ...given }, { sentence: value === "" ? t("turns.takenAway", { words: short }) : t("turns.said", { words: short, name: nameOf(value) }), shows: SHOWS });
  };
  const walk = (by: number) => {
    followRef.current = true;
    onWalk(by);
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.target !== item.current || event.altKey || event.ctrlKey || event.metaKey) return;
    const keys: Record<string, () => void> = {
      ArrowDown: () => walk(1),
      ArrowUp: () => walk(-1),
      ...(may && seems !== null ? { Enter: () => map(`q:${seems.question}`) } : {}),
      ...(may && mapped ? { Delete: () => map("") } : {}),
      ...(may ? { ArrowRight: () => select.current?.focus() } : {}),
    };
    const meant = keys[event.key];
    if (meant === undefined) return;
    event.preventDefault();
    meant();
  };
  useEffect(() => {
    if (!here || !followRef.current) return;
    followRef.current = false;
    item.current?.focus();
  }, [here, followRef]);
  return (
    // An item of the list is walked to by keys; what is in it can be reached by Tab and by mouse as well.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/no-noninteractive-tabindex
    <li ref={item} className="one-turn" tabIndex={here ? 0 : -1} aria-label={t("turns.one", { words: short, question: mapped ? nameOf(now) : seems === null ? t("turns.nothing") : t("turns.seemsTo", { name: questionName(seems), score: score.format(seems.score) }) })} onFocus={onHere} onKeyDown={pressed}>
      <div>
        <p className="turn-words"><span className="soft small">{turn.who}</span> <Covered about={turn.covered}>{turn.words}</Covered></p>
        {turn.answer !== null && <p className="turn-answer small"><span className="soft">{turn.answer.who}</span> <Covered about={turn.answer.covered}>{turn.answer.words}</Covered></p>}
        <p className="row small">
          <a href={`/read/${source}?from=${turn.start}&to=${turn.start}`} aria-label={t("turns.openWhat", { words: short })} onClick={within}>{t("turns.open")}</a>
          {may && turn.answer !== null && (
            <label className="row tight">
              <input
                type="checkbox" checked={turn.answer.declined} aria-label={t("turns.declinedWho", { who: turn.answer.who })}
                onChange={(event) => void run("turn.declined", { turns: [turn.answer?.turn ?? ""], declined: event.target.checked }, { sentence: t(event.target.checked ? "turns.didDecline" : "turns.didNotDecline", { who: turn.answer?.who ?? "" }), shows: SHOWS })}
              />
              {t("turns.declined")}
            </label>
          )}
        </p>
      </div>
      <div>
        {mapped && <p><strong>{nameOf(now)}</strong></p>}
        {seems !== null && (
          <>
            <p><strong>{questionName(seems)}</strong></p>
            <p className="soft small">{t("turns.score", { score: score.format(seems.score), why: seems.why })}</p>
          </>
        )}
        {!mapped && seems === null && <p className="soft">{t("turns.noProposal")}</p>}
        {may && (
          <div className="row">
            {seems !== null && <button type="button" className="button primary" aria-label={t("turns.acceptWhat", { name: questionName(seems), words: short })} onClick={() => map(`q:${seems.question}`)}>{t("turns.accept")}</button>}
            <ByHand ref={select} now={now} label={t("turns.byHandWhat", { words: short })} guide={guide} guides={guides} onChoose={map} onBack={() => item.current?.focus()} />
          </div>
        )}
      </div>
    </li>
  );
}

function ByHand({ ref, now, label, guide, guides, onChoose, onBack }: {
  ref: RefObject<HTMLSelectElement | null>; now: string; label: string; guide: string; guides: Guides; onChoose: (value: string) => void; onBack: () => void;
}) {
  const [value, setValue] = useState(now);
  const [before, setBefore] = useState(now);
  if (before !== now) {
    setBefore(now);
    setValue(now);
  }
  // The guide it was held with stands first; items of questionnaires are asked on paper.
  const instruments = guides.instruments.filter((one) => one.questions.some(({ question }) => question.nature === "open")).toSorted((one, two) => Number(two.instrument.id === guide) - Number(one.instrument.id === guide));
  return (
    <select
      ref={ref} className="by-hand" aria-label={label} value={value}
      onChange={(event) => setValue(event.target.value)}
      onBlur={() => onChoose(value)}
      onKeyDown={(event) => {
        if (event.key === "Enter") {
          event.preventDefault();
          onChoose(value);
          onBack();
        } else if (event.key === "Escape" || event.key === "ArrowLeft") {
          event.preventDefault();
          setValue(now);
          onBack();
        }
      }}
    >
      <option value="">{t("turns.nothing")}</option>
      {instruments.map((one) => (
        <optgroup key={one.instrument.id} label={titleOf(one)}>
          {one.questions.filter(({ question }) => question.nature === "open").map(({ question }) => <option key={question.id} value={`q:${question.id}`}>{questionName(question)}</option>)}
        </optgroup>
      ))}
      <optgroup label={t("turns.onlyTopic")}>
        {guides.topics.map((one) => <option key={one.topic.id} value={`t:${one.topic.id}`}>{one.topic.name}</option>)}
      </optgroup>
    </select>
  );
}
