/** Who is working here; asked once, when a study has several members and nobody said. */
import { useState } from "react";
import { plain, type Schemas } from "../api/client";
import { queries } from "../api/hooks";
import { t } from "../messages";
import { useSay } from "./said";

export function Who({ members }: { members: readonly Schemas["Member"][] }) {
  const [always, setAlways] = useState(false);
  const { refuse } = useSay();
  const choose = (member: string) => {
    plain("PUT", "/api/me", {}, { member, always })
      .then(() => queries.invalidateQueries())
      .catch(refuse);
  };
  return (
    <div className="empty">
      <h1>{t("app.who")}</h1>
      <p>{t("app.whoDetail")}</p>
      <div className="row">
        {members.map((member) => (
          <button key={member.id} type="button" className="button" onClick={() => choose(member.id)}>
            {member.name}
          </button>
        ))}
      </div>
      <p>
        <label className="row">
          <input type="checkbox" checked={always} onChange={(event) => setAlways(event.target.checked)} />
          {t("app.whoAlways")}
        </label>
      </p>
    </div>
  );
}
