/** One participant: what is known of them, what they agreed to, where they speak, what they said about what, and memos. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { act, plain, read, type Schemas } from "../../api/client";
import { queries } from "../../api/hooks";
import { within } from "../../app";
import { Problem } from "../../components/parts";
import { useSay } from "../../components/said";
import { go } from "../../lib/router";
import { composing } from "../../lib/composing";
import { moment, t } from "../../messages";
import { fill, fits, patch, useSheet } from "./sheet";
import { Withdraw } from "./Withdraw";

type Column = Schemas["SheetColumn"];

export default function Participant({ id, withdrawing, study }: { id: string; withdrawing: boolean; study: Schemas["StudyHere"] }) {
  const [erasing, setErasing] = useState(false);
  const person = useQuery({ queryKey: ["person", id], queryFn: async () => (await plain("POST", "/api/ask/person", {}, { participant: id })) as Schemas["Person"], enabled: !erasing });
  const sheet = useSheet("participant");
  const memos = useQuery({ queryKey: ["memos", "about", id], queryFn: () => read("/api/memos", { query: { about: id } }) });
  const products = useQuery({ queryKey: ["products"], queryFn: () => read("/api/products") });
  const may = study.me.may.includes("edit");
  if (person.error !== null) return <Problem error={person.error} again={() => void person.refetch()} />;
  if (person.data === undefined || sheet.data === undefined) return <p className="empty soft">{t("app.loading")}</p>;
  const { participant, consent, sources, said, merged } = person.data;
  const row = sheet.data.rows.find((one) => one.id === id);
  const cells = sheet.data.columns.map((column, place) => ({ column, text: row?.cells[place] ?? "" }));
  const shown = (part: Column["part"]) => cells.filter(({ column }) => column.part === part);
  const left = (products.data ?? []).filter((one) => one.participants.includes(participant.identifier));
  return (
    <article className="page person">
      <p className="small"><a href="/people/participants" onClick={within}>{t("person.all")}</a></p>
      <h1>{participant.identifier}</h1>
      {merged.length > 0 && <p>{t("person.merged", { names: merged.join(", ") })}</p>}
      <div className="columns">
        <section>
          <h2>{t("person.known")}</h2>
          {[...shown("own"), ...shown("attribute")].map(({ column, text }) => <Field key={column.key} row={id} column={column} text={text} may={may} />)}
          <RealName participant={participant} may={may} />
        </section>
        <section>
          <h2>{t("person.consent")}</h2>
          <p className={consent.ended ? "grid-why" : "soft"}>
            {consent.ended ? t("person.ended", { day: consent.until }) : t(consent.recorded ? "person.recorded" : "person.unrecorded")}
          </p>
          {shown("consent").map(({ column, text }) => <Field key={column.key} row={id} column={column} text={text} may={may} />)}
        </section>
      </div>
      <section>
        <h2>{t("person.sources")}</h2>
        {sources.length === 0 ? (
          <p className="soft">{t("person.noSources")}</p>
        ) : (
          <div className="scroll" role="region" tabIndex={0} aria-label={t("person.sources")}>
            <table>
              <caption className="apart">{t("person.sources")}</caption>
              <thead>
                <tr>
                  <th scope="col">{t("voices.source")}</th>
                  <th scope="col">{t("log.date")}</th>
                  <th scope="col">{t("person.interview")}</th>
                  <th scope="col" className="num">{t("voices.turns")}</th>
                  <th scope="col" className="num">{t("person.characters")}</th>
                </tr>
              </thead>
              <tbody>
                {sources.map((one) => (
                  <tr key={one.source}>
                    <th scope="row"><a href={`/read/${one.source}`} onClick={within}>{one.name}</a></th>
                    <td>{one.date}</td>
                    <td>{one.interview}</td>
                    <td className="num">{one.turns}</td>
                    <td className="num">{one.characters.toLocaleString()}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </section>
      <section>
        <h2>{t("person.said")}</h2>
        {said.length === 0 ? (
          <p className="soft">{t("person.nothingSaid")}</p>
        ) : (
          <div className="scroll" role="region" tabIndex={0} aria-label={t("person.said")}>
            <table>
              <caption className="apart">{t("person.said")}</caption>
              <thead>
                <tr>
                  <th scope="col">{t("person.code")}</th>
                  <th scope="col" className="num">{t("person.inSources")}</th>
                  <th scope="col" className="num">{t("person.codings")}</th>
                  <th scope="col">{t("person.remarks")}</th>
                </tr>
              </thead>
              <tbody>
                {said.map((one) => (
                  <tr key={one.code}>
                    <th scope="row"><a href={`/codebook/${one.code}`} onClick={within}>{one.path}</a></th>
                    <td className="num">{one.sources}</td>
                    <td className="num">{one.codings}</td>
                    <td className="soft small">
                      {[one.denied > 0 ? t("person.denied", { count: one.denied }) : "", one.unreviewed > 0 ? t("person.unreviewed", { count: one.unreviewed }) : ""].filter((words) => words !== "").join(", ")}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </section>
      <section>
        <h2>{t("person.memos")}</h2>
        {memos.error !== null && <Problem error={memos.error} again={() => void memos.refetch()} />}
        {(memos.data ?? []).length === 0 ? (
          <p className="soft">{t("person.noMemos")}</p>
        ) : (
          <ul>{(memos.data ?? []).map(({ memo }) => <li key={memo.id}>{memo.title === "" ? t("person.untitled") : memo.title} <span className="soft small">{memo.nature}</span></li>)}</ul>
        )}
      </section>
      <section>
        <h2>{t("person.products")}</h2>
        {left.length === 0 ? (
          <p className="soft">{t("person.noProducts")}</p>
        ) : (
          <ul>{left.map((one) => <li key={one.id}>{one.file} <span className="soft small">{one.when > 0 && moment(one.when)}</span></li>)}</ul>
        )}
      </section>
      {study.me.may.includes("own") && (
        <section>
          <h2>{t("withdraw.title")}</h2>
          <p>{t("withdraw.lead")}</p>
          <button type="button" className="button danger" onClick={() => go(`/people/participants/${id}/withdraw`)}>{t("withdraw.open", { name: participant.identifier })}</button>
        </section>
      )}
      {withdrawing && study.me.may.includes("own") && <Withdraw id={id} identifier={participant.identifier} onErasing={setErasing} onClose={() => go(`/people/participants/${id}`)} />}
    </article>
  );
}

/** One cell of the sheet as a field of its own, saved when it is left; refused words stay in it with the reason. */
function Field({ row, column, text, may }: { row: string; column: Column; text: string; may: boolean }) {
  const { say } = useSay();
  const [typed, setTyped] = useState<string | null>(null);
  const [why, setWhy] = useState("");
  const id = `why-${column.key}`;
  const save = (value: string) => {
    if (value === text) {
      setTyped(null);
      setWhy("");
      return;
    }
    const lines = [{ row, cells: { [column.key]: value } }];
    const saving = async () => {
      const found = await fits("participant", lines);
      const wrong = found.cells.find((cell) => cell.why !== "");
      if (wrong !== undefined) throw new Error(wrong.why);
      await fill("participant", lines);
      patch("participant", lines, found.cells);
    };
    saving().then(
      () => {
        setTyped(null);
        setWhy("");
        say(t(value === "" ? "people.cleared" : "people.saved", { column: column.heading, value }));
      },
      (error: unknown) => setWhy(error instanceof Error ? error.message : String(error)),
    );
  };
  if (!may) return <p><strong className="small">{column.heading}</strong> {text === "" ? <span className="soft">{t("person.notKnown")}</span> : text}</p>;
  const options = column.type === "boolean" ? ["yes", "no"] : column.type === "one-of" ? column.options : null;
  return (
    <div>
      <label className="field inline">
        <span>{column.heading}</span>
        {options !== null ? (
          <select
            value={typed ?? text}
            aria-describedby={id}
            aria-invalid={why !== ""}
            onChange={(event) => {
              setTyped(event.target.value);
              save(event.target.value);
            }}
          >
            <option value="">{t(column.part === "consent" ? "person.notAsked" : "person.notKnown")}</option>
            {options.filter((one) => one !== "not asked").map((one) => <option key={one} value={one}>{one}</option>)}
          </select>
        ) : column.key === "note" ? (
          <textarea rows={2} value={typed ?? text} aria-describedby={id} onChange={(event) => setTyped(event.target.value)} onBlur={(event) => save(event.target.value)} />
        ) : (
          <input
            type="text"
            value={typed ?? text}
            aria-describedby={id}
            aria-invalid={why !== ""}
            onChange={(event) => setTyped(event.target.value)}
            onBlur={(event) => save(event.target.value)}
            onKeyDown={(event) => {
              if (composing(event.nativeEvent)) return;
              if (event.key === "Enter") save(event.currentTarget.value);
              if (event.key === "Escape") {
                setTyped(null);
                setWhy("");
              }
            }}
          />
        )}
      </label>
      <p id={id} role="status" className="grid-why small">{why}</p>
    </div>
  );
}

/** The name on record, which is printed nowhere: shown when it is asked for. */
function RealName({ participant, may }: { participant: Schemas["Participant"]; may: boolean }) {
  const { say, refuse } = useSay();
  const [shown, setShown] = useState(false);
  const [typed, setTyped] = useState(participant.name ?? "");
  if (!shown) {
    return (
      <button type="button" className="button" onClick={() => setShown(true)}>{t(participant.name === "" ? "person.noName" : "person.showName")}</button>
    );
  }
  return (
    <label className="field inline">
      <span>{t("person.name")}</span>
      <input
        type="text"
        readOnly={!may}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => {
          if (!may || typed === participant.name) return;
          act("participant.change", { participant: participant.id ?? "", name: typed }).then(() => {
            for (const key of ["person", "things", "history"]) void queries.invalidateQueries({ queryKey: [key] });
            say(t("did.saved"));
          }, refuse);
        }}
      />
    </label>
  );
}
