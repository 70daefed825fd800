/** The properties of a category: along which line it varies, what the ends are called, and a passage that stands at each. */
import { useRef, useState } from "react";
import type { Schemas } from "../../api/client";
import { CodingFinder } from "../../components/CodingFinder";
import { useDoing } from "../../components/doing";
import { Dialog } from "../../components/parts";
import { fromCoding, fromSide, Quotation, saidBy } from "../../components/Quotation";
import { t } from "../../messages";
import { withUnder, type Line } from "./Categories";

type Property = Schemas["CodeSegment"];
const SHOWS = ["bench"];
const ENDS = ["low", "high"] as const;
type End = (typeof ENDS)[number];

const endName = (property: Property, end: End): string => (property[end] === "" ? t(end === "low" ? "bench.unnamedLow" : "bench.unnamedHigh") : property[end]);

export function Properties({ line, codes, properties, may }: { line: Line; codes: readonly Line[]; properties: readonly Property[]; may: boolean }) {
  const { run } = useDoing();
  const under = withUnder(codes, line.code.id);
  return (
    <section aria-labelledby="bench-properties">
      <h2 id="bench-properties">{t("bench.properties", { name: line.code.name })}</h2>
      {properties.length === 0 && <p className="soft">{t("bench.noProperties")}</p>}
      <ul className="list">
        {properties.map((one, at) => (
          <li key={one.id} className="laid bench-one">
            <OneProperty
              property={one} under={under} may={may}
              onEarlier={at === 0 ? null : () => {
                const order = properties.map((each) => each.id);
                order.splice(at - 1, 2, one.id, order[at - 1] ?? "");
                void run("property.order", { properties: order }, { sentence: t("bench.ordered", { name: one.name }), shows: SHOWS });
              }}
            />
          </li>
        ))}
      </ul>
      {may && <Another category={line.code.id} />}
    </section>
  );
}

function OneProperty({ property, under, may, onEarlier }: { property: Property; under: readonly string[]; may: boolean; onEarlier: (() => void) | null }) {
  const { run } = useDoing();
  const [changing, setChanging] = useState(false);
  const [finding, setFinding] = useState<End | null>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const stand = (end: End, coding: string) =>
    void run("property.change", { property: property.id, [end === "low" ? "at_low" : "at_high"]: coding }, { sentence: t(coding === "" ? "bench.endCleared" : "bench.endTaken"), shows: SHOWS }).then((done) => {
      if (done !== null) setFinding(null);
    });
  return (
    <article>
      <h3>{property.name} <span className="soft small">{t("bench.dimension", { low: endName(property, "low"), high: endName(property, "high") })}</span></h3>
      {property.description !== "" && <p className="told">{property.description}</p>}
      <div className="bench-pair">
        {ENDS.map((end) => {
          const side = property[`at_${end}`];
          const name = endName(property, end);
          return (
            <section key={end} className="bench-side" aria-label={t("bench.lowEnd", { name })}>
              <h4>{t("bench.lowEnd", { name })}</h4>
              {side === null || side.source === "" ? <p className="flag small">{t("bench.noEnd")}</p> : <Quotation quoted={fromSide(side)}>{side.roles.length > 0 && <p className="soft small">{side.roles.join("; ")}</p>}</Quotation>}
              {may && (
                <div className="row">
                  <button type="button" className="button" aria-label={t("bench.takeEndName", { name, property: property.name })} onClick={() => setFinding(end)}>{t("bench.takeEnd")}</button>
                  {side !== null && <button type="button" className="button plain" aria-label={t("bench.clearEndName", { name, property: property.name })} onClick={() => stand(end, "")}>{t("bench.clearEnd")}</button>}
                </div>
              )}
            </section>
          );
        })}
      </div>
      {may && (
        <div className="row">
          <button ref={opener} type="button" className="button" aria-expanded={changing} aria-label={t("bench.changePropertyName", { name: property.name })} onClick={() => setChanging(!changing)}>{t("bench.changeProperty")}</button>
          {onEarlier !== null && <button type="button" className="button" aria-label={t("bench.earlierName", { name: property.name })} onClick={onEarlier}>{t("bench.earlier")}</button>}
          <button type="button" className="button" aria-label={t("bench.removePropertyName", { name: property.name })} onClick={() => void run("property.remove", { property: property.id }, { sentence: t("bench.propertyRemoved", { name: property.name }), shows: SHOWS })}>{t("bench.removeProperty")}</button>
        </div>
      )}
      {changing && (
        <Words
          property={property}
          onSave={(words) => run("property.change", { property: property.id, ...words }, { sentence: t("bench.propertySaved", { name: words.name }), shows: SHOWS })}
          onDone={() => {
            setChanging(false);
            requestAnimationFrame(() => opener.current?.focus());
          }}
        />
      )}
      {finding !== null && (
        <Dialog title={t("bench.takeEndName", { name: endName(property, finding), property: property.name })} onClose={() => setFinding(null)}>
          <CodingFinder codes={under}>
            {(one) => <button type="button" className="button" aria-label={t("bench.handThisName", { who: saidBy(fromCoding(one)) })} onClick={() => stand(finding, one.coding.id)}>{t("bench.handThis")}</button>}
          </CodingFinder>
          <button type="button" className="button" onClick={() => setFinding(null)}>{t("app.close")}</button>
        </Dialog>
      )}
    </article>
  );
}

interface Typed {
  readonly name: string;
  readonly description: string;
  readonly low: string;
  readonly high: string;
}

function Words({ property, onSave, onDone }: { property: Property | null; onSave: (words: Typed) => Promise<unknown>; onDone: () => void }) {
  const blank = { name: "", description: "", low: "", high: "" };
  const [words, setWords] = useState<Typed>(property === null ? blank : { name: property.name, description: property.description, low: property.low, high: property.high });
  const field = (name: keyof Typed, label: string, long = false) => (
    <label className="field">
      <span>{label}</span>
      {long ? (
        <textarea value={words[name]} onChange={(event) => setWords({ ...words, [name]: event.target.value })} />
      ) : (
        <input type="text" required={name === "name"} value={words[name]} onChange={(event) => setWords({ ...words, [name]: event.target.value })} />
      )}
    </label>
  );
  return (
    <form
      className="bench-form"
      onSubmit={(event) => {
        event.preventDefault();
        void onSave(words).then((done) => {
          if (done === null) return;
          if (property === null) setWords(blank);
          onDone();
        });
      }}
    >
      {field("name", t("bench.propertyName"))}
      <div className="row fields">
        {field("low", t("bench.low"))}
        {field("high", t("bench.high"))}
      </div>
      {field("description", t("bench.describe"), true)}
      <button type="submit" className="button primary" disabled={words.name.trim() === ""}>{t("bench.saveProperty")}</button>
    </form>
  );
}

function Another({ category }: { category: string }) {
  const { run } = useDoing();
  const [open, setOpen] = useState(false);
  return (
    <>
      <p><button type="button" className="button" aria-expanded={open} onClick={() => setOpen(!open)}>{t("bench.addProperty")}</button></p>
      {open && (
        <Words
          property={null}
          onSave={(words) => run("property.add", { category, ...words }, { sentence: t("bench.propertySaved", { name: words.name }), shows: SHOWS })}
          onDone={() => setOpen(false)}
        />
      )}
    </>
  );
}
