/**
 * Words that may be names: each is confirmed by somebody or stays as it is, and what stands for it can be changed.
 *
 * Proposals are shown as they stand in the texts; whoever confirms them sees real names. Nothing is sent anywhere.
 */
import { useState } from "react";
import { plain, Refused, type Schemas } from "../../api/client";
import { Field } from "../../components/Field";
import { NewPassphrase, type Typed } from "../../components/NewPassphrase";
import { Problem } from "../../components/parts";
import { useSay } from "../../components/said";
import { t } from "../../messages";
import { replaced, type Asked, type Replaced, type Review } from "./review";

type Names = Schemas["NamesHere"];
type Name = Schemas["NameHere"];

export interface Kept {
  none: boolean;
  path: string;
  typed: Typed;
}

export function NamesToReplace({ upload, asked, names, review, kept, wrong, onNames, onReplace, onKept }: {
  upload: string;
  asked: Asked;
  names: Names;
  review: Review;
  kept: Kept;
  wrong: { first?: string | undefined; second?: string | undefined };
  onNames: (names: Names) => void;
  onReplace: (names: Record<string, Replaced>) => void;
  onKept: (kept: Kept) => void;
}) {
  const [own, setOwn] = useState("");
  const sure = names.names.filter((one) => one.sure);
  const less = names.names.filter((one) => !one.sure);
  const added = Object.keys(review.names).filter((word) => !names.names.some((one) => one.words === word));
  const count = replaced(review).length;
  const add = () => {
    const word = own.trim();
    if (word === "") return;
    onReplace({ ...review.names, [word]: { chosen: true, becomes: `[name ${names.names.length + added.length + 1}]` } });
    setOwn("");
  };
  const every = (among: readonly Name[]) =>
    onReplace({ ...review.names, ...Object.fromEntries(among.map((one) => [one.words, { becomes: review.names[one.words]?.becomes ?? one.becomes, chosen: true }])) });
  return (
    <section>
      <h2 id="names">{t("bring.names")}</h2>
      <p>{t("bring.namesWhat")}</p>
      {names.nouns && <p className="note">{t("bring.namesNouns")}</p>}
      {names.names.length === 0 && <p>{t("bring.namesNone")}</p>}
      {sure.length > 1 && (
        <p><button type="button" className="button" onClick={() => every(sure)}>{t("bring.allSure", { count: sure.length })}</button></p>
      )}
      {sure.length > 0 && <Table names={sure} review={review} onReplace={onReplace} label={t("bring.names")} />}
      {less.length > 0 && (
        <details>
          <summary>{t("bring.namesLess", { count: less.length })}</summary>
          <Table names={less} review={review} onReplace={onReplace} label={t("bring.namesLess", { count: less.length })} />
        </details>
      )}
      {added.length > 0 && <Table names={added.map(asAdded)} review={review} onReplace={onReplace} label={t("bring.sign.own")} />}
      <form className="row" onSubmit={(event) => { event.preventDefault(); add(); }}>
        <label className="field">
          <span>{t("bring.addName")}</span>
          <input type="text" value={own} onChange={(event) => setOwn(event.target.value)} />
        </label>
        <button type="submit" className="button">{t("bring.addNameDo")}</button>
      </form>
      {(names.register.there || count > 0) && (
        <Register upload={upload} asked={asked} names={names} count={count} kept={kept} wrong={wrong} onNames={onNames} onKept={onKept} />
      )}
      {count > 0 && <p role="status">{t("bring.namesChosen", { count })} {t("bring.original")}</p>}
    </section>
  );
}

function asAdded(words: string): Name {
  return { words, nature: "", signs: [], sure: true, count: 0, documents: 0, part_of: "", document: "", before: "", after: "", becomes: "", listed: false };
}

const PAGE = 60;

function Table({ names, review, onReplace, label }: { names: readonly Name[]; review: Review; onReplace: (names: Record<string, Replaced>) => void; label: string }) {
  const [shown, setShown] = useState(PAGE);
  const set = (one: Name, change: Partial<Replaced>) =>
    onReplace({ ...review.names, [one.words]: { becomes: one.becomes, chosen: false, ...review.names[one.words], ...change } });
  return (
    <>
      <div className="scrolled" role="region" tabIndex={0} aria-label={label}>
        <table className="lined corrections">
          <caption className="apart">{label}</caption>
          <thead>
            <tr>
              <th scope="col">{t("bring.replaceHead")}</th>
              <th scope="col">{t("bring.name")}</th>
              <th scope="col">{t("bring.becomes")}</th>
              <th scope="col" className="num">{t("bring.times")}</th>
              <th scope="col">{t("bring.where")}</th>
              <th scope="col">{t("bring.why")}</th>
            </tr>
          </thead>
          <tbody>
            {names.slice(0, shown).map((one) => {
              const decided = review.names[one.words];
              return (
                <tr key={one.words}>
                  <td>
                    <label className="tick">
                      <span className="apart">{t("bring.replace", { name: one.words })}</span>
                      <input type="checkbox" checked={decided?.chosen ?? false} onChange={(event) => set(one, { chosen: event.target.checked })} />
                    </label>
                  </td>
                  <th scope="row"><strong>{one.words}</strong>{one.nature !== "" && <span className="soft small"> {t(`bring.nature.${one.nature}`)}</span>}</th>
                  <td>
                    <input type="text" aria-label={t("bring.becomesOf", { name: one.words })} readOnly={one.listed} value={decided?.becomes ?? one.becomes} onChange={(event) => set(one, { becomes: event.target.value, chosen: true })} />
                  </td>
                  <td className="num">{one.count === 0 ? "" : one.count}</td>
                  <td className="small words">{one.before}<mark>{one.words}</mark>{one.after}</td>
                  <td className="small">{one.listed ? t("bring.sign.listed") : one.signs.length === 0 ? t("bring.sign.own") : one.signs.map((sign) => t(`bring.sign.${sign}`)).join(", ")}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {names.length > shown && <button type="button" className="button" onClick={() => setShown(shown + PAGE)}>{t("bring.more", { count: Math.min(PAGE, names.length - shown) })}</button>}
    </>
  );
}

function Register({ upload, asked, names, count, kept, wrong, onNames, onKept }: {
  upload: string;
  asked: Asked;
  names: Names;
  count: number;
  kept: Kept;
  wrong: { first?: string | undefined; second?: string | undefined };
  onNames: (names: Names) => void;
  onKept: (kept: Kept) => void;
}) {
  const { say } = useSay();
  const [error, setError] = useState<unknown>(null);
  const open = () => {
    setError(null);
    plain("POST", "/api/imports/{upload}/names", { path: { upload } }, { asked: { ...asked, names: [] }, register: { path: kept.path, passphrase: kept.typed.first } })
      .then((answer) => {
        const found = answer as Names;
        onNames(found);
        say(t("bring.registerOpened", { count: found.register.names ?? 0 }));
      })
      .catch(setError);
  };
  const refused = error instanceof Refused && error.code === "wrong-passphrase";
  return (
    <div className="aside narrow">
      <h3>{t("bring.register")}</h3>
      <p>{t("bring.registerWhat")}</p>
      {!names.register.there && (
        <label className="row choice">
          <input type="checkbox" checked={kept.none} onChange={(event) => onKept({ ...kept, none: event.target.checked })} />
          {t("bring.registerNone")}
        </label>
      )}
      {kept.none ? (
        <p className="note">{t("bring.registerNoneWhat")}</p>
      ) : names.register.there ? (
        <form onSubmit={(event) => { event.preventDefault(); open(); }}>
          <p>{t("bring.registerThere")} <span className="path">{names.register.path}</span></p>
          <Field label={t("start.passphrase")} error={refused ? t("bring.registerWrong") : wrong.first}>
            {(tied) => <input {...tied} type="password" autoComplete="off" value={kept.typed.first} onChange={(event) => onKept({ ...kept, typed: { first: event.target.value, second: event.target.value } })} />}
          </Field>
          {error !== null && !refused && <Problem error={error} />}
          {names.register.names === null ? (
            <button type="submit" className="button">{t("bring.registerOpen")}</button>
          ) : (
            <p>{t("bring.registerOpened", { count: names.register.names })}</p>
          )}
        </form>
      ) : (
        count > 0 && (
          <>
            <Field label={t("bring.registerPlace")} hint={t("bring.registerPlaceHint")}>
              {(tied) => <input {...tied} type="text" spellCheck={false} value={kept.path === "" ? names.register.path : kept.path} onChange={(event) => onKept({ ...kept, path: event.target.value })} />}
            </Field>
            <NewPassphrase typed={kept.typed} onType={(typed) => onKept({ ...kept, typed })} wrong={wrong} />
          </>
        )
      )}
    </div>
  );
}
