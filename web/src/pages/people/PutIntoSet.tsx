/** Putting the participants that are chosen in the sheet into a set, one that is there or a new one. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { act, read } from "../../api/client";
import { queries } from "../../api/hooks";
import { Dialog } from "../../components/parts";
import { useSay } from "../../components/said";
import { t } from "../../messages";

export function PutIntoSet({ participants, onClose }: { participants: readonly string[]; onClose: () => void }) {
  const sets = useQuery({ queryKey: ["things", "set"], queryFn: () => read("/api/rows/set") });
  const { say, refuse } = useSay();
  const [into, setInto] = useState("");
  const [name, setName] = useState("");
  const fitting = (sets.data ?? []).filter((one) => one.of === "participant");
  const put = async () => {
    const done = into === "" ? await act("set.add", { of: "participant", name, things: [...participants] }) : await act("set.put_in", { set_: into, things: [...participants] });
    void queries.invalidateQueries({ queryKey: ["things"] });
    return into === "" ? participants.length : Number(done.value);
  };
  return (
    <Dialog title={t("people.putIntoSet")} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          put().then((count) => {
            say(t("sets.put", { count }));
            onClose();
          }, refuse);
        }}
      >
        <label className="field">
          <span>{t("sets.which")}</span>
          <select value={into} onChange={(event) => setInto(event.target.value)}>
            <option value="">{t("sets.aNew")}</option>
            {fitting.map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}
          </select>
        </label>
        {into === "" && (
          <label className="field">
            <span>{t("sets.name")}</span>
            <input type="text" value={name} onChange={(event) => setName(event.target.value)} />
          </label>
        )}
        <div className="row">
          <button type="submit" className="button primary" disabled={into === "" && name.trim() === ""}>{t("sets.putIn")}</button>
          <button type="button" className="button" onClick={onClose}>{t("book.cancel")}</button>
        </div>
      </form>
    </Dialog>
  );
}
