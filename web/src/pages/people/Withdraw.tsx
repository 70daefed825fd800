/**
 * A participant withdraws: everything that erasing their words would touch, seen before anything is done; who asked and why;
 * then it is done, and cannot be undone.
 *
 * What a careful reader would get wrong: this is not removing. Removing hides a person and can be undone; this takes the
 * words out of every byte of the study, and a merge carries it to other copies.
 */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { act, plain, type Schemas } from "../../api/client";
import { queries } from "../../api/hooks";
import { Dialog, Problem } from "../../components/parts";
import { useSay } from "../../components/said";
import { go } from "../../lib/router";
import { t, type Key } from "../../messages";

type Reach = Schemas["ReachHere"];
type Touched = Schemas["TouchedThing"];

export function Withdraw({ id, identifier, onErasing, onClose }: { id: string; identifier: string; onErasing: (erasing: boolean) => void; onClose: () => void }) {
  const { say } = useSay();
  const [keep, setKeep] = useState(false);
  const [since, setSince] = useState("");
  const [spare, setSpare] = useState(false);
  const [because, setBecause] = useState("");
  const [typed, setTyped] = useState("");
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const from = /^\d{4}-\d{2}-\d{2}$/u.test(since.trim()) ? since.trim() : "";
  const asked = { participant: id, keep_codings: keep, since: from, spare_others: spare };
  const reach = useQuery({
    queryKey: ["reach", asked],
    queryFn: async () => (await plain("POST", "/api/ask/reach", {}, asked)) as Reach,
    gcTime: 0,
    enabled: !busy,
    placeholderData: (before) => before,
  });
  const undated = reach.data?.undated.length ?? 0;
  const ready = because.trim() !== "" && typed.trim() === identifier && reach.data !== undefined && !reach.isPlaceholderData && undated === 0 && (since.trim() === "" || from !== "") && !busy;
  const erase = () => {
    setBusy(true);
    // Nothing of somebody who goes is asked for any more.
    onErasing(true);
    act("participant.erase", asked, { because }).then(
      () => {
        say(t("withdraw.done", { name: identifier }));
        go("/people/participants");
        void queries.invalidateQueries();
      },
      (refused: unknown) => {
        setBusy(false);
        onErasing(false);
        setError(refused);
      },
    );
  };
  return (
    <Dialog title={t("withdraw.open", { name: identifier })} onClose={onClose}>
      <p>{t("withdraw.what")}</p>
      <fieldset className="group">
        <legend>{t("withdraw.how")}</legend>
        <label className="row"><input type="radio" name="keep" checked={!keep} onChange={() => setKeep(false)} /> {t("withdraw.all")}</label>
        <label className="row"><input type="radio" name="keep" checked={keep} onChange={() => setKeep(true)} /> {t("withdraw.keep")}</label>
        <label className="row"><input type="checkbox" checked={spare} onChange={(event) => setSpare(event.target.checked)} /> {t("withdraw.spare")}</label>
      </fieldset>
      <label className="field">
        <span>{t("withdraw.since")}</span>
        <input type="text" placeholder="2026-03-31" value={since} aria-invalid={since.trim() !== "" && from === ""} aria-describedby="since-why" onChange={(event) => setSince(event.target.value)} />
      </label>
      <p id="since-why" role="status" className="grid-why small">{since.trim() !== "" && from === "" && t("withdraw.sinceWrong")}</p>
      <h3>{t("withdraw.touches")}</h3>
      {reach.error !== null && <Problem error={reach.error} again={() => void reach.refetch()} />}
      {reach.data === undefined ? <p className="soft">{t("app.loading")}</p> : <Touches reach={reach.data} keep={keep} />}
      <p className="soft small">{t("withdraw.outside")}</p>
      <label className="field">
        <span>{t("withdraw.because")}</span>
        <textarea rows={2} value={because} onChange={(event) => setBecause(event.target.value)} />
      </label>
      <label className="field">
        <span>{t("withdraw.type", { name: identifier })}</span>
        <input type="text" autoComplete="off" value={typed} onChange={(event) => setTyped(event.target.value)} />
      </label>
      {error !== null && <Problem error={error} />}
      <div className="row">
        <button type="button" className="button danger" disabled={!ready} onClick={erase}>{t("withdraw.do")}</button>
        <button type="button" className="button" onClick={onClose}>{t("book.cancel")}</button>
      </div>
    </Dialog>
  );
}

function Touches({ reach, keep }: { reach: Reach; keep: boolean }) {
  const named = (things: readonly Touched[]) => things.map((one) => (one.name === "" ? one.kind.replaceAll("_", " ") : one.name) + (one.count > 0 ? ` (${one.count.toLocaleString()})` : "")).join("; ");
  const things: [Key, readonly Touched[]][] = [
    ["withdraw.whole", reach.whole],
    ["withdraw.shared", reach.shared],
    ["withdraw.mentions", reach.mentions],
    ["withdraw.others", reach.others],
    ["withdraw.codes", reach.codes],
    ...(keep ? [] : [["withdraw.themes", reach.themes] as [Key, readonly Touched[]]]),
    ["withdraw.products", reach.products],
    ["withdraw.undated", reach.undated],
  ];
  const counts: [Key, number][] = [
    ...(keep ? [] : [["withdraw.codings", reach.codings], ["withdraw.attributes", reach.attributes]] as [Key, number][]),
    ["withdraw.reasons", reach.reasons],
    ["withdraw.files", reach.files],
  ];
  const full = things.filter(([, found]) => found.length > 0);
  const some = counts.filter(([, count]) => count > 0);
  if (full.length + some.length + reach.names.length === 0) return <p>{t("withdraw.nothing")}</p>;
  return (
    <ul className="touches">
      {some.map(([key, count]) => <li key={key}>{t(key, { count })}</li>)}
      {full.map(([key, found]) => <li key={key}><strong>{t(key, { count: found.length })}</strong> {named(found)}</li>)}
      {reach.names.length > 0 && <li>{t("withdraw.names", { names: reach.names.join(", ") })}</li>}
    </ul>
  );
}
