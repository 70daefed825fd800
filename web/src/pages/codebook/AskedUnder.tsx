/**
 * Under which topics a code is asked, said from the code's side.
 *
 * What a careful reader would get wrong: without a topic nobody knows whether people were asked about this code, so that an
 * empty cell of it cannot tell *not asked* from *asked, silent*.
 */
import { useId, useState } from "react";
import type { Schemas } from "../../api/client";
import { within } from "../../app";
import { useDoing } from "../../components/doing";
import { t } from "../../messages";
import { ASKED_UNDER, SHOWS, useGuides } from "../questions/guides";

export function AskedUnder({ code, may }: { code: Schemas["CodeLine"]["code"]; may: boolean }) {
  const { run } = useDoing();
  const topics = useGuides().data?.topics;
  const [chosen, setChosen] = useState("");
  const help = useId();
  if (topics === undefined) return null;
  const here = topics.flatMap((one) => one.codes.filter((link) => link.code === code.id).map(({ link }) => ({ link, topic: one.topic })));
  const others = topics.filter((one) => !here.some(({ topic }) => topic.id === one.topic.id));
  const add = async () => {
    const name = others.find((one) => one.topic.id === chosen)?.topic.name ?? "";
    const given = { from_kind: "code", from_thing: code.id, to_kind: "topic", to_thing: chosen, relation: ASKED_UNDER };
    if ((await run("link.add", given, { sentence: t("topics.linked", { code: code.name, topic: name }), shows: SHOWS })) !== null) setChosen("");
  };
  return (
    <section className="asked-under">
      <h2>{t("book.askedUnder")}</h2>
      <p className="soft small" id={help}>
        {t(topics.length === 0 ? "book.noTopics" : here.length === 0 ? "book.askedNowhere" : "book.askedMeans")} <a href="/questions/topics" onClick={within}>{t("book.toTopics")}</a>
      </p>
      {here.length > 0 && (
        <ul className="list">
          {here.map(({ link, topic }) => (
            <li key={link} className="row">
              <span>{topic.name}</span>
              {may && <button type="button" className="button plain" aria-label={t("topics.unlinkWhat", { code: code.name, topic: topic.name })} onClick={() => void run("link.remove", { link }, { sentence: t("topics.unlinked", { code: code.name, topic: topic.name }), shows: SHOWS })}>{t("topics.unlink")}</button>}
            </li>
          ))}
        </ul>
      )}
      {may && others.length > 0 && (
        <div className="row tools-line">
          <label className="field">
            <span>{t("book.askUnder")}</span>
            <select value={chosen} aria-describedby={help} onChange={(event) => setChosen(event.target.value)}>
              <option value="">{t("book.pickTopic")}</option>
              {others.map((one) => <option key={one.topic.id} value={one.topic.id}>{one.topic.name}</option>)}
            </select>
          </label>
          <button type="button" className="button" disabled={chosen === ""} onClick={() => void add()}>{t("book.linkTopic")}</button>
        </div>
      )}
    </section>
  );
}
