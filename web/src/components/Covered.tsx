/** Words that content notes may lie on, where there is no room for a whole quotation: covered until somebody asks for them. */
import { useState, type ReactNode } from "react";
import { t } from "../messages";
import { useSpared } from "./Spared";

export function Covered({ about, children }: { about: readonly string[]; children: ReactNode }) {
  const { covers } = useSpared();
  const [open, setOpen] = useState(false);
  const covered = about.filter(covers);
  if (covered.length === 0 || open) return children;
  return (
    <span className="soft">
      {t("quote.covered", { about: covered.join(", ") })} <button type="button" className="button plain" onClick={() => setOpen(true)}>{t("quote.show")}</button>
    </span>
  );
}
