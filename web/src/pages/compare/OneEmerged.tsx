/** A code, opened: the words that were said before anybody asked, each with what was said before them; or who stands behind its other numbers. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask, type Asked, type Schemas } from "../../api/client";
import { useRows } from "../../api/hooks";
import { Covered } from "../../components/Covered";
import { Problem } from "../../components/parts";
import { fromCoding, Quotation } from "../../components/Quotation";
import { t } from "../../messages";
import { labelOf } from "./Arrange";
import { People } from "./Number";
import { Beside } from "./pieces";

const MANY = 20;
/** How much is shown of what was said before: its end, which is nearest to the words. */
const LONGEST = 300;

export function OneEmerged({ options, row, what, onClose }: { options: Asked<"emerged">; row: Schemas["EmergedRow"]; what: string; onClose: () => void }) {
  const asked: Asked<"emerged"> = { ...options, open: row.line.key };
  const found = useQuery({ queryKey: ["compare", "emerged one", asked], queryFn: () => ask("emerged", asked) });
  const topics = new Map(useRows("topic").data?.map((one) => [one.id, one.name]));
  const [most, setMost] = useState(MANY);
  const own = found.data?.rows.find((one) => one.line.key === row.line.key);
  const places = found.data?.places ?? [];
  const who = (name: string) => own?.people[name] ?? [];
  const silent = who("asked").filter((id) => !who("asked_said").includes(id));
  return (
    <Beside title={t(`emerged.title.${what === "asked" || what === "prompted" || what === "not_known" || what === "under" ? what : "unprompted"}`, { code: labelOf(row.line) })} onClose={onClose}>
      {found.error !== null && <Problem error={found.error} again={() => void found.refetch()} />}
      {found.isPending && <p className="soft">{t("app.loading")}</p>}
      {own !== undefined && what === "under" && Object.entries(own.under).map(([topic, count]) => (
        <section key={topic}>
          <h3>{t("emerged.whileTopic", { topic, count })}</h3>
          <People ids={who(`under ${topic}`)} />
        </section>
      ))}
      {own !== undefined && (what === "prompted" || what === "not_known") && (
        <>
          <p>{t(`emerged.means.${what}`)}</p>
          <People ids={who(what)} />
        </>
      )}
      {own !== undefined && what === "asked" && (
        <>
          <h3>{t("emerged.askedSaid", { count: own.asked_said })}</h3>
          <People ids={who("asked_said")} />
          <h3>{t("emerged.askedSilent", { count: silent.length })}</h3>
          <People ids={silent} />
        </>
      )}
      {own !== undefined && !["under", "prompted", "not_known", "asked"].includes(what) && (
        <>
          <p><strong>{t("emerged.people", { part: own.unprompted, whole: own.of_participants, cases: own.cases, of: own.of_cases })}</strong></p>
          <People ids={own.participant_ids} />
          <h3>{t("emerged.places", { count: places.length })}</h3>
          <ol className="list quotes">
            {places.slice(0, most).map((place) => (
              <li key={place.quotation.coding.id}>
                <Before place={place} />
                <Quotation quoted={fromCoding(place.quotation)}>
                  <p className="soft small">
                    {t("compare.codedBy", { member: place.quotation.coding.member })}
                    {place.topic !== null && ` · ${t("emerged.talkedOf", { topic: topics.get(place.topic) ?? "" })}`}
                  </p>
                </Quotation>
              </li>
            ))}
          </ol>
          {places.length > most && <button type="button" className="button" onClick={() => setMost(most + MANY)}>{t("compare.more", { count: places.length - most })}</button>}
        </>
      )}
    </Beside>
  );
}

/** What somebody else said last before. */
function Before({ place }: { place: Schemas["EmergedPlace"] }) {
  if (place.before === "") return <p className="soft small">{t("emerged.first")}</p>;
  const words = place.before.length > LONGEST ? `… ${place.before.slice(-LONGEST)}` : place.before;
  return <p className="said-before"><span className="soft small">{t("emerged.before")}</span> <Covered about={place.covered}>{words}</Covered></p>;
}
