/** A question put together by hand: every choice is written into the question at once. */
import { useState } from "react";
import { useCodebook, useRows, useStudy } from "../../api/hooks";
import { CodePicker } from "../../components/CodePicker";
import { t } from "../../messages";
import type { Asking } from "./asking";
import { NOTHING, parts, written, type Parts, type Together } from "./language";

const GROUPS = ["all", "any", "none"] as const;
const TOGETHER: readonly Together[] = ["AND", "OVERLAPS", "INSIDE", "NEAR", "BEFORE"];

export function Build({ draft, onChange }: { draft: Asking; onChange: (draft: Asking) => void }) {
  const [picking, setPicking] = useState<(typeof GROUPS)[number] | null>(null);
  const codes = useCodebook().data?.codes ?? [];
  const cases = useRows("case").data ?? [];
  const roles = useStudy().data?.roles ?? [];
  const read = parts(draft.nature, draft.text);
  const shown = read ?? NOTHING;
  const words = draft.nature === "words";
  const change = (next: Partial<Parts>) => onChange({ ...draft, text: written(draft.nature, { ...shown, ...next }) });

  return (
    <div className="parts">
      {read === null && <p className="problem">{t("find.formCannot")}</p>}
      {words && (
        <label className="field">
          <span>{t("find.words")}</span>
          <input type="text" value={shown.words} onChange={(event) => change({ words: event.target.value })} />
        </label>
      )}
      {GROUPS.map((group) => (
        <div key={group} className="row" role="group" aria-label={t(`find.${group}`)}>
          <span>{t(`find.${group}`)}</span>
          {shown[group].map((name) => (
            <button
              key={name}
              type="button"
              className="button chip"
              aria-label={t("find.takeOut", { name })}
              onClick={() => change({ [group]: shown[group].filter((one) => one !== name) })}
            >
              {name} <span aria-hidden="true">×</span>
            </button>
          ))}
          <button type="button" className="button plain" aria-label={`${t("find.addCode")} ${t(`find.${group}`)}`} onClick={() => setPicking(group)}>
            {t("find.addCode")}
          </button>
        </div>
      ))}
      {words ? (
        <div className="row">
          <label className="row">
            {t("find.role")}
            <select value={shown.role} onChange={(event) => change({ role: event.target.value })}>
              <option value="">{t("find.whoever")}</option>
              {withOwn(roles.map((one) => one.name), shown.role).map((one) => (
                <option key={one}>{one}</option>
              ))}
            </select>
          </label>
          <label className="row">
            {t("find.case")}
            <select value={shown.place} onChange={(event) => change({ place: event.target.value })}>
              <option value="">{t("find.wherever")}</option>
              {withOwn(cases.map((one) => one.code), shown.place).map((one) => (
                <option key={one}>{one}</option>
              ))}
            </select>
          </label>
        </div>
      ) : (
        <div className="row">
          {shown.all.length === 2 && (
            <label className="row">
              {t("find.together")}
              <select value={shown.together} onChange={(event) => change({ together: event.target.value as Together })}>
                {TOGETHER.map((one) => (
                  <option key={one} value={one}>{t(`find.together.${one}`)}</option>
                ))}
              </select>
            </label>
          )}
          {shown.all.length === 2 && (shown.together === "NEAR" || shown.together === "BEFORE") && (
            <label className="row">
              {t("find.near")}
              <input type="number" min={0} max={999} value={shown.near} onChange={(event) => change({ near: Math.max(0, Math.floor(Number(event.target.value))) })} />
            </label>
          )}
          <label className="row">
            {t("find.within")}
            <select value={draft.within} onChange={(event) => onChange({ ...draft, within: event.target.value as Asking["within"] })}>
              {(["turn", "source", "participant"] as const).map((one) => (
                <option key={one} value={one}>{t(`find.within.${one}`)}</option>
              ))}
            </select>
          </label>
        </div>
      )}
      {picking !== null && (
        <CodePicker
          title={t(`find.${picking}`)}
          codes={codes}
          recent={[]}
          onChoose={(code, more) => {
            const path = codes.find((one) => one.code.id === code.id)?.path ?? code.name;
            if (!shown[picking].includes(path)) change({ [picking]: [...shown[picking], path] });
            if (!more) setPicking(null);
          }}
          onClose={() => setPicking(null)}
        />
      )}
    </div>
  );
}

/** What is written may be another name of something (SU): it stays a choice. */
function withOwn(names: readonly string[], own: string): string[] {
  return own === "" || names.includes(own) ? [...names] : [own, ...names];
}
