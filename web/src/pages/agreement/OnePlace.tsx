/**
 * A place where two differ: the same words twice, with what each put there, and below what was decided.
 *
 * What a careful reader would get wrong: the words are covered while a content note lies on any of them, also on those
 * around the place; both columns open together. What is shown of each is as it stood before anything was decided.
 */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask, type Schemas, type Told } from "../../api/client";
import { within } from "../../app";
import { Problem } from "../../components/parts";
import { placeOf } from "../../components/Quotation";
import { useSpared } from "../../components/Spared";
import { t } from "../../messages";
import { Beside } from "../compare/pieces";
import { Decide } from "./Decide";
import { pieces } from "./layers";
import type { Options } from "./asked";

type Opened = Told<"difference">;
type Side = Schemas["SideThere"];
const AROUND = 40;
const MORE = 80;

export function OnePlace({ id, options, study, onClose, next, previous }: { id: string; options: Options; study: Schemas["StudyHere"]; onClose: () => void; next: (() => void) | undefined; previous: (() => void) | undefined }) {
  const [context, setContext] = useState(AROUND);
  const asked = { options, difference: id, context };
  const found = useQuery({ queryKey: ["agree", "place", asked], queryFn: () => ask("difference", asked), placeholderData: (before) => before });
  const data = found.data;
  const title = data === undefined ? t("app.loading") : t("agree.placeTitle", { kind: t(`agree.kind.${data.difference.kind}`), source: data.difference.source_name });
  return (
    <Beside title={title} onClose={onClose}>
      <div className="row">
        {previous !== undefined && <button type="button" className="button" onClick={previous}>{t("agree.previous")}</button>}
        {next !== undefined && <button type="button" className="button" onClick={next}>{t("agree.next")}</button>}
      </div>
      {found.error !== null && <Problem error={found.error} again={() => void found.refetch()} />}
      {data !== undefined && (
        <>
          <p className="small">{t(`agree.kindSays.${data.difference.kind}`)} <span className="soft">{data.participants.length > 0 ? t("agree.saidBy", { who: data.participants.join("; ") }) : t("agree.nobodys")}.</span></p>
          <Words data={data} />
          <div className="row">
            <button type="button" className="button plain" onClick={() => setContext(context + MORE)}>{t("agree.moreWords")}</button>
            <a href={placeOf(data.difference)} onClick={within}>{t("agree.inTranscript")}</a>
          </div>
          <Decide data={data} study={study} />
        </>
      )}
    </Beside>
  );
}

function Words({ data }: { data: Opened }) {
  const { covers } = useSpared();
  const [shown, setShown] = useState(false);
  const about = data.covered.filter(covers);
  const { difference } = data;
  const differ = new Set([difference.coding, difference.other_coding]);
  const hidden = about.length > 0 && !shown;
  return (
    <>
      {hidden && (
        <p className="row covered">
          <span>{t("quote.covered", { about: about.join(", ") })}</span>
          <button type="button" className="button" onClick={() => setShown(true)}>{t("quote.show")}</button>
        </p>
      )}
      <div className="two layers" role="group" aria-label={t("agree.sides")}>
        {data.sides.map((side, at) => (
          <section key={at} aria-label={t("agree.side", { name: side.label })}>
            <h3>{side.label}</h3>
            {!hidden && <Layer text={data.text} from={data.from} side={side} differ={differ} />}
            {side.codings.length === 0 ? (
              <p className="soft small">{t("agree.sideNothing", { name: side.label })}</p>
            ) : (
              <ul className="small">
                {side.codings.map((one) => (
                  <li key={one.id}>
                    {differ.has(one.id) ? <strong>{one.code}</strong> : one.code}
                    {one.denied && `, ${t("agree.denies")}`}
                    {one.member !== side.label && ` (${one.member})`}
                    {differ.has(one.id) && <span className="flag"> {t("agree.differs")}</span>}
                  </li>
                ))}
              </ul>
            )}
          </section>
        ))}
      </div>
      <p className="soft small">{t("agree.asBefore")}</p>
    </>
  );
}

function Layer({ text, from, side, differ }: { text: string; from: number; side: Side; differ: ReadonlySet<string> }) {
  return (
    <blockquote className="layer" dir="auto">
      {pieces(text, from, side.codings).map(({ words, on }, at) => {
        if (on.length === 0) return <span key={at}>{words}</span>;
        const codes = on.map((one) => one.code).join(", ");
        return (
          <mark key={at} data-differs={on.some((one) => differ.has(one.id)) || undefined} title={codes}>
            <span className="apart">{t("agree.begins", { codes })}</span>
            {words}
            <span className="apart">{t("agree.ends", { codes })}</span>
          </mark>
        );
      })}
    </blockquote>
  );
}
