/**
 * How a text came to say what it says: who wrote when and why, with what went and what came, word by word.
 *
 * Saves of one member within ten minutes are one sitting: autosave writes often, and people think in sittings.
 */
import type { Schemas } from "../api/client";
import { difference } from "../lib/words";
import { moment, t } from "../messages";

interface Sitting {
  readonly entry: string;
  readonly by: string;
  readonly wall: number;
  readonly because: string;
  readonly before: string;
  readonly after: string;
}

const SITTING = 600_000;

/** The sittings in which one field was written, the latest first. */
export function sittings(versions: readonly Schemas["Version"][], field: string): Sitting[] {
  const found: Sitting[] = [];
  let now = "";
  for (const one of versions) {
    const words = one.fields[field];
    if (words === undefined || words === now) continue;
    const last = found.at(-1);
    if (last?.by === one.by && one.wall - last.wall < SITTING && one.because === last.because) {
      found[found.length - 1] = { ...last, entry: one.entry, wall: one.wall, after: words };
    } else found.push({ entry: one.entry, by: one.by, wall: one.wall, because: one.because, before: now, after: words });
    now = words;
  }
  return found.reverse();
}

export function Versions({ versions, field, name, study }: {
  versions: readonly Schemas["Version"][];
  field: string;
  /** What the field is called, for whoever hears it. */
  name: string;
  study: Schemas["StudyHere"];
}) {
  const found = sittings(versions, field);
  if (found.length === 0) return null;
  return (
    <details className="versions">
      <summary>{t("versions.of", { name, count: found.length })}</summary>
      <ol className="list">
        {found.map((one) => (
          <li key={one.entry} className="laid">
            <p className="soft small">
              {study.members.find((member) => member.id === one.by)?.name}, {moment(one.wall)}
              {one.because !== "" && `: ${one.because}`}
            </p>
            <p className="was" dir="auto">
              {difference(one.before, one.after).map((piece, at) =>
                piece.kind === "same" ? (
                  piece.words
                ) : piece.kind === "in" ? (
                  <ins key={at}><span className="apart">{t("versions.in")} </span>{piece.words}</ins>
                ) : (
                  <del key={at}><span className="apart">{t("versions.out")} </span>{piece.words}</del>
                ),
              )}
            </p>
          </li>
        ))}
      </ol>
    </details>
  );
}
