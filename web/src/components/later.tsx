/**
 * A part of the workbench whose program is fetched when it is needed, and kept.
 *
 * Not `lazy` and `Suspense`: once React has shown a fallback it holds what comes after it back for 300 ms, so that
 * pages do not flicker. A screen of this machine is there after twenty, and somebody goes from one to the next all day.
 * What a careful reader would get wrong: one that is there already is drawn at once, without a moment of "Reading".
 */
import { useEffect, useState, type ComponentType, type JSX } from "react";
import { Refused } from "../api/client";
import { catalogue, t } from "../messages";
import { Problem } from "./parts";

export interface Later<P> {
  (props: P): JSX.Element;
  /** Fetch it now: somebody is about to want it. */
  fetch: () => void;
}

export function later<P extends object>(load: () => Promise<{ default: ComponentType<P> }>): Later<P> {
  let there: ComponentType<P> | null = null;
  let coming: Promise<void> | null = null;
  const fetched = () =>
    (coming ??= catalogue().then(load).then(
      (found) => {
        there = found.default;
      },
      (error: unknown) => {
        coming = null;
        throw error;
      },
    ));
  function Part(props: P): JSX.Element {
    const [state, setState] = useState<"coming" | "there" | "failed">(there === null ? "coming" : "there");
    useEffect(() => {
      if (state !== "coming") return undefined;
      let here = true;
      fetched().then(() => { if (here) setState("there"); }, () => { if (here) setState("failed"); });
      return () => {
        here = false;
      };
    }, [state]);
    if (there !== null) {
      const Found = there;
      return <Found {...props} />;
    }
    if (state === "coming") return <p className="empty soft">{t("app.loading")}</p>;
    const error = new Refused({ type: "no-answer", title: t("error.noAnswer"), detail: t("error.noAnswerRead") });
    return <Problem error={error} again={() => setState("coming")} />;
  }
  Part.fetch = () => void fetched().catch(() => undefined);
  return Part;
}
