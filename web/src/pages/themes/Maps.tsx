/** Maps drawn by hand: which there are, and the one that is open. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { read } from "../../api/client";
import { within } from "../../app";
import { useDoing } from "../../components/doing";
import { Problem } from "../../components/parts";
import { go } from "../../lib/router";
import { t } from "../../messages";
import { Drawing } from "./Drawing";
import type { CodeLine, Line } from "./flags";

export default function Maps({ chosen, codes, themes, may }: { chosen: string | undefined; codes: readonly CodeLine[]; themes: readonly Line[]; may: boolean }) {
  const { run } = useDoing();
  const found = useQuery({ queryKey: ["maps"], queryFn: () => read("/api/maps") });
  const [name, setName] = useState("");
  if (chosen !== undefined) return <Drawing key={chosen} id={chosen} codes={codes} themes={themes} may={may} />;
  return (
    <div className="narrow">
      <h2>{t("maps.title")}</h2>
      <p>{t("maps.detail")}</p>
      {found.error !== null && <Problem error={found.error} again={() => void found.refetch()} />}
      {found.data?.length === 0 && <p className="soft">{t("maps.none")}</p>}
      <ul>
        {(found.data ?? []).map((one) => (
          <li key={one.map.id}>
            <a href={`/themes/map/${one.map.id}`} onClick={within}>{one.map.name}</a>{" "}
            <span className="soft">{t("maps.holds", { items: one.items, arrows: one.arrows })}</span>
          </li>
        ))}
      </ul>
      {may && (
        <form
          className="row fields"
          onSubmit={(event) => {
            event.preventDefault();
            void run("map.add", { name }, { sentence: t("maps.begun", { name }), shows: ["maps"] }).then((done) => done && go(`/themes/map/${done.value}`));
          }}
        >
          <label className="field">
            <span>{t("maps.name")}</span>
            <input type="text" value={name} onChange={(event) => setName(event.target.value)} />
          </label>
          <button type="submit" className="button primary" disabled={name.trim() === ""}>{t("maps.begin")}</button>
        </form>
      )}
    </div>
  );
}
