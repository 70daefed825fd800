/** One question: its number, its words, its topic, and how it is answered. A topic can be made on the spot. */
import { useState } from "react";
import { useDoing } from "../../components/doing";
import { t } from "../../messages";
import { questionName, SHOWS, titleOf, type Instrument, type Topic } from "./guides";
import { Form } from "./InstrumentForm";

const NATURES = ["likert", "number", "one", "many", "text"] as const;
const WITH_OPTIONS = new Set<string>(["likert", "one", "many"]);
const NEW = "new";

export function QuestionForm({ instrument, question, topics, onClose }: { instrument: Instrument; question: Instrument["questions"][number]["question"] | null; topics: readonly Topic[]; onClose: () => void }) {
  const { run } = useDoing();
  const item = instrument.instrument.nature === "questionnaire";
  const [number, setNumber] = useState(question?.number ?? "");
  const [wording, setWording] = useState(question?.wording ?? "");
  const [topic, setTopic] = useState(question?.topic ?? "");
  const [fresh, setFresh] = useState("");
  const [nature, setNature] = useState(question?.nature ?? (item ? "likert" : "open"));
  const [options, setOptions] = useState((question?.options ?? []).join("\n"));
  const needs = WITH_OPTIONS.has(nature);
  const listed = options.split("\n").map((one) => one.trim()).filter((one) => one !== "");
  const ready = wording.trim() !== "" && (!needs || listed.length > 1) && (topic !== NEW || fresh.trim() !== "");
  const save = async () => {
    let about = topic;
    if (topic === NEW) {
      const made = await run("topic.add", { name: fresh }, { shows: SHOWS });
      if (made === null) return;
      about = made.value;
      setTopic(about);
    }
    const given = { wording, number, topic: about, nature, options: needs ? listed : [] };
    const how = { sentence: t("guides.saved", { name: questionName({ number, wording }) }), shows: SHOWS };
    const done = question === null
      ? await run("question.add", { instrument: instrument.instrument.id, ...given, topic: about === "" ? null : about }, how)
      : await run("question.change", { question: question.id, ...given }, how);
    if (done !== null) onClose();
  };
  return (
    <Form title={question === null ? t(item ? "guides.addItemTo" : "guides.addQuestionTo", { name: titleOf(instrument) }) : t("guides.changeWhat", { name: questionName(question) })} ready={ready} onSave={() => void save()} onClose={onClose}>
      <label className="field"><span>{t("guides.number")}</span><input type="text" value={number} onChange={(event) => setNumber(event.target.value)} /></label>
      <label className="field"><span>{t("guides.wording")}</span><textarea rows={2} value={wording} onChange={(event) => setWording(event.target.value)} /></label>
      <label className="field">
        <span>{t("guides.topic")}</span>
        <select value={topic} onChange={(event) => setTopic(event.target.value)}>
          <option value="">{t("guides.noTopic")}</option>
          {topics.map((one) => <option key={one.topic.id} value={one.topic.id}>{one.topic.name}</option>)}
          <option value={NEW}>{t("guides.newTopic")}</option>
        </select>
      </label>
      {topic === NEW && <label className="field"><span>{t("topics.name")}</span><input type="text" value={fresh} onChange={(event) => setFresh(event.target.value)} /></label>}
      {(item || nature !== "open") && (
        <label className="field">
          <span>{t("guides.nature")}</span>
          <select value={nature} onChange={(event) => setNature([...NATURES, "open" as const].find((one) => one === event.target.value) ?? "likert")}>
            {NATURES.map((one) => <option key={one} value={one}>{t(`guides.nature.${one}`)}</option>)}
            {nature === "open" && <option value="open">{t("guides.nature.open")}</option>}
          </select>
        </label>
      )}
      {needs && (
        <label className="field">
          <span>{t(nature === "likert" ? "guides.steps" : "guides.options")}</span>
          <textarea rows={5} value={options} onChange={(event) => setOptions(event.target.value)} />
        </label>
      )}
      {question !== null && <p className="soft small">{t("guides.wordingMeans")}</p>}
    </Form>
  );
}
