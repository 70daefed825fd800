/** The paragraph for an ethics form: sentences chosen by what is so, and nothing that was not looked at. Pure. */
import type { Schemas } from "../../api/client";
import { t } from "../../messages";

export function paragraph(kept: Schemas["Keeping"]): string {
  const said: string[] = [];
  const name = kept.path.split(/[/\\]/u).at(-1) ?? "";
  if (kept.place === "file") {
    said.push(t("eth.file", { name }));
    said.push(t(kept.encrypted ? "eth.encrypted" : "eth.plain"));
    if (kept.synced !== "") said.push(t("eth.synced", { by: kept.synced }));
    said.push(t(kept.backups_in === "" ? "eth.backupsOff" : kept.encrypted ? "eth.backupsEncrypted" : "eth.backupsPlain"));
  } else said.push(t("eth.database"));
  if (kept.register.there) said.push(t("eth.register"));
  if (kept.sources > 0) said.push(kept.originals > 0 ? t("eth.originals", { count: kept.originals, of: kept.sources }) : t("eth.noOriginals"));
  said.push(kept.members === 1 ? t("eth.memberOne") : t("eth.members", { count: kept.members }));
  if (kept.consents > 0) said.push(t("eth.consents", { count: kept.consents, of: kept.participants }));
  said.push(t("eth.erasure"));
  return said.join(" ");
}
