/** The way to the study as it was at the end of a day. */
import { useState } from "react";
import { lookAt } from "../../api/hooks";
import { useSay } from "../../components/said";
import { go } from "../../lib/router";
import { t } from "../../messages";

const days = new Intl.DateTimeFormat(undefined, { dateStyle: "long", timeZone: "UTC" });

export function AsOf() {
  const [day, setDay] = useState("");
  const { refuse } = useSay();
  return (
    <form
      aria-label={t("past.asOf")}
      onSubmit={(event) => {
        event.preventDefault();
        lookAt({ at: day, said: t("past.endOf", { day: days.format(Date.parse(day)) }) }).then(() => go("/"), refuse);
      }}
    >
      <h2>{t("past.asOf")}</h2>
      <label className="field">
        <span>{t("past.day")}</span>
        <input type="date" value={day} onChange={(event) => setDay(event.target.value)} />
      </label>
      <button type="submit" className="button" disabled={day === ""}>{t("past.look")}</button>
    </form>
  );
}
