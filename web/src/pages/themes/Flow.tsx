/**
 * Categories flowing into themes, as a diagram and as a table of the same, whose numbers open to the words.
 *
 * What a careful reader would get wrong: bands of one category do not add up. A participant whose words feed two themes is
 * in both.
 */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask, type Schemas } from "../../api/client";
import { within } from "../../app";
import { Empty, Problem } from "../../components/parts";
import { t } from "../../messages";
import { Drawn } from "../compare/Drawn";
import { Beside, Quotations } from "../compare/pieces";
import "../compare/compare.css";
import type { CodeLine, Line } from "./flags";

type Band = Schemas["Band"];
const keyOf = (band: Band): string => `${band.origin} ${band.theme} ${band.how}`;

export default function Flow({ analysis, lines, codes }: { analysis: string; lines: readonly Line[]; codes: readonly CodeLine[] }) {
  const options = { analysis };
  const found = useQuery({ queryKey: ["compare", "flow", options], queryFn: () => ask("flow", options), enabled: lines.length > 0 });
  const [open, setOpen] = useState("");
  if (lines.length === 0) return <Empty title={t("flow.none")}>{t("flow.noneDetail")}</Empty>;
  if (found.error !== null) return <Problem error={found.error} again={() => void found.refetch()} />;
  if (found.data === undefined) return <p className="soft">{t("app.loading")}</p>;
  const { bands, feeding_nothing: feeding, fed_by_nothing: fed } = found.data;
  const opened = bands.find((one) => keyOf(one) === open);
  const close = () => {
    setOpen("");
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-band="${CSS.escape(open)}"]`)?.focus());
  };
  const code = (label: string) => codes.find((one) => one.code.category && (one.code.name === label || one.path === label))?.code.id;
  const theme = (label: string) => lines.find((one) => one.theme.label === label)?.theme.id;
  return (
    <div className="flow">
      <p>{t("flow.lead")}</p>
      {feeding.length + fed.length === 0 && <p className="soft">{t("flow.allFeed")}</p>}
      <Alone title={t("flow.feedingNothing", { count: feeding.length })} labels={feeding} to={(label) => (code(label) === undefined ? undefined : `/codebook/${code(label) ?? ""}`)} />
      <Alone title={t("flow.fedByNothing", { count: fed.length })} labels={fed} to={(label) => (theme(label) === undefined ? undefined : `/themes/${theme(label) ?? ""}`)} />
      {bands.length === 0 ? (
        <Empty title={t("flow.none")}>{t("flow.noneDetail")}</Empty>
      ) : (
        <Drawn drawing={{ of: "flow", options }} title={t("flow.title")}>
          <div className="with-beside">
            <div className="grid-scroller low" role="region" tabIndex={0} aria-label={t("flow.title")}>
              <table className="sides">
                <caption className="apart">{t("flow.table")}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t("flow.from")}</th>
                    <th scope="col">{t("flow.into")}</th>
                    <th scope="col">{t("flow.how")}</th>
                    <th scope="col">{t("flow.cases")}</th>
                    <th scope="col">{t("flow.participants")}</th>
                    <th scope="col">{t("flow.why")}</th>
                  </tr>
                </thead>
                <tbody>
                  {bands.map((one) => (
                    <tr key={keyOf(one)} data-open={one === opened || undefined}>
                      <th scope="row">{one.origin_label}</th>
                      <td><a href={`/themes/${one.theme}`} onClick={within}>{one.theme_label}</a></td>
                      <td>{one.whole ? t("flow.whole", { how: one.how }) : one.how}</td>
                      <td>{one.cases}</td>
                      <td>
                        {one.participants === 0 ? <span className="soft">{t("flow.unbacked")}</span> : (
                          <button
                            type="button" className="button plain" data-band={keyOf(one)} aria-expanded={one === opened}
                            aria-label={t("flow.openBand", { count: one.participants, origin: one.origin_label, theme: one.theme_label })}
                            onClick={() => setOpen(keyOf(one))}
                          >
                            {one.participants}
                          </button>
                        )}
                      </td>
                      <td>{one.reason}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
            {opened !== undefined && <OneBand key={keyOf(opened)} band={opened} onClose={close} />}
          </div>
        </Drawn>
      )}
      {found.data.notes.slice(0, 1).map((note) => <p key={note} className="soft small">{note}</p>)}
    </div>
  );
}

function Alone({ title, labels, to }: { title: string; labels: readonly string[]; to: (label: string) => string | undefined }) {
  if (labels.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul className="list row">
        {labels.map((label) => {
          const address = to(label);
          return <li key={label} className="flag">{address === undefined ? label : <a href={address} onClick={within}>{label}</a>}</li>;
        })}
      </ul>
    </section>
  );
}

function OneBand({ band, onClose }: { band: Band; onClose: () => void }) {
  const asked = { codings: band.coding_ids, limit: 1000 };
  const found = useQuery({ queryKey: ["compare", "codings", asked], queryFn: () => ask("codings", asked) });
  return (
    <Beside title={t("flow.band", { origin: band.origin_label, theme: band.theme_label })} onClose={onClose}>
      {found.error !== null && <Problem error={found.error} again={() => void found.refetch()} />}
      {found.data === undefined ? <p className="soft">{t("app.loading")}</p> : <Quotations all={found.data.quotations} />}
    </Beside>
  );
}
