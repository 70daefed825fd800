/**
 * What a reader does to a source, each as one act: what it answers is on the screen at once, and said.
 *
 * Nothing is shown before it is recorded: an answer of this machine takes some ten milliseconds, and nobody has to be
 * told afterwards that something did not happen after all.
 */
import { useMemo, useRef } from "react";
import { act, plain, type Done, type Given, type Schemas, type Verb } from "../../api/client";
import { changeLayers, laid, queries } from "../../api/hooks";
import { useSay } from "../../components/said";
import { t } from "../../messages";
import type { Edit } from "../../transcript/edits";
import type { Span } from "../../transcript/spans";

type Coding = Schemas["CodingHere"];

/** What a correction did, and the entry by which it can be taken back. */
export interface Corrected {
  readonly entry: string;
  readonly touched: Done<"source.correct">["value"]["touched"];
}

export function useActs(source: string, me: string) {
  const { say, refuse } = useSay();
  const last = useRef<{ id: string; name: string } | null>(null);
  return useMemo(() => {
    const run = async <V extends Verb>(verb: V, given: Given<V>): Promise<Done<V> | null> => {
      try {
        const done = await act(verb, given);
        laid.add((done as { entry: string }).entry);
        return done;
      } catch (error) {
        refuse(error);
        return null;
      }
    };
    const change = (coding: string, fields: Partial<Coding>) =>
      changeLayers(source, (layers) => ({
        ...layers,
        codings: layers.codings.map((one) => (one.id === coding ? { ...one, ...fields } : one)),
      }));
    const took = (coding: string, code: string, span: Span, origin: "by hand" | "in vivo") =>
      changeLayers(source, (layers) =>
        layers.codings.some((one) => one.id === coding)
          ? layers
          : {
              ...layers,
              codings: [
                ...layers.codings,
                { id: coding, code, member: me, place: "text", ...span, from_ms: null, to_ms: null, origin, unreviewed: false, stance: "yes", weight: 0, comment: "" },
              ],
            },
      );

    return {
      async apply(code: { id: string; name: string }, span: Span): Promise<string | null> {
        const done = await run("coding.apply", { code: code.id, source, span });
        if (done === null) return null;
        last.current = code;
        took(done.value, code.id, span, "by hand");
        say(t(done.entry === "" ? "did.already" : "did.coded", { name: code.name }));
        return done.value;
      },
      async make(name: string, span: Span): Promise<string | null> {
        const made = await run("code.add", { name });
        if (made === null) return null;
        await queries.invalidateQueries({ queryKey: ["codebook"] });
        return this.apply({ id: made.value, name }, span);
      },
      async inVivo(span: Span): Promise<string | null> {
        const done = await run("coding.in_vivo", { source, span });
        if (done === null) return null;
        await Promise.all(["codebook", "layers"].map((name) => queries.invalidateQueries({ queryKey: [name] })));
        const layers = queries.getQueryData<Schemas["Layers"]>(["layers", source]);
        const code = layers?.codings.find((one) => one.id === done.value)?.code;
        const name = queries.getQueryData<Schemas["Codes"]>(["codebook"])?.codes.find((line) => line.code.id === code)?.code.name;
        if (code !== undefined && name !== undefined) {
          last.current = { id: code, name };
          say(t("did.coded", { name }));
        }
        return done.value;
      },
      async repeat(span: Span): Promise<string | null> {
        if (last.current === null) {
          say(t("did.noLast"));
          return null;
        }
        return this.apply(last.current, span);
      },
      last: () => last.current,
      async mark(span: Span, note: string): Promise<string | null> {
        const done = await run("mark.add", { source, span, note });
        if (done === null) return null;
        changeLayers(source, (layers) => ({ ...layers, marks: [...layers.marks, { id: done.value, member: me, place: "text", ...span, note }] }));
        say(t("did.marked"));
        return done.value;
      },
      async note(mark: string, note: string): Promise<void> {
        if ((await run("mark.change", { mark, note })) === null) return;
        changeLayers(source, (layers) => ({ ...layers, marks: layers.marks.map((one) => (one.id === mark ? { ...one, note } : one)) }));
        say(t("did.saved"));
      },
      async removeMark(mark: string): Promise<void> {
        if ((await run("mark.remove", { mark })) === null) return;
        changeLayers(source, (layers) => ({ ...layers, marks: layers.marks.filter((one) => one.id !== mark) }));
        say(t("did.markRemoved"));
      },
      async remove(coding: string): Promise<void> {
        if ((await run("coding.remove", { codings: [coding] })) === null) return;
        changeLayers(source, (layers) => ({ ...layers, codings: layers.codings.filter((one) => one.id !== coding) }));
        say(t("did.removed"));
      },
      async resize(coding: string, span: Span, words: string): Promise<void> {
        if ((await run("coding.resize", { coding, span })) === null) {
          void queries.invalidateQueries({ queryKey: ["layers", source] });
          return;
        }
        change(coding, span);
        say(t("did.resized", { words }));
      },
      async comment(coding: string, comment: string): Promise<void> {
        if ((await run("coding.comment", { coding, comment })) === null) return;
        change(coding, { comment });
        say(t("did.saved"));
      },
      async weigh(coding: string, weight: number): Promise<void> {
        if ((await run("coding.weigh", { coding, weight })) === null) return;
        change(coding, { weight });
        say(t("did.saved"));
      },
      async stance(coding: string, stance: "yes" | "no"): Promise<void> {
        if ((await run("coding.stance", { coding, stance })) === null) return;
        change(coding, { stance });
        say(t("did.saved"));
      },
      async accept(coding: string): Promise<void> {
        if ((await run("coding.accept", { codings: [coding] })) === null) return;
        change(coding, { unreviewed: false });
        say(t("did.accepted"));
      },
      async contentNote(span: Span, about: string, note: string): Promise<void> {
        const done = await run("content_note.add", { source, span, about, note });
        if (done === null) return;
        changeLayers(source, (layers) => ({ ...layers, content_notes: [...layers.content_notes, { id: done.value, about, place: "text", ...span, note }] }));
        void queries.invalidateQueries({ queryKey: ["content notes"] });
        say(t("did.noted", { about }));
      },
      async removeContentNote(note: string): Promise<void> {
        if ((await run("content_note.remove", { content_note: note })) === null) return;
        changeLayers(source, (layers) => ({ ...layers, content_notes: layers.content_notes.filter((one) => one.id !== note) }));
        void queries.invalidateQueries({ queryKey: ["content notes"] });
        say(t("did.noteRemoved"));
      },
      async paraphrase(span: Span, text: string): Promise<string | null> {
        const done = await run("memo.write", { text, nature: "descriptive", source, span });
        if (done === null) return null;
        changeLayers(source, (layers) => ({
          ...layers,
          memos: [...layers.memos, { id: done.value, member: me, nature: "descriptive", title: "", text, about_kind: "", about: null, ...span }],
        }));
        say(t("did.saved"));
        return done.value;
      },
      async memo(memo: string, text: string): Promise<void> {
        if ((await run("memo.change", { memo, text })) === null) return;
        changeLayers(source, (layers) => ({ ...layers, memos: layers.memos.map((one) => (one.id === memo ? { ...one, text } : one)) }));
        say(t("did.saved"));
      },
      async removeMemo(memo: string): Promise<void> {
        if ((await run("memo.remove", { memo })) === null) return;
        changeLayers(source, (layers) => ({ ...layers, memos: layers.memos.filter((one) => one.id !== memo) }));
        say(t("did.memoRemoved"));
      },
      /** Correct the words of the transcript; what lies on other words now. */
      async correct(edits: readonly Edit[]): Promise<Corrected | null> {
        const done = await run("source.correct", { source, edits: edits.map((one): [Span, string] => [one.span, one.words]) });
        if (done === null) return null;
        await Promise.all([["source", source], ["layers", source], ["emptied"]].map((queryKey) => queries.invalidateQueries({ queryKey })));
        say(t("did.corrected", { count: done.value.touched.filter((one) => one.kind !== "turn").length }));
        return { entry: done.entry, touched: done.value.touched };
      },
      async takeBack(entry: string): Promise<boolean> {
        try {
          await plain("POST", "/api/undo", {}, { entry });
        } catch (error) {
          refuse(error);
          return false;
        }
        say(t("did.takenBack"));
        await queries.invalidateQueries();
        return true;
      },
      async finish(done: boolean): Promise<void> {
        if ((await run(done ? "reading.finish" : "reading.reopen", { sources: [source] })) === null) return;
        say(t(done ? "did.read" : "did.reopened"));
        await queries.invalidateQueries({ queryKey: ["sources"] });
      },
    };
  }, [source, me, say, refuse]);
}

export type Acts = ReturnType<typeof useActs>;
