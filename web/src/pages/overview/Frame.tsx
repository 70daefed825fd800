/**
 * The frame as a live picture: for each case and sampling role one square for everybody who was planned or recruited,
 * filled as far as they have come. The numbers stand beside it for whoever does not see the squares.
 */
import { useQuery } from "@tanstack/react-query";
import { read, type Schemas } from "../../api/client";
import { Problem } from "../../components/parts";
import { t } from "../../messages";
import { squares, STEPS } from "./standing";

type Seats = Schemas["Seats"];
const MOST = 12;

export function Frame() {
  const found = useQuery({ queryKey: ["overview", "frame"], queryFn: () => read("/api/frame") });
  if (found.error !== null) return <Problem error={found.error} again={() => void found.refetch()} />;
  if (found.data === undefined) return null;
  const { cases, roles, places, outside } = found.data;
  if (places.length === 0) {
    return (
      <section>
        <h2>{t("over.frame")}</h2>
        <p className="soft">{t("over.noFrame")}</p>
      </section>
    );
  }
  const at = new Map(places.map((one) => [`${one.case} ${one.role}`, one]));
  return (
    <section>
      <h2>{t("over.frame")}</h2>
      <p className="row small legend" aria-hidden="true">
        {STEPS.map((step) => (
          <span key={step}>
            <i className="seat" data-step={step} /> {t(`over.step.${step}`)}
          </span>
        ))}
      </p>
      <div className="scrolled" role="region" tabIndex={0} aria-label={t("over.frame")}>
        <table className="frame">
          <caption className="apart">{t("over.frameCaption")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("over.case")}</th>
              {roles.map((one) => (
                <th key={one.id} scope="col">{one.label}</th>
              ))}
              <th scope="col" className="num">{t("over.recruitedOf")}</th>
            </tr>
          </thead>
          <tbody>
            {cases.map((line) => {
              const own = places.filter((one) => one.case === line.id);
              return (
                <tr key={line.id}>
                  <th scope="row" title={line.name}>{line.label}</th>
                  {roles.map((role) => (
                    <Place key={role.id} place={at.get(`${line.id} ${role.id}`)} />
                  ))}
                  <td className="num">
                    {t("over.of", { count: sum(own, "recruited"), all: sum(own, "planned") })}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {outside > 0 && <p className="small">{t("over.outside", { count: outside })}</p>}
    </section>
  );
}

const sum = (places: readonly Seats[], of: "planned" | "recruited") => places.reduce((whole, one) => whole + (one[of] ?? 0), 0);

function Place({ place }: { place: Seats | undefined }) {
  if (place === undefined) return <td />;
  const drawn = squares(place);
  const { planned, recruited, interviewed, coded } = place;
  const words = t(planned === null ? "over.placeFree" : "over.place", { planned: planned ?? 0, recruited, interviewed, coded });
  return (
    <td title={words}>
      <span className="apart">{words}</span>
      <span className="seats" aria-hidden="true">
        {drawn.slice(0, MOST).map((step, number) => (
          <i key={number} className="seat" data-step={step} />
        ))}
        {drawn.length > MOST && <small>+{drawn.length - MOST}</small>}
      </span>
    </td>
  );
}
