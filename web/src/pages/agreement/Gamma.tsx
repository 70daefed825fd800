/** Gamma on request: it is drawn by chance and takes its time, so nobody gets it who did not ask. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask } from "../../api/client";
import { Problem } from "../../components/parts";
import { t } from "../../messages";
import { Notes } from "../compare/pieces";
import type { Options } from "./asked";

export function Gamma({ options }: { options: Options }) {
  const written = JSON.stringify(options);
  const [asked, setAsked] = useState("");
  const wanted = asked === written;
  const found = useQuery({ queryKey: ["agree", "gamma", options], queryFn: () => ask("gamma", { ...options, seconds: 20 }), enabled: wanted });
  const gamma = found.data?.gamma;
  const two = (value: number | null) => (value === null ? "–" : value.toFixed(2));
  return (
    <section aria-labelledby="gamma">
      <h2 id="gamma">{t("agree.gamma")}</h2>
      <p>{t("agree.gammaLead")}</p>
      {!wanted && <button type="button" className="button" onClick={() => setAsked(written)}>{t("agree.gammaAsk")}</button>}
      <div role="status">
        {found.isFetching && <p className="soft">{t("agree.gammaWorking")}</p>}
        {wanted && gamma != null && (gamma.value === null ? <p>{t("agree.gammaUndefined", { why: gamma.undefined })}</p> : <p><strong>{t("agree.gammaIs", { value: two(gamma.value), low: two(gamma.low), high: two(gamma.high), cat: two(gamma.cat), texts: found.data?.texts ?? 0, samples: gamma.samples })}</strong></p>)}
      </div>
      {wanted && gamma != null && !gamma.in_time && <p className="note">{t("agree.gammaHurried")}</p>}
      {wanted && found.error !== null && <Problem error={found.error} again={() => void found.refetch()} />}
      {wanted && found.data !== undefined && <Notes notes={found.data.notes} />}
    </section>
  );
}
