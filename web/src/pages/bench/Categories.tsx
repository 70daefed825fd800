/** Choosing a category: codes that were taken up as categories first, then the others, because any code can be compared. */
import type { Schemas } from "../../api/client";
import { t } from "../../messages";

export type Line = Schemas["CodeLine"];

export function Categories({ label, codes, value, onChange, but = "" }: { label: string; codes: readonly Line[]; value: string; onChange: (code: string) => void; but?: string }) {
  const living = codes.filter((line) => (!line.code.retired || line.code.id === value) && line.code.id !== but);
  const groups = [
    ["bench.categories", living.filter((line) => line.code.category)],
    ["bench.otherCodes", living.filter((line) => !line.code.category)],
  ] as const;
  return (
    <label className="field">
      <span>{label}</span>
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t("bench.pick")}</option>
        {groups.map(([name, lines]) => lines.length > 0 && (
          <optgroup key={name} label={t(name)}>
            {lines.map((line) => <option key={line.code.id} value={line.code.id}>{line.path}</option>)}
          </optgroup>
        ))}
      </select>
    </label>
  );
}

/** A code with all that lie under it. */
export function withUnder(codes: readonly Line[], code: string): string[] {
  const found = [code];
  for (let at = 0; at < found.length; at += 1) {
    found.push(...codes.filter((line) => line.code.parent === found[at] && !found.includes(line.code.id)).map((line) => line.code.id));
  }
  return found;
}
