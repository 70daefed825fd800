"""What an erasure touches, in lines for people and as data for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from crosscase.cli.output import counted

if TYPE_CHECKING:
    from crosscase.model import Id
    from crosscase.reads.withdrawal import Reach
    from crosscase.study import Study

_MOST = 8


def touched(study: Study, reach: Reach, *, keeping: bool) -> list[str]:
    """A line for each kind of thing; with `keeping`, codings and what rests on them stay."""
    from crosscase.model import Code, Product, Source, Theme

    def names(row: Any, things: Iterable[Id], field: str = "name") -> str:
        known = sorted(getattr(one, field) for one in study.rows(row, id=list(things)))
        return ", ".join(known[:_MOST]) + (" …" if len(known) > _MOST else "")

    sources, groups, others = (len(each) for each in (reach.sources, reach.groups, reach.transcripts))
    characters = sum(reach.transcripts.values())
    kinds = Counter(mention.kind.replace("_", " ") for mention in reach.mentions)
    found: list[tuple[int, str]] = [
        (sources, f"{counted(sources, 'source')} with all the words in it: {names(Source, reach.sources)}"),
        (groups, "; ".join(
            f"{counted(turns, 'turn')} of theirs in {names(Source, [source])}, where others speak too"
            for source, turns in reach.groups.items()
        )),
        (len(reach.vivo), f"codes named with their words, to be renamed: {names(Code, reach.vivo)}"),
        *((n, f"{counted(n, kind)} in which the words or the name stand: blotted out there")
          for kind, n in sorted(kinds.items())),
        (others, f"{counted(characters, 'character')} in {counted(others, 'other source')} "
                 f"({names(Source, reach.transcripts)}), where the same words or the name stand; "
                 "--spare-others leaves them"),
        (reach.reasons, f"{counted(reach.reasons, 'reason')} given in the journal: blotted out there"),
        (len(reach.change.files), f"{counted(len(reach.change.files), 'original file')} kept in the study"),
        *((1, f"the {product.nature} {product.file} holds the words: it is outside the study")
          for product in study.rows(Product, id=list(reach.products))),
        (len(reach.names), f"looked for as the name: {', '.join(reach.names)}"),
        (len(reach.undated), f"no date is known for: {names(Source, reach.undated)}"),
    ]  # fmt: skip
    if not keeping:
        found[2:2] = [
            (len(reach.codings), f"{counted(len(reach.codings), 'coding')} of the words"),
            (len(reach.themes), f"themes that rest on these: {names(Theme, reach.themes, 'label')}"),
            (reach.attributes, counted(reach.attributes, "value of an attribute", "values of attributes")),
        ]
    return [line for count, line in found if count]


def as_data(reach: Reach) -> dict[str, Any]:
    """The same with ids."""
    return {
        "sources": list(reach.sources), "groups": reach.groups, "codings": list(reach.codings),
        "mentions": [{"kind": one.kind, "id": one.row, "characters": one.characters} for one in reach.mentions],
        "transcripts": reach.transcripts, "attributes": reach.attributes, "codes": list(reach.vivo),
        "themes": list(reach.themes), "products": list(reach.products), "reasons": reach.reasons,
        "files": len(reach.change.files), "undated": list(reach.undated),
    }  # fmt: skip
