/**
 * Opening a study: what was shown of another goes, and the workbench begins anew with this one.
 *
 * What a careful reader would get wrong: answers that are on the screen are reset, never removed. Whoever shows a removed
 * one goes on waiting for it, and nobody asks for it again.
 */
import { plain, type Schemas } from "../../api/client";
import { queries } from "../../api/hooks";
import { setThen } from "../../lib/then";
import { go } from "../../lib/router";

export async function openStudy(path: string, passphrase = ""): Promise<void> {
  await arrived((await plain("POST", "/api/start/open", {}, { path, passphrase })) as Schemas["StudyHere"]);
}

export async function arrived(study: Schemas["StudyHere"], address = "/"): Promise<void> {
  setThen(null);
  await queries.cancelQueries();
  queries.removeQueries({ type: "inactive" });
  queries.setQueryData(["study"], study);
  go(address, true);
  await queries.resetQueries({ predicate: (one) => one.queryKey[0] !== "study" });
}

export async function leaveStudy(): Promise<void> {
  await plain("POST", "/api/start/leave");
  setThen(null);
  await queries.cancelQueries();
  queries.removeQueries({ type: "inactive" });
  go("/", true);
  await queries.resetQueries();
}
