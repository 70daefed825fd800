"""A draft as a document with the data of now: what it refers to is filled in, and noted where it is not well.

A quotation that is a paragraph by itself is set apart, with who said it below; within a sentence it is the words in
quotation marks. A table or figure that is a paragraph by itself is printed there; within a sentence it is its number.

What a careful reader would get wrong: what may not be printed (consent, content notes, words that were erased or do
not stand there) leaves a sentence in brackets in its place, also in a clean copy. Nothing vanishes without a word.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from crosscase.analyses.drafts import Reference, references, units
from crosscase.model import Draft, Id
from crosscase.reports import SUFFIXES, Written, written_out
from crosscase.reports import draft_nodes as nodes
from crosscase.reports.assemble import numbered
from crosscase.reports.checking import written
from crosscase.reports.document import Block, Document, Figure, Markup, Notice, TableBlock, Unprinted, plain
from crosscase.reports.drafts.reading import Shown, read_draft
from crosscase.reports.drafts.resolving import Resolved, Resolver
from crosscase.reports.errors import CannotWriteError, UnknownFormatError
from crosscase.reports.nodes import Node, para, text_nodes
from crosscase.reports.options import Options
from crosscase.reports.parts import BUILDERS
from crosscase.study import Study

REFERENCES = "References"
_NAMES = {"quote": "Quotation", "claim": "Claim", "cite": "Citation", "table": "Table", "figure": "Figure"}


class DraftOptions(msgspec.Struct, frozen=True, kw_only=True):
    """How to print a draft.

    Attributes:
        clean: without notes beside what is not as it should be.
        covered: print words under content notes too.
    """

    clean: bool = False
    covered: bool = False


def render_draft(
    study: Study, draft: Id, path: str | Path, options: DraftOptions | None = None,
    told: Callable[[str, int, int], None] = lambda _part, _done, _of: None,
) -> Written:  # fmt: skip
    """Write a draft as a document; the ending of the name says which.

    Raises:
        NotFoundError: there is no such draft.
        UnknownFormatError, CannotWriteError, WriterError: see `report`.
    """
    target = Path(path)
    if target.suffix.lower() not in SUFFIXES:
        raise UnknownFormatError(target, SUFFIXES)
    if not target.parent.is_dir():
        raise CannotWriteError(target, f"there is no folder {target.parent}")
    told("", 0, 2)
    document, unprinted = draft_document(study, draft, options)
    told("", 1, 2)
    return written_out(document, target, unprinted)


def draft_document(
    study: Study, draft: Id, options: DraftOptions | None = None
) -> tuple[Document, tuple[Unprinted, ...]]:
    """The document, and what of it could not be quoted.

    Raises:
        NotFoundError: there is no such draft.
        WriterError: pandoc cannot read it, its bibliography or its style.
    """
    options = options or DraftOptions()
    read = read_draft(study, draft, since=not options.clean)
    row = next(one for one in study.rows(Draft, id=read.draft))
    resolver = Resolver(study, row, covered=options.covered)
    # A draft may repeat what somebody said who may not be quoted.
    text, whose = resolver.checker.leaving.writing(row.text)
    notes: dict[tuple[str, str], Shown] = {(one.kind, one.name): one for one in read.references}
    made = _Maker(study, text, resolver, {} if options.clean else notes)
    blocks = made.blocks(row.bibliography, row.style)
    settings, of = study.settings(), study.standpoint()
    title, blocks = _titled(blocks, row.name)
    log = study.log()
    document = Document(
        title=title, subtitle="" if options.clean else f"Draft “{row.name}”, with the data as they are now",
        moment=of.wall // 1000, blocks=(*((Notice(settings.invented),) if settings.invented else ()), *blocks),
        invented=settings.invented, version=of.version, origin=f"draft {row.id} {log[-1].id}" if log else "",
    )  # fmt: skip
    leaving = resolver.checker.leaving
    for source, start, end in made.places:
        leaving.passage(source, start, end)
    document, repeated = written(document, resolver.checker)
    if not options.clean and leaving.sentence():
        document = msgspec.structs.replace(document, blocks=(*document.blocks, plain(leaving.sentence())))
    unprinted = [*made.unprinted, *repeated]
    unprinted += [Unprinted(one, "what is written in the draft", "consent does not cover these words") for one in whose]
    return (
        numbered(msgspec.structs.replace(document, participants=leaving.printed)),
        tuple(dict.fromkeys(unprinted)),
    )


class _Maker:
    """Fills references in."""

    def __init__(self, study: Study, text: str, resolver: Resolver, notes: dict[tuple[str, str], Shown]) -> None:
        self._study = study
        self._text = text
        self._resolver = resolver
        self._notes = notes
        self._references = references(text)
        self._resolved = [resolver.resolve(one) for one in self._references]
        self._parts: dict[str, tuple[Block, ...]] = {}
        self._numbers: dict[tuple[str, str, int], int] = {}
        self._comments = 0
        self._citations = 0
        self.places: list[tuple[Id, int, int]] = []
        self.unprinted: list[Unprinted] = []

    def blocks(self, bibliography: str, style: str) -> list[Block]:
        """All blocks of the document."""
        tree = nodes.read(self._text, units(self._text), self._references)
        self._count(tree)
        tree = [self._top(block) for block in tree]
        if bibliography.strip():
            tree = _listed(nodes.cited(tree, bibliography, style))
        # As plain words: each format has its own idea of a citation, and wants a bibliography for it.
        tree = nodes.mapped(tree, lambda node: node["c"][1] if node["t"] == "Cite" else None)
        found: list[Block] = []
        held: list[Node] = []
        for block in tree:
            placed = self._set_apart(block)
            if placed is None:
                held.append(block)
                continue
            found += [*_markup(held), *placed]
            held = []
        return [*found, *_markup(held)]

    def _count(self, tree: Sequence[Node]) -> None:
        """The numbers that tables and figures will have."""
        counts = {"table": 0, "figure": 0}
        for block in tree:
            number = nodes.alone(block)
            if number is None or self._references[number].kind not in counts:
                continue
            one, became = self._references[number], self._resolved[number]
            if became.prints and self._block(one, became) is not None:
                counts[one.kind] += 1
                self._numbers[one.kind, became.part, became.number] = counts[one.kind]

    def _block(self, one: Reference, became: Resolved) -> Block | None:
        """The table or figure of a part; None where it has not so many."""
        if became.part not in self._parts:
            part = BUILDERS[became.part](self._study, Options())
            self._parts[became.part] = part.blocks
            self.places += part.places
        kind = TableBlock if one.kind == "table" else Figure
        found = [block for block in self._parts[became.part] if isinstance(block, kind)]
        return found[became.number - 1] if 0 < became.number <= len(found) else None

    def _set_apart(self, block: Node) -> list[Block] | None:
        """A table or figure in the place of the paragraph that held its reference alone."""
        if block["t"] != "Div" or _BLOCK not in block["c"][0][1]:
            return None
        number = int(block["c"][0][2][0][1])
        one, became = self._references[number], self._resolved[number]
        found = self._block(one, became)
        return [found] if found is not None else []

    def _top(self, block: Node) -> Node:
        """A block that lies in no other."""
        number = nodes.alone(block)
        if number is not None:
            one, became = self._references[number], self._resolved[number]
            if one.kind in {"table", "figure"} and became.prints and self._block(one, became) is not None:
                return {"t": "Div", "c": [["", [_BLOCK], [["number", str(number)]]], []]}
            if one.kind == "quote" and became.prints:
                return self._quotation(block, became)
        filled: Node = nodes.mapped([block], self._fill)[0]
        return filled

    def _fill(self, node: Node) -> list[Node] | None:
        about = nodes.spanned(node, nodes.UNIT)
        if about is not None:
            return [nodes.span(nodes.UNIT, nodes.mapped(node["c"][1], self._fill), **about)]
        about = nodes.spanned(node, nodes.REFERENCE)
        if about is not None:
            return self._reference(int(about["number"]))
        about = nodes.spanned(node, nodes.CITATION)
        if about is not None:
            return self._citation(about["written"], node)
        return None

    def _quotation(self, block: Node, became: Resolved) -> Node:
        """A quotation set apart, with who said it."""
        inside = nodes.mapped(block["c"], self._fill)
        who = ", ".join(filter(None, (*became.identifiers, became.role)))
        words = _div("Quotation", [para(inside)])
        return {"t": "BlockQuote", "c": [words, *([_div("Quotation Source", [para(text_nodes(who))])] if who else [])]}

    def _reference(self, number: int) -> list[Node]:
        one, became = self._references[number], self._resolved[number]
        words = self._words(one, became)
        if became.prints and one.kind == "quote":
            self.places.append((became.source, became.start, became.end))
        elif one.kind == "quote":
            whose = ", ".join(became.identifiers) or "nobody known"
            self.unprinted.append(Unprinted(whose, f"line {one.line} of the draft", became.sentence))
        return self._noted(
            one.kind, one.name, self._held(one.kind, one.name, words, f"r{number}"), missing=not became.prints
        )

    def _words(self, one: Reference, became: Resolved) -> str:
        if one.kind in {"table", "figure"} and became.prints:
            at = self._numbers.get((one.kind, became.part, became.number))
            kind = _NAMES[one.kind]
            if at is not None:
                return f"{kind} {at}"
            return f"[{kind} of ‘{became.part}’: it is nowhere in this draft]"
        if not became.prints:
            return f"[{_NAMES[one.kind]} not printed: {became.sentence}]"
        words, _ = (
            self._resolver.checker.leaving.writing(became.printed) if one.kind == "claim" else (became.printed, ())
        )
        return f"“{words}”" if one.kind == "quote" else words

    def _citation(self, written: str, node: Node) -> list[Node]:
        self._citations += 1
        held = self._held("cite", written, "", f"c{self._citations - 1}", inside=node["c"][1])
        keys = [
            one for one in self._notes.values() if one.kind == "cite" and f"@{one.name}" in written and not one.well
        ]
        return self._noted("cite", keys[0].name if keys else "", held)

    def _held(self, kind: str, name: str, words: str, place: str, inside: list[Node] | None = None) -> list[Node]:
        """Words in a span by which they are found again."""
        return [
            nodes.span(
                nodes.CITATION if inside is not None else nodes.REFERENCE,
                text_nodes(words) if inside is None else inside, place=place,
                title=f"{_NAMES[kind]} {name}", digest=nodes.digest_of(words),
                written=name if inside is not None else f"{{{kind}:{name}}}",
            )
        ]  # fmt: skip

    def _noted(self, kind: str, name: str, inside: list[Node], *, missing: bool = False) -> list[Node]:
        one = self._notes.get((kind, name))
        told = " ".join(filter(None, (one.sentence, one.stale))) if one and (not one.well or one.stale) else ""
        if not told or (missing and one is not None and not one.stale):
            return inside  # what is missing says so itself
        self._comments += 1
        return [nodes.span(nodes.NOTE, inside, number=str(self._comments), words=told)]


_BLOCK = "cc-block"


def _markup(held: list[Node]) -> list[Block]:
    return [Markup(msgspec.json.encode(held))] if held else []


def _div(style: str, blocks: list[Node]) -> Node:
    return {"t": "Div", "c": [["", [style.lower().replace(" ", "-")], [["custom-style", style]]], blocks]}


def _listed(tree: list[Node]) -> list[Node]:
    """The list of references as paragraphs under a heading, where the draft has none there."""
    found: list[Node] = []
    for block in tree:
        if block["t"] != "Div" or block["c"][0][0] != "refs":
            found.append(block)
            continue
        if not (found and found[-1]["t"] == "Header"):
            level = min((one["c"][0] for one in tree if one["t"] == "Header" and one["c"][0] > 1), default=2)
            found.append({"t": "Header", "c": [level, ["references", [], []], text_nodes(REFERENCES)]})
        for entry in block["c"][1]:
            inside = [one for part in entry["c"][1] if part["t"] == "Para" for one in part["c"]]
            found.append(_div("Bibliography", [para(_spaced(inside))]))
    return found


def _spaced(inlines: list[Node]) -> list[Node]:
    """The number of an entry and the entry, which styles set side by side."""
    found: list[Node] = []
    for one in inlines:
        found.append(one)
        if nodes.spanned(one, "csl-left-margin") is not None:
            found.append({"t": "Space"})
    return found


def _titled(blocks: list[Block], name: str) -> tuple[str, list[Block]]:
    """The title, which is the only heading above all others where there is one; the others step up then."""
    trees = [(at, msgspec.json.decode(one.nodes)) for at, one in enumerate(blocks) if isinstance(one, Markup)]
    tops = [(at, node) for at, tree in trees for node in tree if node["t"] == "Header" and node["c"][0] == 1]
    if len(tops) != 1 or not trees or trees[0][1][0] is not tops[0][1]:
        return name, blocks
    title = nodes.words_of(tops[0][1]["c"][2]).strip()
    for at, tree in trees:
        kept = [node for node in tree if node is not tops[0][1]]
        kept = nodes.mapped(kept, _up)
        blocks[at] = Markup(msgspec.json.encode(kept))
    return title or name, blocks


def _up(node: Node) -> list[Node] | None:
    if node["t"] != "Header":
        return None
    level, attributes, inside = node["c"]
    return [{"t": "Header", "c": [max(1, level - 1), attributes, inside]}]
