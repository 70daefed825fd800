/** How a code came to mean what it means: every version, the words that came and went told apart by more than colour. */
import { useQuery } from "@tanstack/react-query";
import { read, type Schemas } from "../../api/client";
import { Problem } from "../../components/parts";
import { difference } from "../../lib/difference";
import { moment, t, type Key } from "../../messages";

type Version = Schemas["Version"];

export function Versions({ code, study }: { code: string; study: Schemas["StudyHere"] }) {
  const found = useQuery({ queryKey: ["versions", code], queryFn: () => read("/api/codebook/{code}/history", { path: { code } }) });
  if (found.error !== null) return <Problem error={found.error} again={() => void found.refetch()} />;
  return (
    <section>
      <h2>{t("book.history")}</h2>
      <ol className="list">
        {compared(found.data ?? []).map(({ one, changes }) => (
          <li key={one.entry} className="laid">
            <p className="soft small">
              {study.members.find((member) => member.id === one.by)?.name}, {moment(one.wall)}
              {one.because !== "" && `, ${t("past.because", { reason: one.because })}`}
            </p>
            {changes.map(({ field, before, after }) => (
              <p key={field}>
                <span className="soft small">{t(`book.${field}` as Key)}</span>{" "}
                {difference(before, after).map((part, at) => {
                  if (part.kind === "same") return <span key={at}>{part.text}</span>;
                  return part.kind === "gone" ? <del key={at}>{part.text}</del> : before === "" ? <span key={at}>{part.text}</span> : <ins key={at}>{part.text}</ins>;
                })}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}

interface Compared {
  one: Version;
  changes: { field: string; before: string; after: string }[];
}

/** Each version with what its fields were before, the latest first; one that changed no words is left out. */
function compared(versions: readonly Version[]): Compared[] {
  const known = new Map<string, string>();
  const found = versions.map((one) => {
    const changes = Object.entries(one.fields).map(([field, after]) => ({ field, before: known.get(field) ?? "", after }));
    for (const { field, after } of changes) known.set(field, after);
    return { one, changes: changes.filter(({ before, after }) => before !== after) };
  });
  return found.filter(({ changes }) => changes.length > 0).reverse();
}
