/**
 * Who stands behind a theme as it reads now, which change made a sign-off lapse, and changes marked as wording only.
 *
 * What a careful reader would get wrong: nobody signs for another, and a sign-off is never withdrawn by a change. It
 * lapses, and holds again where the change turns out not to have been one.
 */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask, type Schemas } from "../../api/client";
import { within } from "../../app";
import { useDoing } from "../../components/doing";
import { Problem } from "../../components/parts";
import { t } from "../../messages";

const SHOWS = ["signed", "themes"];

export function SignOffs({ theme, study }: { theme: Schemas["Theme"]; study: Schemas["StudyHere"] }) {
  const { run } = useDoing();
  const [note, setNote] = useState("");
  const found = useQuery({ queryKey: ["signed"], queryFn: () => ask("signed", {}) });
  const one = found.data?.themes.find((each) => each.standing.theme === theme.id);
  const name = (member: string) => study.members.find((each) => each.id === member)?.name ?? "";
  const me = study.me.member?.id;
  const maySign = me !== undefined && one !== undefined && [...one.standing.missing, ...one.standing.agreed, ...one.standing.against].includes(me);
  const sign = (agrees: boolean) =>
    void run("theme.sign_off", { theme: theme.id, agrees, note }, { sentence: t(agrees ? "sign.saidYes" : "sign.saidNo", { label: theme.label }), shows: SHOWS }).then((done) => done !== null && setNote(""));
  return (
    <section className="signing">
      <h3>{t("sign.title")}</h3>
      {found.error !== null && <Problem error={found.error} again={() => void found.refetch()} />}
      {one !== undefined && (
        <>
          <p className={one.by_all ? undefined : "soft"}>{t(one.by_all ? "sign.byAll" : "sign.notByAll")}</p>
          <ul>
            {one.standing.signatures.map((each) => (
              <li key={each.member}>
                {t(each.lapsed ? "sign.lapsed" : each.agrees ? "sign.agrees" : "sign.against", { name: name(each.member) })}
                {each.note !== "" && <span className="told">: {each.note}</span>}
                {each.by.length > 0 && <> (<a href={`/history?entry=${each.by[0]}`} onClick={within}>{t("sign.what")}</a>)</>}
              </li>
            ))}
            {one.standing.missing.filter((each) => !one.standing.signatures.some((signed) => signed.member === each)).map((each) => (
              <li key={each} className="soft">{t("sign.missing", { name: name(each) })}</li>
            ))}
          </ul>
          {one.standing.wording.length > 0 && (
            <>
              <h4>{t("sign.wording")}</h4>
              <ul className="list">
                {one.standing.wording.map((each) => <Wording key={each.id} one={each} name={name} may={me !== undefined && each.shown_to.includes(me)} />)}
              </ul>
            </>
          )}
          {maySign && (
            <div className="row fields">
              <label className="field"><span>{t("sign.note")}</span><input type="text" value={note} onChange={(event) => setNote(event.target.value)} /></label>
              <button type="button" className="button" onClick={() => sign(true)}>{t("sign.yes")}</button>
              <button type="button" className="button plain" onClick={() => sign(false)}>{t("sign.no")}</button>
            </div>
          )}
        </>
      )}
    </section>
  );
}

function Wording({ one, name, may }: { one: Schemas["Wording"]; name: (member: string) => string; may: boolean }) {
  const { run } = useDoing();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState("");
  return (
    <li>
      <p>
        {t("sign.wordingBy", { name: name(one.member) })} (<a href={`/history?entry=${one.entry}`} onClick={within}>{t("sign.what")}</a>)
      </p>
      {one.contested !== null && <p className="flag">{t("sign.wordingContested", { name: name(one.contested), reason: one.reason })}</p>}
      {may && one.contested === null && (
        <button type="button" className="button" aria-expanded={asking} aria-label={t("sign.contestName", { name: name(one.member) })} onClick={() => setAsking(!asking)}>{t("sign.contest")}</button>
      )}
      {asking && (
        <form
          className="row fields"
          onSubmit={(event) => {
            event.preventDefault();
            void run("wording.contest", { wording: one.id, reason }, { sentence: t("sign.contested"), shows: SHOWS }).then((done) => done !== null && setAsking(false));
          }}
        >
          <label className="field"><span>{t("sign.contestWhy")}</span><input type="text" required value={reason} onChange={(event) => setReason(event.target.value)} /></label>
          <button type="submit" className="button" disabled={reason.trim() === ""}>{t("sign.contest")}</button>
        </form>
      )}
    </li>
  );
}
