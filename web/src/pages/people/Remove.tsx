/**
 * Removing those who are chosen, in one act: what goes with them is said first, because it is tried before it is done.
 *
 * What a careful reader would get wrong: one of them who cannot go keeps all of them, and who it is is said before the act.
 */
import { useQuery } from "@tanstack/react-query";
import { act } from "../../api/client";
import { useDoing } from "../../components/doing";
import { Dialog, Problem } from "../../components/parts";
import { t } from "../../messages";
import type { Of } from "./sheet";

const GOES = ["attribute_value", "attendance", "consent", "target", "recruitment", "set_member", "answer", "summary", "score", "map_item"] as const;

export function Remove({ of, ids, names, onClose }: { of: Of; ids: readonly string[]; names: readonly string[]; onClose: () => void }) {
  const { run } = useDoing();
  const tried = useQuery({
    queryKey: ["sheet", "remove", of, ids],
    queryFn: () => (of === "case" ? act("case.remove", { cases: [...ids] }, { trial: true }) : act("participant.remove", { participants: [...ids] }, { trial: true })),
    retry: false,
    gcTime: 0,
  });
  const remove = () => {
    const how = { sentence: t("people.removed", { count: ids.length }), shows: ["sheet"] };
    void (of === "case" ? run("case.remove", { cases: [...ids] }, how) : run("participant.remove", { participants: [...ids] }, how));
    onClose();
  };
  const also = alsoGoing(of, tried.data?.value ?? {});
  return (
    <Dialog title={t("people.remove")} onClose={onClose}>
      <p>{t("people.removeWhat", { names: names.join(", ") })}</p>
      {tried.isPending && <p className="soft" role="status">{t("app.loading")}</p>}
      {tried.error !== null && <Problem error={tried.error} />}
      {tried.data !== undefined && (
        <p role="status">
          {also === "" ? t("people.removeNothingElse") : t("people.removeWith", { what: also })}
        </p>
      )}
      {of === "participant" && <p className="soft small">{t("people.removeNotErased")}</p>}
      <div className="row">
        <button type="button" className="button danger" disabled={tried.data === undefined} onClick={remove}>{t("people.removeDo")}</button>
        <button type="button" className="button" onClick={onClose}>{t("book.cancel")}</button>
      </div>
    </Dialog>
  );
}

/** What goes besides them, in words; kinds that are rare are counted together. */
function alsoGoing(of: Of, gone: Readonly<Record<string, number>>): string {
  const words = GOES.filter((kind) => (gone[kind] ?? 0) > 0).map((kind) => t(`people.goes.${kind}`, { count: gone[kind] ?? 0 }));
  const known = new Set<string>([of, ...GOES]);
  const rest = Object.entries(gone).reduce((sum, [kind, count]) => (known.has(kind) ? sum : sum + count), 0);
  return [...words, ...(rest > 0 ? [t("people.goes.other", { count: rest })] : [])].join(", ");
}
