/** What vague words mean in this study: said by the team, and printed with the methods. */
import { useState } from "react";
import { useDoing } from "../../components/doing";
import { t } from "../../messages";
import { Choose } from "../compare/pieces";

const WORDS = ["most", "many", "some", "few", "often"] as const;
type Word = (typeof WORDS)[number];
const SHOWS = ["claims"];

export function Thresholds({ said, may }: { said: readonly string[]; may: boolean }) {
  const { run } = useDoing();
  const [word, setWord] = useState<Word>("most");
  const [least, setLeast] = useState("60");
  const [most, setMost] = useState("100");
  const [reason, setReason] = useState("");
  const set = WORDS.filter((one) => said.some((sentence) => sentence.toLowerCase().startsWith(`“${one}”`)));
  return (
    <section className="thresholds" aria-labelledby="means">
      <h2 id="means">{t("means.title")}</h2>
      <p>{t("means.lead")}</p>
      {said.length > 0 && <ul>{said.map((one) => <li key={one}>{one}</li>)}</ul>}
      {may && (
        <>
          <div className="row">
            {set.map((one) => (
              <button key={one} type="button" className="button plain" onClick={() => void run("threshold.remove", { word: one }, { sentence: t("means.taken", { word: one }), shows: SHOWS })}>
                {t("means.takeName", { word: one })}
              </button>
            ))}
          </div>
          <form
            className="row fields"
            onSubmit={(event) => {
              event.preventDefault();
              const range = { least: Number(least), most: Number(most) };
              void run("threshold.set", { word, ...range, reason }, { sentence: t("means.said", { word, ...range }), shows: SHOWS });
            }}
          >
            <Choose label={t("means.word")} value={word} options={WORDS.map((value) => ({ value, label: t(`claim.quantifier.${value === "often" ? "often but not only" : value}`) }))} onChange={(value) => setWord(value as Word)} />
            <label className="field"><span>{t("means.least")}</span><input type="number" min={0} max={100} value={least} onChange={(event) => setLeast(event.target.value)} /></label>
            <label className="field"><span>{t("means.most")}</span><input type="number" min={0} max={100} value={most} onChange={(event) => setMost(event.target.value)} /></label>
            <label className="field"><span>{t("means.reason")}</span><input type="text" value={reason} onChange={(event) => setReason(event.target.value)} /></label>
            <button type="submit" className="button">{t("means.set")}</button>
          </form>
        </>
      )}
    </section>
  );
}
