/**
 * Retrieve: a question, written or put together by hand, asked of the scope that stands above; what it finds, in context.
 *
 * The question lives in the address, so that going back goes back to it and a link can be a question.
 */
import type { Schemas } from "../../api/client";
import { Refused } from "../../api/client";
import { Empty, Problem } from "../../components/parts";
import { useScopeCodes } from "../../lib/scope";
import { go, useAddress } from "../../lib/router";
import { t } from "../../messages";
import { useMemo } from "react";
import { Ask } from "./Ask";
import { Context } from "./Context";
import { Kept } from "./Kept";
import { Results } from "./Results";
import { addressOf, askingIn, narrowed, PAGE, useFound } from "./asking";
import "./retrieve.css";

export default function Retrieve({ study }: { rest: readonly string[]; study: Schemas["StudyHere"] }) {
  const { query } = useAddress();
  const address = query.toString();
  const asking = useMemo(() => askingIn(new URLSearchParams(address)), [address]);
  const found = useFound(asking);
  const codes = useScopeCodes();
  const may = study.me.may.includes("code");
  const pages = found.data?.pages ?? [];
  const first = pages[0];
  const hits = pages.flatMap((one) => one.hits);
  const asked = asking.text.trim() !== "";
  const mistyped = found.error instanceof Refused && found.error.code !== "no-answer";
  const shift = narrowed(asking, codes) === asking.text ? 0 : 1;

  return (
    <div className="page retrieve" role="region" tabIndex={0} aria-label={t("screen.retrieve")}>
      <h1>{t("find.title")}</h1>
      <div className="halves">
        <Ask asking={asking} error={mistyped ? found.error : null} shift={shift} onAsk={(next) => (addressOf(next) === addressOf(asking) ? void found.refetch() : go(addressOf(next)))} />
        <Kept asking={asking} may={may} />
      </div>
      {!asked && <Empty title={t("find.empty")}>{t("find.emptyDetail")}</Empty>}
      {found.error !== null && !mistyped && <Problem error={found.error} again={() => void found.refetch()} />}
      {asked && found.isLoading && <p className="soft">{t("app.loading")}</p>}
      {first !== undefined && (
        <section className="found" aria-labelledby="found">
          <h2 id="found" aria-live="polite">
            {first.total === 0 ? t("find.nothing") : t(`find.head.${asking.nature}`, { total: first.total })}
          </h2>
          {first.total === 0 && <p>{t("find.nothingDetail")}</p>}
          {first.counts !== null && first.total > 0 && <p>{t("find.counts", first.counts)}</p>}
          {first.notes.length > 0 && <p className="soft small">{first.notes.join(" ")}</p>}
          {first.total > 0 &&
            (asking.nature === "context" ? (
              <Context key={address} term={asking.text} hits={hits} />
            ) : (
              <Results key={address} asking={asking} hits={hits} total={first.total} may={may} />
            ))}
          {hits.length < first.total && (
            <p className="row">
              <span className="soft">{t("find.shown", { shown: hits.length, total: first.total })}</span>
              <button type="button" className="button" disabled={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
                {t("find.more", { count: Math.min(PAGE, first.total - hits.length) })}
              </button>
            </p>
          )}
        </section>
      )}
    </div>
  );
}
