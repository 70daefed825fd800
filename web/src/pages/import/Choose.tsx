/** Where files are dropped or chosen; everything that can be dropped can be chosen with a button beside it. */
import { useRef, useState } from "react";
import { t } from "../../messages";
import { chosen, dropped, type Given } from "./files";

export function Choose({ onGiven }: { onGiven: (files: Given[]) => void }) {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  return (
    <>
      <p>{t("bring.what")}</p>
      {/* Dropping needs a mouse; the buttons within do the same by keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        className="drop"
        role="group"
        aria-label={t("bring.drop")}
        data-over={over}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void dropped(event.dataTransfer.items).then(onGiven);
        }}
      >
        <p className="large" aria-hidden="true">{t("bring.drop")}</p>
        <p className="row middle">
          <button type="button" className="button primary" onClick={() => files.current?.click()}>{t("bring.files")}</button>
          <button type="button" className="button primary" onClick={() => folder.current?.click()}>{t("bring.folder")}</button>
        </p>
        <input ref={files} type="file" multiple hidden aria-label={t("bring.files")} onChange={(event) => onGiven(chosen(event.target.files))} />
        <input ref={(input) => { folder.current = input; input?.setAttribute("webkitdirectory", ""); }} type="file" hidden aria-label={t("bring.folder")} onChange={(event) => onGiven(chosen(event.target.files))} />
      </div>
      <p className="soft">{t("bring.formats")}</p>
      <p className="soft">{t("bring.stays")}</p>
    </>
  );
}
