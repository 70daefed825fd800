"""A draft in pandoc's own nodes: read from Markdown with references and paragraphs marked, written for a target.

Before pandoc reads a draft, every reference is replaced by a stand-in and every paragraph is begun with one: characters
of Unicode's private range, which Markdown knows nothing of. `read` turns them into spans with the classes of `UNIT`,
`REFERENCE` and `CITATION`; whoever makes the document fills references in, and `for_target` writes what is left for one
format: in Word bookmarks, content controls and comments, by which all of it is found again; elsewhere plain words and
footnotes.

What a careful reader would get wrong: quotation marks and dashes are printed as they are typed. Pandoc would make them
smart, and then nothing that comes back from Word would be what went out.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any, Final
from xml.sax.saxutils import quoteattr

import msgspec

from crosscase.analyses.drafts import Reference, Unit
from crosscase.reports.nodes import Node, para, raw_block, strong_node, text_nodes
from crosscase.reports.pandoc import run_pandoc

ORIGIN: Final = "crosscase"
"""Under this name a document says which draft it is of."""
UNIT, REFERENCE, CITATION, NOTE = "cc-unit", "cc-reference", "cc-citation", "cc-note"
TAG: Final = "crosscase:"
"""What the tags of content controls begin with; then which reference or citation it is, and a digest of its words."""
BOOKMARK: Final = "cc_"
"""What the names of bookmarks begin with; then the number of the paragraph, and a digest of it."""
INSIDE: Final = "ccin_"
"""What the names of bookmarks around references begin with; then what their tags say."""
WHO: Final = "crosscase"
"""Whose name stands at notes in Word."""

_REF, _REF_END, _UNIT, _UNIT_END = "\ue000", "\ue001", "\ue002", "\ue003"
_OURS: Final = str.maketrans(dict.fromkeys((_REF, _REF_END, _UNIT, _UNIT_END), "\ufffd"))
_FORMAT: Final = (
    "markdown-smart-yaml_metadata_block-pandoc_title_block-raw_html-raw_tex-raw_attribute-native_divs-native_spans"
    "-fenced_divs-bracketed_spans-latex_macros-implicit_figures"
)
_MARKED: Final = frozenset({"heading", "paragraph", "item", "quotation"})


def digest_of(unit: str) -> str:
    """By which a paragraph is known again."""
    return hashlib.sha256(unit.encode()).hexdigest()[:8]


def read(text: str, pieces: Sequence[Unit], found: Sequence[Reference]) -> list[Node]:
    """The blocks of a draft, with spans for its paragraphs, references (by number among `found`) and citations.

    Raises:
        WriterError: pandoc cannot read it.
    """
    text = text.translate(_OURS)
    put: list[tuple[int, int, str]] = [
        (one.start, one.end, f"{_REF}{number}{_REF_END}") for number, one in enumerate(found) if one.kind != "cite"
    ]
    put += [
        (unit.words_at, unit.words_at, f"{_UNIT}{number}{_UNIT_END} ")
        for number, unit in enumerate(pieces)
        if unit.nature in _MARKED and unit.words_at < unit.end
    ]
    for start, end, words in sorted(put, reverse=True):
        text = text[:start] + words + text[end:]
    tree = run_pandoc(text.encode(errors="replace"), "json", ["--sandbox"], files={}, moment=0, source=_FORMAT)
    blocks: list[Node] = msgspec.json.decode(tree)["blocks"]
    marked: list[Node] = _blocks(blocks, pieces)
    return marked


def cited(blocks: list[Node], bibliography: str, style: str) -> list[Node]:
    """The blocks with citations and the list of references as a style has them.

    Raises:
        WriterError: pandoc cannot read the bibliography or the style.
    """
    sources = run_pandoc(bibliography.encode(), "json", ["--sandbox"], files={}, moment=0, source="biblatex")
    meta = {"references": msgspec.json.decode(sources)["meta"].get("references", {"t": "MetaList", "c": []})}
    meta["suppress-bibliography"] = {"t": "MetaBool", "c": False}
    tree = msgspec.json.encode({"pandoc-api-version": [1, 23, 1], "meta": meta, "blocks": blocks})
    files, arguments = {}, ["--citeproc"]
    if style.strip():
        files, arguments = {"style.csl": style.encode()}, ["--citeproc", "--csl=style.csl"]
    found: list[Node] = msgspec.json.decode(run_pandoc(tree, "json", arguments, files=files, moment=0))["blocks"]
    return found


def span(classes: str, inside: list[Node], **keys: str) -> Node:
    """A span with a class and what is said of it."""
    return {"t": "Span", "c": [["", [classes], [[key, value] for key, value in keys.items()]], inside]}


def spanned(node: Node, classes: str) -> dict[str, str] | None:
    """What a span of that class says; None for anything else."""
    if node.get("t") != "Span" or classes not in node["c"][0][1]:
        return None
    return dict(node["c"][0][2])


def mapped(value: Any, change: Callable[[Node], list[Node] | None]) -> Any:
    """A tree with nodes replaced by those that `change` gives.

    None leaves a node as it is, and what is within it is gone through; what was put in its place is not.
    """
    if isinstance(value, list):
        found: list[Any] = []
        for one in value:
            became = change(one) if isinstance(one, dict) and "t" in one else None
            found += [mapped(one, change)] if became is None else became
        return found
    return {key: mapped(one, change) for key, one in value.items()} if isinstance(value, dict) else value


def alone(block: Node) -> int | None:
    """The number of the reference that is all that a paragraph holds."""
    if block.get("t") != "Para" or len(block["c"]) != 1:
        return None
    inside = block["c"]
    if spanned(inside[0], UNIT) is not None:
        inside = inside[0]["c"][1]
    about = spanned(inside[0], REFERENCE) if len(inside) == 1 else None
    return int(about["number"]) if about else None


_BLANKS: Final = {"Space": " ", "SoftBreak": " ", "LineBreak": "\n", "Note": ""}
_SECOND: Final = frozenset({"Code", "Math", "Span", "Link", "Image", "Quoted", "Cite"})
"""Nodes whose words are the second thing they hold."""


def words_of(value: Any, reference: Callable[[int], str] = lambda _: "") -> str:
    """The words of nodes; references as `reference` gives them, citations as they are written."""
    if isinstance(value, list):
        return "".join(words_of(one, reference) for one in value)
    if not isinstance(value, dict):
        return value if isinstance(value, str) else ""
    about = spanned(value, REFERENCE)
    if about is not None and "number" in about:
        return reference(int(about["number"]))
    about = spanned(value, CITATION)
    if about is not None:
        return about["written"]
    kind, content = value["t"], value.get("c")
    if kind in _BLANKS:
        return _BLANKS[kind]
    return words_of(content[1] if content is not None and kind in _SECOND else content, reference)


# Stand-ins


def _blocks(blocks: list[Node], pieces: Sequence[Unit]) -> list[Node]:
    def change(node: Node) -> list[Node] | None:
        if node["t"] in {"Para", "Plain"}:
            return [{"t": node["t"], "c": _unit(mapped(node["c"], change), pieces)}]
        if node["t"] == "Header":
            level, attributes, inside = node["c"]
            return [{"t": "Header", "c": [level, attributes, _unit(mapped(inside, change), pieces)]}]
        if node["t"] == "Str":
            return _stood(node["c"]) if _REF in node["c"] else None
        if node["t"] == "Cite":
            return [span(CITATION, [node], written=words_of(node["c"][1]))]
        if node["t"] == "Image":
            return [{"t": "Emph", "c": text_nodes(f"[picture: {words_of(node['c'][1]) or 'without a name'}]")}]
        return None

    marked: list[Node] = mapped(blocks, change)
    return marked


def _unit(inlines: list[Node], pieces: Sequence[Unit]) -> list[Node]:
    """The words of a paragraph, in a span that says which it is."""
    first = inlines[0] if inlines else {}
    mark = first.get("c", "") if first.get("t") == "Str" else ""
    if not (isinstance(mark, str) and mark.startswith(_UNIT) and mark.endswith(_UNIT_END)):
        return inlines
    number = int(mark[1:-1])
    return [span(UNIT, inlines[2:], number=str(number), digest=digest_of(pieces[number].text))]


def citations_in(blocks: list[Node]) -> list[str]:
    """How the citations are written, in the order of the text."""
    found: list[str] = []

    def note(node: Node) -> list[Node] | None:
        about = spanned(node, CITATION)
        if about is not None:
            found.append(about["written"])
            return [node]
        return None

    mapped(blocks, note)
    return found


def units_in(blocks: list[Node], found: Sequence[Reference]) -> dict[int, str]:
    """The words of each paragraph by its number, as they are printed, with references as they are written."""
    words: dict[int, str] = {}

    def note(node: Node) -> list[Node] | None:
        about = spanned(node, UNIT)
        if about is not None:
            words[int(about["number"])] = words_of(node["c"][1], lambda number: found[number].written).strip()
            return [node]
        return None

    mapped(blocks, note)
    return words


def _stood(words: str) -> list[Node]:
    found: list[Node] = []
    while _REF in words:
        before, _, rest = words.partition(_REF)
        number, _, words = rest.partition(_REF_END)
        found += [{"t": "Str", "c": before}] if before else []
        found.append(span(REFERENCE, [], number=number))
    return [*found, *([{"t": "Str", "c": words}] if words else [])]


# For a target


def for_target(nodes: bytes, target: str, moment: int) -> list[Node]:
    """A stretch of a draft for one format of pandoc's."""
    blocks: list[Node] = msgspec.json.decode(nodes)
    word = target == "docx"

    def change(node: Node) -> list[Node] | None:
        for classes, written in (
            (UNIT, _bookmarked), (REFERENCE, _controlled), (CITATION, _controlled)
        ):  # fmt: skip
            about = spanned(node, classes)
            if about is not None:
                inside: list[Node] = mapped(node["c"][1], change)
                return written(about, inside) if word else inside
        about = spanned(node, NOTE)
        if about is not None:
            inside = mapped(node["c"][1], change)
            return _commented(about, inside, moment) if word else _footnoted(about, inside)
        return None

    found: list[Node] = mapped(blocks, change)
    return [_styled(block, target) for block in found]


def _raw(text: str) -> Node:
    return {"t": "RawInline", "c": ["openxml", text]}


def _bookmarked(about: dict[str, str], inside: list[Node]) -> list[Node]:
    number = int(about["number"])
    name = f"{BOOKMARK}{number}_{about['digest']}"
    return [
        _raw(f'<w:bookmarkStart w:id="{70_000 + number}" w:name="{name}"/>'), *inside,
        _raw(f'<w:bookmarkEnd w:id="{70_000 + number}"/>'),
    ]  # fmt: skip


def _controlled(about: dict[str, str], inside: list[Node]) -> list[Node]:
    tag = quoteattr(f"{TAG}{about['place']}:{about['digest']}")
    number = int(about["place"][1:]) + (80_000 if about["place"].startswith("r") else 90_000)
    title = quoteattr(about.get("title", "")[:60])
    return [
        _raw(
            f'<w:sdt><w:sdtPr><w:alias w:val={title}/><w:tag w:val={tag}/>'
            f'<w:id w:val="{number}"/></w:sdtPr><w:sdtContent>'
            # LibreOffice keeps controls without their tags; a bookmark says the same.
            f'<w:bookmarkStart w:id="{number}" w:name="{INSIDE}{about["place"]}_{about["digest"]}"/>'
        ),
        *inside,
        _raw(f'<w:bookmarkEnd w:id="{number}"/></w:sdtContent></w:sdt>'),
    ]  # fmt: skip


def _commented(about: dict[str, str], inside: list[Node], moment: int) -> list[Node]:
    when = datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    keys = [["id", about["number"]], ["author", WHO], ["date", when]]
    return [
        {"t": "Span", "c": [["", ["comment-start"], keys], text_nodes(about["words"])]}, *inside,
        {"t": "Span", "c": [["", ["comment-end"], keys[:1]], []]},
    ]  # fmt: skip


def _footnoted(about: dict[str, str], inside: list[Node]) -> list[Node]:
    words = para([strong_node(text_nodes("To look at:")), {"t": "Space"}, *text_nodes(about["words"])])
    return [*inside, {"t": "Note", "c": [words]}]


def _styled(block: Node, target: str) -> Node:
    """Paragraph styles of Word and OpenDocument, which have other names inside."""
    if block.get("t") == "BlockQuote":
        return {"t": "BlockQuote", "c": [_styled(one, target) for one in block["c"]]}
    if block.get("t") != "Div":
        return block
    identifier, classes, keys = block["c"][0]
    styles = [[key, value.replace(" ", "_20_") if target == "odt" else value] for key, value in keys]
    inside = [_styled(one, target) for one in block["c"][1]]
    if target == "markdown":
        return inside[0]
    if target in {"latex", "typst"} and "quotation-source" in classes:
        begin, end = (r"\begingroup\footnotesize", r"\par\endgroup") if target == "latex" else ("#aside[", "]")
        return {"t": "Div", "c": [["", [], []], [raw_block(target, begin), *inside, raw_block(target, end)]]}
    return {"t": "Div", "c": [[identifier, classes, styles], inside]}
