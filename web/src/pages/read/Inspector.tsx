/** What lies where the reader looks: every coding, mark and memo there, each with what can be done to it. */
import { useState } from "react";
import type { Schemas } from "../../api/client";
import { MemoOn } from "../../components/MemoOn";
import { Patch } from "../../components/parts";
import { t } from "../../messages";
import { clip } from "../../transcript/points";
import type { Span } from "../../transcript/spans";
import type { Acts } from "./useActs";

type Coding = Schemas["CodingHere"];
type Mark = Schemas["MarkHere"];
type Memo = Schemas["MemoHere"];
type Code = Schemas["CodeLine"]["code"];

export function Inspector(props: {
  codings: readonly Coding[];
  marks: readonly Mark[];
  memos: readonly Memo[];
  /** All of the source: those of the selection are offered to be taken away. */
  notes: readonly Schemas["ContentNoteHere"][];
  code: (id: string) => Code | undefined;
  who: (member: string) => string;
  me: string;
  study: Schemas["StudyHere"];
  words: (span: Span) => string;
  selected: Span | null;
  current: string | null;
  acts: Acts;
  may: boolean;
  onCurrent: (id: string) => void;
  onMove: (coding: Coding, edge: "start" | "end", by: "forward" | "backward") => void;
  onNextOf: (coding: Coding, back: boolean) => void;
}) {
  const { codings, marks, memos, selected } = props;
  const notes = selected === null ? [] : props.notes.filter((one) => one.place === "whole" || (one.start < selected.end && selected.start < one.end));
  return (
    <section aria-labelledby="here">
      <h2 id="here" tabIndex={-1}>
        {t("read.here")}
      </h2>
      {codings.length + marks.length + memos.length + notes.length === 0 && <p className="soft">{t("read.hereNone")}</p>}
      {codings.map((coding) => (
        <One key={coding.id} {...props} coding={coding} />
      ))}
      {marks.map((mark) => (
        <OneMark key={mark.id} mark={mark} {...props} />
      ))}
      {memos.map((memo) => (
        <OneMemo key={memo.id} memo={memo} {...props} />
      ))}
      {notes.map((note) => (
        <article key={note.id} className="laid" aria-label={t("read.contentIs", { about: note.about })}>
          <h3>{t("read.contentIs", { about: note.about })}</h3>
          {note.note !== "" && <p>{note.note}</p>}
          {props.may && <button type="button" className="button danger" onClick={() => void props.acts.removeContentNote(note.id)}>{t("read.remove")}</button>}
        </article>
      ))}
    </section>
  );
}

type Shared = Parameters<typeof Inspector>[0];

function One({ coding, ...props }: Shared & { coding: Coding }) {
  const { acts, may } = props;
  const code = props.code(coding.code);
  const name = code?.name ?? "…";
  const [comment, setComment] = useState(coding.comment);
  const [weight, setWeight] = useState(String(coding.weight));
  const [before, setBefore] = useState(coding);
  if (before !== coding) {
    setBefore(coding);
    setComment(coding.comment);
    setWeight(String(coding.weight));
  }
  return (
    <article className="laid" aria-label={t("read.coding", { name, who: props.who(coding.member) })}>
      <h3>
        {code && <Patch code={code} />}
        <button
          type="button"
          className="button plain"
          aria-current={props.current === coding.id ? "true" : undefined}
          onClick={() => props.onCurrent(coding.id)}
        >
          {name}
        </button>
      </h3>
      <p className="soft small">
        {props.who(coding.member)}
        {coding.stance === "no" && ` · ${t("read.notSo")}`}
        {coding.unreviewed && ` · ${t("read.unreviewed")}`}
      </p>
      <p className="small">“{clip(props.words(coding))}”</p>
      {may && props.current === coding.id && (
        <>
          <label className="field">
            <span>{t("read.comment")}</span>
            <textarea
              value={comment}
              onChange={(event) => setComment(event.target.value)}
              onBlur={() => {
                if (comment !== coding.comment) void acts.comment(coding.id, comment);
              }}
            />
          </label>
          <label className="field">
            <span>{t("read.weight")}</span>
            <input
              type="number"
              min={0}
              max={100}
              value={weight}
              onChange={(event) => setWeight(event.target.value)}
              onBlur={() => {
                const next = Number(weight);
                if (next !== coding.weight) void acts.weigh(coding.id, next);
              }}
            />
          </label>
          <p>
            <label className="row">
              <input
                type="checkbox"
                checked={coding.stance === "no"}
                onChange={(event) => void acts.stance(coding.id, event.target.checked ? "no" : "yes")}
              />
              {t("read.notSo")}
            </label>
          </p>
          <div className="row">
            {coding.unreviewed && (
              <button type="button" className="button primary" onClick={() => void acts.accept(coding.id)}>
                {t("read.accept")}
              </button>
            )}
            <button
              type="button"
              className="button"
              disabled={props.selected === null}
              onClick={() => {
                const span = props.selected;
                if (span !== null) void acts.resize(coding.id, span, clip(props.words(span)));
              }}
            >
              {t("read.resizeTo")}
            </button>
            {(
              [
                ["start", "backward", "read.startBack", "⇤"],
                ["start", "forward", "read.startOn", "↦"],
                ["end", "backward", "read.endBack", "↤"],
                ["end", "forward", "read.endOn", "⇥"],
              ] as const
            ).map(([edge, by, key, sign]) => (
              <button key={key} type="button" className="button" title={t(key)} aria-label={t(key)} onClick={() => props.onMove(coding, edge, by)}>
                {sign}
              </button>
            ))}
            <button type="button" className="button danger" onClick={() => void acts.remove(coding.id)}>
              {t("read.remove")}
            </button>
          </div>
        </>
      )}
      {props.current === coding.id && <div id="memo-here"><MemoOn on={{ kind: "coding", id: coding.id }} study={props.study} level={4} /></div>}
      {props.current === coding.id && (
        <div className="row step">
          <button type="button" className="button plain" onClick={() => props.onNextOf(coding, true)}>{t("read.beforeOf", { name })}</button>
          <button type="button" className="button plain" onClick={() => props.onNextOf(coding, false)}>{t("read.nextOf", { name })}</button>
        </div>
      )}
    </article>
  );
}

function OneMark({ mark, ...props }: Shared & { mark: Mark }) {
  const [note, setNote] = useState(mark.note);
  return (
    <article className="laid" aria-label={t("read.markBy", { who: props.who(mark.member) })}>
      <h3>
        <button type="button" className="button plain" onClick={() => props.onCurrent(mark.id)}>
          {t("read.markBy", { who: props.who(mark.member) })}
        </button>
      </h3>
      <p className="small">“{clip(props.words(mark))}”</p>
      {!props.may && mark.note !== "" && <p>{mark.note}</p>}
      {props.may && (
        <>
          <label className="field">
            <span>{t("read.note")}</span>
            <textarea
              value={note}
              onChange={(event) => setNote(event.target.value)}
              onBlur={() => {
                if (note !== mark.note) void props.acts.note(mark.id, note);
              }}
            />
          </label>
          <button type="button" className="button danger" onClick={() => void props.acts.removeMark(mark.id)}>
            {t("read.remove")}
          </button>
        </>
      )}
    </article>
  );
}

/** A memo on a passage. A descriptive one says in other words what is said there: a paraphrase. */
function OneMemo({ memo, ...props }: Shared & { memo: Memo }) {
  const [text, setText] = useState(memo.text);
  const [before, setBefore] = useState(memo.text);
  if (before !== memo.text) {
    setBefore(memo.text);
    setText(memo.text);
  }
  const label = t(memo.nature === "descriptive" ? "read.paraphraseBy" : "read.memoBy", { who: props.who(memo.member) });
  const mine = props.may && memo.member === props.me;
  return (
    <article className="laid" aria-label={label}>
      <h3>
        <button type="button" className="button plain" aria-current={props.current === memo.id ? "true" : undefined} onClick={() => props.onCurrent(memo.id)}>{label}</button>
      </h3>
      <p className="small">“{clip(props.words(memo))}”</p>
      {memo.title !== "" && <p><strong>{memo.title}</strong></p>}
      {!mine && <p>{memo.text}</p>}
      {mine && (
        <>
          <label className="field">
            <span>{t(memo.nature === "descriptive" ? "read.paraphrase" : "read.memoText")}</span>
            <textarea
              value={text}
              onChange={(event) => setText(event.target.value)}
              onBlur={() => {
                if (text !== memo.text && text.trim() !== "") void props.acts.memo(memo.id, text);
              }}
            />
          </label>
          <button type="button" className="button danger" onClick={() => void props.acts.removeMemo(memo.id)}>{t("read.remove")}</button>
        </>
      )}
    </article>
  );
}
