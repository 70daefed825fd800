"""Opening a number: the passages behind it, as every command with `--open` prints them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from crosscase.cli.leaving import lines_out

if TYPE_CHECKING:
    from crosscase.cli.output import Out
    from crosscase.model import Id
    from crosscase.study import Study


def open_passages(
    study: Study, codings: Sequence[Id], data: dict[str, Any], *, title: str, notes: Sequence[str] = (), covered: bool,
    out: Out,
) -> None:  # fmt: skip
    """Print codings with their words.

    Args:
        data: for JSON, beside the codings.
        notes: those that are not empty stand under the table, after its own.
        covered: passages under content notes too.
    """
    import msgspec

    from crosscase.cli.coding import coding_table
    from crosscase.model import Coding
    from crosscase.reads.codings import coding_lines

    behind = study.rows(Coding, id=list(codings))
    lines, consent = lines_out(coding_lines(study.store, behind), behind)
    invented = study.settings().invented
    table = coding_table(lines, invented, whole=out.path is not None, covered=covered)
    titled = msgspec.structs.replace(table, title=title, notes=(*table.notes, *(one for one in notes if one)))
    out.table(titled, {**data, "codings": lines}, invented=invented, consent=consent, verbatim=("quote",))
