/** Whether what is written is saved, and what went wrong where it is not. Nothing that is read out while all is well. */
import { t } from "../messages";
import { Problem } from "./parts";
import type { Saving } from "./kept";

export function KeptState({ state, again, theirs = null }: { state: Saving; again: () => void; theirs?: string | null }) {
  return (
    <>
      <p className="soft small kept-state" role="status">{t(`kept.${state.is}`)}</p>
      {state.error !== null && <Problem error={state.error} again={again} />}
      {theirs !== null && (
        <div className="note small">
          <p>{t("kept.theirs")}</p>
          <blockquote dir="auto">{theirs}</blockquote>
        </div>
      )}
    </>
  );
}
