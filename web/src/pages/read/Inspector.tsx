/** What lies where the reader looks: every coding and mark there, each with what can be done to it. */
import { useState } from "react";
import type { Schemas } from "../../api/client";
import { Patch } from "../../components/parts";
import { t } from "../../messages";
import { clip } from "../../transcript/points";
import type { Span } from "../../transcript/spans";
import type { Acts } from "./useActs";

type Coding = Schemas["CodingHere"];
type Mark = Schemas["MarkHere"];
type Code = Schemas["CodeLine"]["code"];

export function Inspector(props: {
  codings: readonly Coding[];
  marks: readonly Mark[];
  code: (id: string) => Code | undefined;
  who: (member: string) => string;
  words: (span: Span) => string;
  selected: Span | null;
  current: string | null;
  acts: Acts;
  may: boolean;
  onCurrent: (id: string) => void;
  onMove: (coding: Coding, edge: "start" | "end", by: "forward" | "backward") => void;
}) {
  const { codings, marks } = props;
  return (
    <section aria-labelledby="here">
      <h2 id="here" tabIndex={-1}>
        {t("read.here")}
      </h2>
      {codings.length === 0 && marks.length === 0 && <p className="soft">{t("read.hereNone")}</p>}
      {codings.map((coding) => (
        <One key={coding.id} {...props} coding={coding} />
      ))}
      {marks.map((mark) => (
        <OneMark key={mark.id} mark={mark} {...props} />
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
