/**
 * What reporting guidelines ask for, topic by topic: answered once for every item that asks the same.
 *
 * What a careful reader would get wrong: an entered answer stands before the computed one, and taking it away brings the
 * computed one back. Words are kept until the save was answered.
 */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask, type Schemas } from "../../api/client";
import { useDoing } from "../../components/doing";
import { Problem } from "../../components/parts";
import { t } from "../../messages";
import { useHere } from "../compare/address";
import { Choose } from "../compare/pieces";

type Topic = Schemas["TopicAnswer"];
const NAMES = ["COREQ", "SRQR", "GRIPP2-SF"] as const;
const WHEN = ["setting up", "meeting people", "analysing", "writing"] as const;

export default function Guidelines({ may }: { may: boolean }) {
  const here = useHere();
  const found = useQuery({ queryKey: ["guidelines"], queryFn: () => ask("guidelines", {}) });
  const which = NAMES.find((one) => one === here.get("of", "")) ?? "";
  const gapsOnly = here.get("only", "") === "missing";
  if (found.error !== null) return <Problem error={found.error} again={() => void found.refetch()} />;
  if (found.data === undefined) return <p className="soft">{t("app.loading")}</p>;
  const topics = found.data.topics.filter((one) => which === "" || one.items.some((item) => item.startsWith(`${which} `)));
  const count = (state: Topic["state"]) => topics.filter((one) => one.state === state).length;
  return (
    <>
      <p>{t("guide.lead")}</p>
      <div className="row tools">
        <Choose label={t("guide.which")} value={which} options={[{ value: "", label: t("guide.all") }, ...NAMES.map((one) => ({ value: one, label: one }))]} onChange={(value) => here.change({ of: value })} />
        <label className="row check">
          <input type="checkbox" checked={gapsOnly} onChange={(event) => here.change({ only: event.target.checked ? "missing" : null })} /> {t("guide.gapsOnly")}
        </label>
      </div>
      <p><strong>{t("guide.counts", { computed: count("computed"), entered: count("entered"), missing: count("missing"), apart: count("not applicable") })}</strong></p>
      {WHEN.map((when) => {
        const these = topics.filter((one) => one.when === when && (!gapsOnly || one.state === "missing"));
        return these.length === 0 ? null : (
          <section key={when} aria-labelledby={`when-${when}`}>
            <h2 id={`when-${when}`}>{t("guide.when", { when: t(`guide.when.${when}`) })}</h2>
            <ul className="list topics">
              {these.map((one) => <OneTopic key={one.key} one={one} may={may} />)}
            </ul>
          </section>
        );
      })}
    </>
  );
}

function OneTopic({ one, may }: { one: Topic; may: boolean }) {
  const { run } = useDoing();
  const [writing, setWriting] = useState(false);
  const [words, setWords] = useState("");
  const [apart, setApart] = useState(false);
  const shows = ["guidelines"];
  const begin = () => {
    setWords(one.state === "computed" ? one.computed : one.words);
    setApart(one.state === "not applicable");
    setWriting(!writing);
  };
  const entered = one.state === "entered" || one.state === "not applicable";
  return (
    <li className="laid" data-state={one.state}>
      <h3>{one.title} <span className="flag small">{t(`guide.state.${one.state}`)}</span></h3>
      <p className="soft small">{one.asks} {t("guide.for", { items: one.items.join(", ") })}</p>
      {one.words !== "" && <p className="answer">{one.words}</p>}
      {may && (
        <div className="row">
          <button type="button" className="button" aria-expanded={writing} aria-label={t("guide.answerName", { topic: one.title })} onClick={begin}>{t("guide.answer")}</button>
          {entered && (
            <button type="button" className="button plain" aria-label={t("guide.clearName", { topic: one.title })} onClick={() => void run("guideline.clear", { topic: one.key }, { sentence: t("guide.cleared", { topic: one.title }), shows })}>{t("guide.clear")}</button>
          )}
        </div>
      )}
      {writing && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void run("guideline.answer", { topic: one.key, words, applies: !apart }, { sentence: t("guide.kept", { topic: one.title }), shows }).then((done) => done !== null && setWriting(false));
          }}
        >
          <label className="field"><span>{one.asks}</span><textarea required rows={3} value={words} onChange={(event) => setWords(event.target.value)} /></label>
          <label className="row check"><input type="checkbox" checked={apart} onChange={(event) => setApart(event.target.checked)} /> {t("guide.applies")}</label>
          <button type="submit" className="button primary" disabled={words.trim() === ""}>{t("guide.keep")}</button>
        </form>
      )}
    </li>
  );
}
