/**
 * The page of a report in a frame, which keeps the place where somebody reads when the report is made anew.
 *
 * The new page is loaded behind the one that is shown and takes its place when it is there. What a careful reader would
 * get wrong: parts above may have come or gone meanwhile, so the place is kept within its part, not in pixels of the page.
 */
import { useState } from "react";
import { t } from "../../messages";

interface Place {
  readonly part: string;
  readonly below: number;
}

const heads = (page: Document): HTMLElement[] => [...page.querySelectorAll<HTMLElement>("h2")];
const top = (page: Document, head: HTMLElement): number => head.getBoundingClientRect().top + (page.defaultView?.scrollY ?? 0);

/** Where the upper edge stands: in which part, and how far below its head. */
function placeOf(page: Document): Place {
  const here = page.defaultView?.scrollY ?? 0;
  const head = heads(page).findLast((one) => top(page, one) <= here + 1);
  return head === undefined ? { part: "", below: here } : { part: head.textContent, below: here - top(page, head) };
}

function bringTo(page: Document, place: Place): void {
  const head = heads(page).find((one) => one.textContent === place.part);
  // Whoever read a part that is left out now begins at the beginning.
  if (head === undefined && place.part !== "") return;
  page.defaultView?.scrollTo({ top: (head === undefined ? 0 : top(page, head)) + place.below, behavior: "instant" });
}

export function Frame({ job, old }: { job: string; old: boolean }) {
  const [shown, setShown] = useState(job);
  const frames = shown === job ? [job] : [shown, job];
  return (
    <div className={old ? "frames old" : "frames"}>
      {frames.map((one) => (
        <iframe
          key={one}
          title={t("report.frame")}
          src={`/api/jobs/${one}/file?shown=yes`}
          sandbox="allow-same-origin"
          data-job={one}
          className={one === shown ? undefined : "coming"}
          aria-hidden={one === shown ? undefined : true}
          tabIndex={one === shown ? 0 : -1}
          onLoad={(event) => {
            if (one === shown) return;
            const before = document.querySelector<HTMLIFrameElement>(`.frames iframe[data-job="${shown}"]`)?.contentDocument;
            const now = event.currentTarget.contentDocument;
            if (before && now) bringTo(now, placeOf(before));
            setShown(one);
          }}
        />
      ))}
    </div>
  );
}
