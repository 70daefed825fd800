/** Going through the text: to the next coding, the next turn without one, the next of one code, also in other sources. */
import { useEffect, useRef, type RefObject } from "react";
import { read } from "../../api/client";
import { useSay } from "../../components/said";
import { go, useAddress } from "../../lib/router";
import { t } from "../../messages";
import type { Span } from "../../transcript/spans";
import type { TranscriptView } from "../../transcript/view";
import type { useShown } from "./useShown";

/** The place that an address names, `?from=START&to=END`; null when it names none. */
export function placeIn(query: URLSearchParams): Span | null {
  const [start, end] = ["from", "to"].map((name) => Number(query.get(name) ?? NaN));
  if (start === undefined || end === undefined || !Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end <= start) return null;
  return { start, end };
}

export function useSteps(source: string, shown: ReturnType<typeof useShown>, view: RefObject<TranscriptView | null>, onLook: (ids: readonly string[], current: string | null) => void) {
  const { say, refuse } = useSay();

  const arrive = (span: Span, wanted: string | null) => {
    view.current?.host.focus({ preventScroll: true });
    view.current?.select(span, true);
    const here = view.current?.at(span.start) ?? [];
    onLook(here, wanted ?? here[0] ?? null);
  };

  const next = (back: boolean) => {
    const from = view.current?.here() ?? (back ? Infinity : -1);
    const spans = [...shown.laid].sort((one, two) => one.start - two.start);
    const found = back ? spans.findLast((one) => one.start < from) : spans.find((one) => one.start > from);
    if (found === undefined) say(t("did.noNext"));
    else arrive(found, found.id);
  };

  const uncoded = () => {
    const from = view.current?.here() ?? -1;
    const coded = view.current?.index;
    const found = shown.stretches.find((one, at) => one.start > from && one.turn !== null && coded?.of(at).length === 0);
    if (found === undefined) say(t("did.noMore"));
    else view.current?.select(found, true);
  };

  /** The next place of a code, in the order of the sources; beginning anew after the last. */
  const nextOf = async (code: string, coding: string | null, back: boolean) => {
    try {
      const places = await read("/api/codebook/{code}/places", { path: { code } });
      if (places.length === 0) return;
      const at = places.findIndex((one) => one.coding === coding);
      const to = places[(at + (back ? -1 : 1) + places.length) % places.length] ?? places[0];
      if (to === undefined) return;
      say(t("did.place", { at: places.indexOf(to) + 1, all: places.length, name: shown.byCode.get(code)?.name ?? "" }));
      if (to.source === source) arrive(to, to.coding);
      else go(`/read/${to.source}?from=${to.start}&to=${to.end}&coding=${to.coding}`);
    } catch (error) {
      refuse(error);
    }
  };

  // Somebody came here by a link to a passage.
  const { query } = useAddress();
  const address = query.toString();
  const arrived = useRef("");
  const ready = shown.layers.source === source;
  useEffect(() => {
    const span = placeIn(new URLSearchParams(address));
    if (span === null || !ready || arrived.current === address || view.current === null) return;
    arrived.current = address;
    arrive(span, new URLSearchParams(address).get("coding"));
  });

  return { next, uncoded, nextOf, arrive };
}
