/** One calm line under the header: what is looked at, of how much; its panel comes when it is asked for. */
import { useRef, useState } from "react";
import type { Schemas } from "../api/client";
import { EVERYTHING, isEverything, useInScope, useWholeScope } from "../lib/scope";
import { useScopeWords } from "../lib/scopeWords";
import { t } from "../messages";
import { later } from "./later";
import { useSay } from "./said";

const ScopePanel = later(() => import("./ScopePanel"));

export function ScopeBar({ study }: { study: Schemas["StudyHere"] }) {
  const [open, setOpen] = useState(false);
  const [scope, change] = useWholeScope();
  const words = useScopeWords();
  const counted = useInScope();
  const { say } = useSay();
  const opener = useRef<HTMLButtonElement>(null);
  const everything = isEverything(scope);
  const whole = { cases: study.counts["cases"] ?? 0, participants: study.counts["participants"] ?? 0 };
  const here = counted.data;
  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };
  return (
    <section className="scope" aria-label={t("scope.name")}>
      <div className="row">
        <p>
          {everything ? (
            <>
              <strong>{t("scope.everything")}</strong> {t("scope.whole", whole)}
            </>
          ) : (
            <>
              <strong>{t("scope.here")}</strong> {words.join("; ")}{" "}
              {here && (
                <span className="soft">
                  {t("scope.counted", { cases: here.cases, ofCases: here.of_cases, participants: here.participants, ofParticipants: here.of_participants })}
                </span>
              )}
              {counted.error !== null && <span className="wrong">{t("scope.wrong", { why: counted.error.message })}</span>}
            </>
          )}
        </p>
        <button ref={opener} type="button" className="button plain" aria-expanded={open} aria-controls="scope-panel" onClick={() => setOpen(!open)}>
          {t("scope.change")}
        </button>
        {!everything && (
          <button
            type="button"
            className="button plain"
            onClick={() => {
              change(EVERYTHING);
              opener.current?.focus();
              say(t("scope.cleared"));
            }}
          >
            {t("scope.clear")}
          </button>
        )}
      </div>
      <div id="scope-panel" hidden={!open}>
        {open && <ScopePanel study={study} onClose={close} />}
      </div>
    </section>
  );
}
