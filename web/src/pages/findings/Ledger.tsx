/**
 * The ledger: every claim with its status, its counts, what it depends on, and what became of it since one looked.
 *
 * What a careful reader would get wrong: the status is worked out by the server whenever something changes, and kept
 * nowhere. *Not shown* is no failure; who is missing stands beside it.
 */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask } from "../../api/client";
import { useDoing } from "../../components/doing";
import { Empty, Problem } from "../../components/parts";
import { t } from "../../messages";
import { useHere } from "../compare/address";
import { Notes, Saving } from "../compare/pieces";
import { OneClaim } from "./OneClaim";
import { Thresholds } from "./Thresholds";
import { WriteClaim } from "./WriteClaim";

const SHOWS = ["claims"];

export function Ledger({ may, mayLook }: { may: boolean; mayLook: boolean }) {
  const here = useHere();
  const { run } = useDoing();
  const [changing, setChanging] = useState("");
  const found = useQuery({ queryKey: ["claims", "all"], queryFn: () => ask("claims", {}), placeholderData: (before) => before });
  const back = useQuery({ queryKey: ["claims", "since"], queryFn: () => ask("claims_since", {}), placeholderData: (before) => before });
  const data = found.data;
  const since = new Map(back.data?.claims.map((one) => [one.claim, one]));
  const count = (status: string) => data?.standings.filter((one) => one.status === status).length ?? 0;
  const same = back.data !== undefined && back.data.claims.length > 0 && back.data.claims.every((one) => one.looked && one.what.length === 0);
  return (
    <>
      <p>{t("ledger.lead")}</p>
      {found.error !== null && <Problem error={found.error} again={() => void found.refetch()} />}
      {found.isPending && <p className="soft">{t("ledger.checking")}</p>}
      {data !== undefined && (
        <>
          {data.standings.length === 0 ? (
            <Empty title={t("ledger.none")}>{t("ledger.noneDetail")}</Empty>
          ) : (
            <>
              <div className="row tools">
                <p><strong>{t("ledger.counts", { count: data.standings.length, shown: count("shown"), contradicted: count("contradicted") })}</strong></p>
                {mayLook && (
                  <button type="button" className="button" onClick={() => void run("claim.look", { claims: data.standings.map((one) => one.claim) }, { sentence: t("ledger.looked"), shows: SHOWS })}>
                    {t("ledger.look")}
                  </button>
                )}
                <Saving drawing={{ of: "claims", options: {} }} title={t("screen.findings")} />
              </div>
              {same && <p className="soft">{t("ledger.asItWas")}</p>}
              {back.isPending && <p className="soft">{t("ledger.lookingBack")}</p>}
              {back.error !== null && <Problem error={back.error} again={() => void back.refetch()} />}
              <ol className="list ledger" aria-label={t("ledger.list")}>
                {data.standings.map((one, place) => {
                  const claim = data.claims[place];
                  return (
                    <li key={one.claim} data-status={one.status}>
                      {changing === one.claim && claim !== undefined ? (
                        <WriteClaim key={one.claim} claim={claim} query={one.query} onDone={() => setChanging("")} />
                      ) : (
                        <OneClaim
                          one={one}
                          since={since.get(one.claim)}
                          open={here.get("claim", "") === one.claim}
                          onOpen={(open) => here.change({ claim: open ? one.claim : null }, true)}
                          onChange={may ? () => setChanging(one.claim) : undefined}
                          onRemove={may ? () => void run("claim.remove", { claims: [one.claim] }, { sentence: t("ledger.removed", { sentence: one.sentence }), shows: SHOWS }) : undefined}
                        />
                      )}
                    </li>
                  );
                })}
              </ol>
            </>
          )}
          {may && <WriteClaim />}
          <Thresholds said={data.thresholds} may={may} />
          <Notes notes={data.notes} />
        </>
      )}
    </>
  );
}
