/** Opening a study: what was shown of another goes, and the workbench begins anew with this one. */
import { plain, type Schemas } from "../../api/client";
import { queries } from "../../api/hooks";
import { go } from "../../lib/router";

export async function openStudy(path: string, passphrase = ""): Promise<void> {
  arrived((await plain("POST", "/api/start/open", {}, { path, passphrase })) as Schemas["StudyHere"]);
}

export function arrived(study: Schemas["StudyHere"], address = "/"): void {
  queries.clear();
  queries.setQueryData(["study"], study);
  go(address, true);
}

export async function leaveStudy(): Promise<void> {
  await plain("POST", "/api/start/leave");
  queries.clear();
  go("/", true);
  await queries.invalidateQueries();
}
