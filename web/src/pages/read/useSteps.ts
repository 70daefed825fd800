/** Going through the text: to the next coding, the next turn without one, the next of one code, also in other sources. */
import { useEffect, useRef, type RefObject } from "react";
import { read, type Schemas } from "../../api/client";
import { useSay } from "../../components/said";
import { go, useAddress } from "../../lib/router";
import { t } from "../../messages";
import type { Span } from "../../transcript/spans";
import type { TranscriptView } from "../../transcript/view";
import type { useShown } from "./useShown";

type Place = Schemas["PlaceOfCode"];

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

  /** Go to the place of a code that `choose` takes from all of them, which come in the order of the sources. */
  const toOne = async (code: string, choose: (places: readonly Place[]) => Place | undefined) => {
    const name = shown.byCode.get(code)?.name ?? "";
    try {
      const places = await read("/api/codebook/{code}/places", { path: { code } });
      const to = choose(places);
      if (to === undefined) {
        say(t("did.noPlace", { name }));
        return;
      }
      say(t("did.place", { at: places.indexOf(to) + 1, all: places.length, name }));
      if (to.source === source) arrive(to, to.coding);
      else go(`/read/${to.source}?from=${to.start}&to=${to.end}&coding=${to.coding}`);
    } catch (error) {
      refuse(error);
    }
  };

  /** The place of the code after this coding of it, or before; beginning anew after the last. */
  const nextOf = (code: string, coding: string, back: boolean) =>
    toOne(code, (places) => places[(places.findIndex((one) => one.coding === coding) + (back ? -1 : 1) + places.length) % places.length]);

  /** The first place of a code from here on, in the order of the sources; the first of all where there is none. */
  const through = (code: string, order: readonly string[]) => {
    const from = view.current?.here() ?? -1;
    const later = new Set(order.slice(order.indexOf(source) + 1));
    return toOne(code, (places) => places.find((one) => (one.source === source ? one.start >= from : later.has(one.source))) ?? places[0]);
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

  return { next, uncoded, nextOf, through, arrive };
}
