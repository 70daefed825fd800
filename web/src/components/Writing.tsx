/**
 * A text in Markdown, shown. It is parsed into tokens and built from elements of our own: no HTML of anybody is ever put
 * into the page, and what stands in angle brackets is shown as it was typed.
 *
 * A link `[name](coding:ID)` is a quotation: its words are those of the coding now, given in `quotations`; one that is
 * gone says so. Lazily loaded with the parser.
 */
import { Lexer, type Token, type Tokens } from "marked";
import { Fragment, useMemo, type ReactNode } from "react";
import type { Schemas } from "../api/client";
import { t } from "../messages";
import { within } from "../app";
import { fromCoding, Quotation } from "./Quotation";

type Held = ReadonlyMap<string, Schemas["Quotation"]>;

/** `level`: of the heading above the text; its own begin below. */
export default function Writing({ text, quotations, level = 2 }: { text: string; quotations: readonly Schemas["Quotation"][]; level?: 1 | 2 | 3 }) {
  const tokens = useMemo(() => new Lexer({ gfm: true }).lex(text), [text]);
  const held = useMemo<Held>(() => new Map(quotations.map((one) => [one.coding.id, one])), [quotations]);
  return <div className="writing" dir="auto">{blocks(tokens, held, level)}</div>;
}

function blocks(tokens: readonly Token[], held: Held, level: number): ReactNode {
  return tokens.map((token, at) => <Fragment key={at}>{block(token, held, level)}</Fragment>);
}

function block(token: Token, held: Held, level: number): ReactNode {
  switch (token.type) {
    case "space":
    case "def":
      return null;
    case "heading": {
      const { depth, tokens } = token as Tokens.Heading;
      const Heading = `h${Math.min(6, level + depth)}` as "h2";
      return <Heading>{inline(tokens, held)}</Heading>;
    }
    case "paragraph":
      return paragraph((token as Tokens.Paragraph).tokens, held);
    case "blockquote":
      return <blockquote>{blocks((token as Tokens.Blockquote).tokens, held, level)}</blockquote>;
    case "hr":
      return <hr />;
    case "code":
      return <pre>{(token as Tokens.Code).text}</pre>;
    case "list": {
      const { ordered, items, start } = token as Tokens.List;
      const lines = items.map((item, at) => <li key={at}>{blocks(item.tokens, held, level)}</li>);
      return ordered ? <ol start={start === "" ? 1 : start}>{lines}</ol> : <ul>{lines}</ul>;
    }
    case "table": {
      const { header, rows } = token as Tokens.Table;
      return (
        <table>
          <thead>
            <tr>{header.map((cell, at) => <th key={at} scope="col">{inline(cell.tokens, held)}</th>)}</tr>
          </thead>
          <tbody>
            {rows.map((row, at) => <tr key={at}>{row.map((cell, place) => <td key={place}>{inline(cell.tokens, held)}</td>)}</tr>)}
          </tbody>
        </table>
      );
    }
    case "text": {
      const { tokens, text } = token as Tokens.Text;
      return tokens ? inline(tokens, held) : text;
    }
    default:
      return inline([token], held);
  }
}

/** Quotations stand by themselves, as blocks; the words of a paragraph go on around them. */
function paragraph(tokens: readonly Token[], held: Held): ReactNode {
  const parts: ReactNode[] = [];
  let words: Token[] = [];
  const close = () => {
    if (words.some((one) => one.raw.trim() !== "")) parts.push(<p key={parts.length}>{inline(words, held)}</p>);
    words = [];
  };
  for (const token of tokens) {
    const coding = codingOf(token);
    const found = coding === null ? undefined : held.get(coding);
    if (found === undefined) words.push(token);
    else {
      close();
      parts.push(
        <Quotation key={parts.length} quoted={fromCoding(found)}>
          <p className="soft small">{t("memos.codedBy", { code: found.coding.code, who: found.coding.member })}</p>
        </Quotation>,
      );
    }
  }
  close();
  return parts;
}

function codingOf(token: Token): string | null {
  return token.type === "link" ? (/^coding:([0-9a-f]{32})$/u.exec((token as Tokens.Link).href)?.[1] ?? null) : null;
}

function inline(tokens: readonly Token[], held: Held): ReactNode {
  return tokens.map((token, at) => <Fragment key={at}>{piece(token, held)}</Fragment>);
}

function piece(token: Token, held: Held): ReactNode {
  switch (token.type) {
    case "strong":
      return <strong>{inline((token as Tokens.Strong).tokens, held)}</strong>;
    case "em":
      return <em>{inline((token as Tokens.Em).tokens, held)}</em>;
    case "del":
      return <del>{inline((token as Tokens.Del).tokens, held)}</del>;
    case "codespan":
      return <code>{(token as Tokens.Codespan).text}</code>;
    case "br":
      return <br />;
    case "link":
      return link(token as Tokens.Link, held);
    case "escape":
      return (token as Tokens.Escape).text;
    case "text": {
      const { tokens, text } = token as Tokens.Text;
      return tokens ? inline(tokens, held) : text;
    }
    default:
      // HTML and pictures: what was typed, as words.
      return token.raw;
  }
}

/** Within the workbench links lead on; elsewhere they are told with their address, because nothing is loaded from outside. */
function link(token: Tokens.Link, held: Held): ReactNode {
  const coding = codingOf(token);
  if (coding !== null) {
    const found = held.get(coding);
    if (found === undefined) return <span className="soft">{t("memos.gone", { name: token.text })}</span>;
    return <a href={`/read/${found.source}?from=${found.coding.start}&to=${found.coding.end}`} onClick={within}>{inline(token.tokens, held)}</a>;
  }
  if (/^\/[a-z]/u.test(token.href)) return <a href={token.href} onClick={within}>{inline(token.tokens, held)}</a>;
  if (/^https?:\/\//u.test(token.href)) {
    return <a href={token.href} rel="noopener noreferrer" target="_blank">{inline(token.tokens, held)}<span className="apart"> {t("memos.outside")}</span></a>;
  }
  return <>{inline(token.tokens, held)} <span className="soft">({token.href})</span></>;
}
