/**
 * Topics: what questions are about, in all guides together, and the codes that each is about.
 *
 * What a careful reader would get wrong: the link between a topic and a code is what tells *not asked* from *asked, silent*
 * for that code, and what people said unprompted from what they said when asked.
 */
import { useState } from "react";
import { useCodebook } from "../../api/hooks";
import { CodePicker } from "../../components/CodePicker";
import { useDoing } from "../../components/doing";
import { Empty, Problem } from "../../components/parts";
import { t } from "../../messages";
import { ASKED_UNDER, SHOWS, useGuides, type Topic } from "./guides";
import { Form } from "./InstrumentForm";

type Asking = { what: "topic"; of: Topic | null } | { what: "remove"; of: Topic } | { what: "link"; of: Topic } | null;

export default function Topics({ may }: { may: boolean }) {
  const guides = useGuides();
  const book = useCodebook().data;
  const { run } = useDoing();
  const [asking, setAsking] = useState<Asking>(null);
  const close = () => setAsking(null);
  if (guides.error !== null) return <Problem error={guides.error} again={() => void guides.refetch()} />;
  if (guides.data === undefined) return <p className="empty soft">{t("app.loading")}</p>;
  const { topics } = guides.data;
  const codes = new Map(book?.codes.map((one) => [one.code.id, one.path]));
  const move = (at: number, by: number) => {
    const order = topics.map((one) => one.topic.id);
    const [moved] = order.splice(at, 1);
    order.splice(at + by, 0, moved ?? "");
    void run("topic.order", { topics: order }, { sentence: t("guides.moved", { name: topics[at]?.topic.name ?? "", place: at + by + 1, of: order.length }), shows: SHOWS });
  };
  const remove = (one: Topic) => {
    if (one.questions + one.turns > 0) setAsking({ what: "remove", of: one });
    else void run("topic.remove", { topic: one.topic.id }, { sentence: t("guides.removed", { name: one.topic.name }), shows: SHOWS });
  };
  const add = <button type="button" className="button primary" onClick={() => setAsking({ what: "topic", of: null })}>{t("topics.add")}</button>;
  return (
    <section className="page" aria-labelledby="topics-head">
      <div className="row under">
        <h1 id="topics-head">{t("questions.topics")}</h1>
        {may && topics.length > 0 && add}
      </div>
      <p className="soft">{t("topics.lead")}</p>
      {topics.length === 0 ? <Empty title={t("topics.none")}>{t("topics.noneDetail")} {may && add}</Empty> : (
        <div className="wide-table" role="region" tabIndex={0} aria-label={t("topics.caption")}>
          <table className="plain-table">
            <caption className="apart">{t("topics.caption")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("topics.name")}</th>
                <th scope="col">{t("topics.questions")}</th>
                <th scope="col">{t("topics.codes")}</th>
                {may && <th scope="col">{t("guides.doing")}</th>}
              </tr>
            </thead>
            <tbody>
              {topics.map((one, at) => {
                const name = one.topic.name;
                return (
                  <tr key={one.topic.id}>
                    <th scope="row">
                      {name}
                      {one.topic.description !== "" && <span className="soft small options-line">{one.topic.description}</span>}
                    </th>
                    <td className="figure">{one.questions}{one.turns > 0 && <span className="soft small options-line">{t("topics.turns", { count: one.turns })}</span>}</td>
                    <td>
                      <ul className="list linked">
                        {one.codes.map(({ link, code }) => (
                          <li key={link} className="row tight">
                            <span>{codes.get(code) ?? "…"}</span>
                            {may && <button type="button" className="button plain" aria-label={t("topics.unlinkWhat", { code: codes.get(code) ?? "", topic: name })} onClick={() => void run("link.remove", { link }, { sentence: t("topics.unlinked", { code: codes.get(code) ?? "", topic: name }), shows: SHOWS })}>{t("topics.unlink")}</button>}
                          </li>
                        ))}
                      </ul>
                      {may && <button type="button" className="button plain" aria-label={t("topics.linkTo", { topic: name })} onClick={() => setAsking({ what: "link", of: one })}>{t("topics.link")}</button>}
                    </td>
                    {may && (
                      <td>
                        <div className="row tight">
                          <button type="button" className="button plain" disabled={at === 0} aria-label={t("compare.up", { name })} onClick={() => move(at, -1)}>↑</button>
                          <button type="button" className="button plain" disabled={at === topics.length - 1} aria-label={t("compare.down", { name })} onClick={() => move(at, 1)}>↓</button>
                          <button type="button" className="button plain" aria-label={t("guides.changeWhat", { name })} onClick={() => setAsking({ what: "topic", of: one })}>{t("guides.change")}</button>
                          <button type="button" className="button plain" aria-label={t("guides.removeWhat", { name })} onClick={() => remove(one)}>{t("guides.remove")}</button>
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
      {asking?.what === "topic" && <TopicForm of={asking.of} onClose={close} />}
      {asking?.what === "remove" && <RemoveForm of={asking.of} others={topics.filter((one) => one !== asking.of)} onClose={close} />}
      {asking?.what === "link" && (
        <CodePicker
          title={t("topics.linkTo", { topic: asking.of.topic.name })} codes={(book?.codes ?? []).filter((one) => !asking.of.codes.some(({ code }) => code === one.code.id))} recent={[]} onClose={close}
          onChoose={(code) => {
            const given = { from_kind: "code", from_thing: code.id, to_kind: "topic", to_thing: asking.of.topic.id, relation: ASKED_UNDER };
            void run("link.add", given, { sentence: t("topics.linked", { code: code.name, topic: asking.of.topic.name }), shows: SHOWS });
            close();
          }}
        />
      )}
    </section>
  );
}

function TopicForm({ of, onClose }: { of: Topic | null; onClose: () => void }) {
  const { run } = useDoing();
  const [name, setName] = useState(of?.topic.name ?? "");
  const [description, setDescription] = useState(of?.topic.description ?? "");
  const save = async () => {
    const how = { sentence: t("guides.saved", { name }), shows: SHOWS };
    const done = of === null ? await run("topic.add", { name, description }, how) : await run("topic.change", { topic: of.topic.id, name, description }, how);
    if (done !== null) onClose();
  };
  return (
    <Form title={of === null ? t("topics.add") : t("guides.changeWhat", { name: of.topic.name })} ready={name.trim() !== ""} onSave={() => void save()} onClose={onClose}>
      <label className="field"><span>{t("topics.name")}</span><input type="text" value={name} onChange={(event) => setName(event.target.value)} /></label>
      <label className="field"><span>{t("guides.description")}</span><textarea rows={3} value={description} onChange={(event) => setDescription(event.target.value)} /></label>
    </Form>
  );
}

/** A topic that something is about goes only when that goes elsewhere. */
function RemoveForm({ of, others, onClose }: { of: Topic; others: readonly Topic[]; onClose: () => void }) {
  const { run } = useDoing();
  const [into, setInto] = useState("");
  const save = async () => {
    const done = await run("topic.remove", { topic: of.topic.id, into }, { sentence: t("guides.removed", { name: of.topic.name }), shows: SHOWS });
    if (done !== null) onClose();
  };
  return (
    <Form title={t("guides.removeWhat", { name: of.topic.name })} ready={into !== ""} onSave={() => void save()} onClose={onClose}>
      <p>{t("topics.removeInto", { questions: of.questions, turns: of.turns })}</p>
      <label className="field">
        <span>{t("topics.into")}</span>
        <select value={into} onChange={(event) => setInto(event.target.value)}>
          <option value="">{t("themes.pick")}</option>
          {others.map((one) => <option key={one.topic.id} value={one.topic.id}>{one.topic.name}</option>)}
        </select>
      </label>
    </Form>
  );
}
