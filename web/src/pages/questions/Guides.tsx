/**
 * Guides and questionnaires in their versions, each with its questions in order.
 *
 * What a careful reader would get wrong: a rewritten guide is a version of its own with questions of its own, because what
 * was asked with the old one stays true. Changing the words of a question changes them for everybody who was asked.
 */
import { useState } from "react";
import { within } from "../../app";
import { useDoing } from "../../components/doing";
import { Empty, Problem } from "../../components/parts";
import { t } from "../../messages";
import { questionName, SHOWS, titleOf, useGuides, type Instrument, type Topic } from "./guides";
import { HeldWith } from "./HeldWith";
import { InstrumentForm, VersionForm } from "./InstrumentForm";
import { QuestionForm } from "./QuestionForm";

type Asking = { what: "instrument"; of: Instrument | null } | { what: "version"; of: Instrument } | { what: "held"; of: Instrument } | { what: "question"; of: Instrument; question: string } | null;

export default function Guides({ may }: { may: boolean }) {
  const guides = useGuides();
  const [asking, setAsking] = useState<Asking>(null);
  const close = () => setAsking(null);
  if (guides.error !== null) return <Problem error={guides.error} again={() => void guides.refetch()} />;
  if (guides.data === undefined) return <p className="empty soft">{t("app.loading")}</p>;
  const { instruments, topics } = guides.data;
  return (
    <section className="page" aria-labelledby="guides-head">
      <div className="row under">
        <h1 id="guides-head">{t("questions.guides")}</h1>
        {may && instruments.length > 0 && <button type="button" className="button primary" onClick={() => setAsking({ what: "instrument", of: null })}>{t("guides.add")}</button>}
      </div>
      <p className="soft">{t("guides.lead")}</p>
      {instruments.length === 0 && (
        <Empty title={t("guides.none")}>
          {t("guides.noneDetail")} {may && <button type="button" className="button primary" onClick={() => setAsking({ what: "instrument", of: null })}>{t("guides.add")}</button>}
        </Empty>
      )}
      {instruments.map((one) => <OneInstrument key={one.instrument.id} one={one} topics={topics} may={may} onAsk={setAsking} />)}
      {asking?.what === "instrument" && <InstrumentForm of={asking.of} onClose={close} />}
      {asking?.what === "version" && <VersionForm of={asking.of} onClose={close} />}
      {asking?.what === "held" && <HeldWith of={asking.of} guides={guides.data} onClose={close} />}
      {asking?.what === "question" && <QuestionForm instrument={asking.of} question={asking.of.questions.find((one) => one.question.id === asking.question)?.question ?? null} topics={topics} onClose={close} />}
    </section>
  );
}

function OneInstrument({ one, topics, may, onAsk }: { one: Instrument; topics: readonly Topic[]; may: boolean; onAsk: (asking: Asking) => void }) {
  const { run } = useDoing();
  const { instrument, questions } = one;
  const { id } = instrument;
  const title = titleOf(one);
  const part = instrument.nature === "questionnaire";
  const names = new Map(topics.map(({ topic }) => [topic.id, topic.name]));
  const counted = questions.reduce((sum, each) => sum + (part ? each.answers : each.turns), 0);
  const move = (at: number, by: number) => {
    const order = questions.map((each) => each.question.id);
    const [moved] = order.splice(at, 1);
    order.splice(at + by, 0, moved ?? "");
    const name = questionName(questions[at]?.question ?? { wording: "" });
    void run("question.order", { instrument: id, questions: order }, { sentence: t("guides.moved", { name, place: at + by + 1, of: order.length }), shows: SHOWS });
  };
  return (
    <section className="instrument" aria-labelledby={`i-${id}`}>
      <div className="row under">
        <h2 id={`i-${id}`}>
          {title} <span className="soft small">{t(part ? "guides.partA" : "guides.partB")}</span>
        </h2>
        {may && (
          <div className="row">
            <button type="button" className="button" aria-label={t(part ? "guides.addItemTo" : "guides.addQuestionTo", { name: title })} onClick={() => onAsk({ what: "question", of: one, question: "" })}>{t(part ? "guides.addItem" : "guides.addQuestion")}</button>
            <button type="button" className="button" aria-label={t("guides.versionOf", { name: title })} onClick={() => onAsk({ what: "version", of: one })}>{t("guides.version")}</button>
            <button type="button" className="button" aria-label={t("guides.changeWhat", { name: title })} onClick={() => onAsk({ what: "instrument", of: one })}>{t("guides.change")}</button>
            <button type="button" className="button" aria-label={t("guides.removeWhat", { name: title })} onClick={() => void run("instrument.remove", { instrument: id }, { sentence: t("guides.removed", { name: title }), shows: SHOWS })}>{t("guides.remove")}</button>
          </div>
        )}
      </div>
      <p className="soft">
        {t("guides.held", { count: one.interviews })} {t(part ? "guides.answers" : "guides.turnsCount", { count: counted })}{" "}
        {may && <button type="button" className="button plain linked-words" aria-label={t("held.which", { name: title })} onClick={() => onAsk({ what: "held", of: one })}>{t("held.open")}</button>}{" "}
        {!part && <a href="/questions/turns" onClick={within}>{t("guides.toTurns")}</a>}
      </p>
      {instrument.description !== "" && <p>{instrument.description}</p>}
      {questions.length === 0 ? <p className="soft">{t("guides.noQuestions")}</p> : (
        <div className="wide-table" role="region" tabIndex={0} aria-label={t("guides.questionsOf", { name: title })}>
          <table className="plain-table">
            <caption className="apart">{t("guides.questionsOf", { name: title })}</caption>
            <thead>
              <tr>
                <th scope="col">{t("guides.number")}</th>
                <th scope="col">{t("guides.wording")}</th>
                <th scope="col">{t("guides.topic")}</th>
                {part && <th scope="col">{t("guides.nature")}</th>}
                <th scope="col">{t(part ? "guides.given" : "guides.asked")}</th>
                {may && <th scope="col">{t("guides.doing")}</th>}
              </tr>
            </thead>
            <tbody>
              {questions.map(({ question, turns, answers }, at) => {
                const name = questionName(question);
                return (
                  <tr key={question.id}>
                    <td>{question.number}</td>
                    <th scope="row">{question.wording}</th>
                    <td>{names.get(question.topic ?? "") ?? <span className="soft">{t("guides.noTopic")}</span>}</td>
                    {part && (
                      <td>
                        {t(`guides.nature.${question.nature}`)}
                        {question.options.length > 0 && <span className="soft small options-line">{question.options.join(" · ")}</span>}
                      </td>
                    )}
                    <td className="figure">{part ? answers : turns}</td>
                    {may && (
                      <td>
                        <div className="row tight">
                          <button type="button" className="button plain" disabled={at === 0} aria-label={t("compare.up", { name })} onClick={() => move(at, -1)}>↑</button>
                          <button type="button" className="button plain" disabled={at === questions.length - 1} aria-label={t("compare.down", { name })} onClick={() => move(at, 1)}>↓</button>
                          <button type="button" className="button plain" aria-label={t("guides.changeWhat", { name })} onClick={() => onAsk({ what: "question", of: one, question: question.id })}>{t("guides.change")}</button>
                          <button type="button" className="button plain" aria-label={t("guides.removeWhat", { name })} onClick={() => void run("question.remove", { question: question.id }, { sentence: t("guides.removed", { name }), shows: SHOWS })}>{t("guides.remove")}</button>
                        </div>
                      </td>
                    )}
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
