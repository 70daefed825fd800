"""Tables in OpenDocument's own words, because pandoc's have no rules, one size of type, and lose styles in cells.

`table_xml` writes a table that refers to styles, `table_styles` those styles, which `renderers` puts among the
automatic ones of the document: OpenDocument allows the widths and rules of tables nowhere else. Words are escaped here,
the one place where that is not pandoc's work.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final
from xml.sax.saxutils import escape

from crosscase.model.table import printed
from crosscase.reports.document import Align, TableBlock
from crosscase.reports.layout import POINTS, Fit, Size, aligned
from crosscase.reports.nodes import INWARDS, printable

_INK: Final = "#1f2933"
_ALIGNS: Final[dict[Align, str]] = {"left": "start", "centre": "center", "right": "end"}
_CELL: Final = (
    '<style:style style:name="{name}" style:family="table-cell"><style:table-cell-properties fo:padding="1.2mm" '
    'fo:padding-top="0.3mm" fo:padding-bottom="0.3mm" fo:border-left="none" fo:border-right="none" {rules}/>'
    "</style:style>"
)
_NONE, _THIN, _THICK = "none", f"0.5pt solid {_INK}", f"1pt solid {_INK}"


def table_xml(block: TableBlock, name: str, fitted: Fit) -> str:
    """A table, its head repeated on each page.

    Args:
        block: the table.
        name: of this table in its document, without blanks.
        fitted: how it is set.
    """
    table, size = block.table, fitted.size
    styles = [f"Cell_{size}_{align}" for align in block.aligns or aligned(table)]
    columns = "".join(
        f'<table:table-column table:style-name="{name}.{number}"/>' for number in range(len(table.columns))
    )  # fmt: skip
    over = _over(block, size) if block.over else ""
    head = _row(
        [column.heading for column in table.columns], styles, "TableUnder" if over else "TableHead", strong=True
    )
    last = len(table.rows) - 1
    rows = "".join(
        _row(
            [printed(cell, column) for cell, column in zip(row, table.columns, strict=True)],
            styles,
            "TableLast" if number == last else "TableCell",
            strong=number in block.strong,
        )
        for number, row in enumerate(table.rows)
    )
    return (
        f'<table:table table:name="{name}" table:style-name="{name}">{columns}'
        f"<table:table-header-rows>{over}{head}</table:table-header-rows>{rows}</table:table>"
    )


def table_styles(tables: Sequence[tuple[str, Fit]]) -> str:
    """The styles of the tables of those names."""
    cells = (
        ("TableHead", _THICK, _THIN), ("TableCell", _NONE, _NONE), ("TableLast", _NONE, _THICK),
        ("TableOver", _THICK, _NONE),
        ("TableUnder", _NONE, _THIN),
    )  # fmt: skip
    found = [
        _CELL.format(name=name, rules=f'fo:border-top="{top}" fo:border-bottom="{bottom}"')
        for name, top, bottom in cells
    ]
    found += [
        f'<style:style style:name="Cell_{size}_{align}" style:family="paragraph" '
        f'style:parent-style-name="Table_20_Text_20_{size}"><style:paragraph-properties fo:text-align="{written}"/>'
        "</style:style>"
        for size in POINTS
        for align, written in _ALIGNS.items()
    ]
    found.append(
        '<style:style style:name="WholeRow" style:family="table-row">'
        '<style:table-row-properties fo:keep-together="always"/></style:style>'
    )
    for name, fitted in tables:
        whole = sum(fitted.widths)
        found.append(
            f'<style:style style:name="{name}" style:family="table"><style:table-properties table:align="left" '
            f'style:rel-width="{round(100 * whole)}%" style:width="{(257 if fitted.across else 170) * whole:.1f}mm" '
            'table:border-model="collapsing"/></style:style>'
        )
        found += [
            f'<style:style style:name="{name}.{number}" style:family="table-column">'
            f'<style:table-column-properties style:rel-column-width="{round(65535 * width / whole)}*"/></style:style>'
            for number, width in enumerate(fitted.widths)
        ]
    return "".join(found)


def _over(block: TableBlock, size: Size) -> str:
    """The upper row of headings, each over several columns."""
    cells = "".join(
        f'<table:table-cell table:style-name="TableOver" office:value-type="string" '
        f'table:number-columns-spanned="{span}">'
        f'<text:p text:style-name="Cell_{size}_centre">{_words(label, strong=True)}</text:p></table:table-cell>'
        + "<table:covered-table-cell/>"
        * (span - 1)
        for label, span in block.over
    )
    return f'<table:table-row table:style-name="WholeRow">{cells}</table:table-row>'


def _row(texts: Sequence[str], styles: Sequence[str], cell: str, *, strong: bool) -> str:
    cells = "".join(
        f'<table:table-cell table:style-name="{cell}" office:value-type="string"><text:p text:style-name="{style}">'
        f"{_words(text, strong=strong)}</text:p></table:table-cell>"
        for text, style in zip(texts, styles, strict=True)
    )
    return f'<table:table-row table:style-name="WholeRow">{cells}</table:table-row>'


def _words(text: str, *, strong: bool) -> str:
    inwards = INWARDS * (len(text) - len(text.lstrip(" ")))
    words = inwards + escape(printable(text.lstrip(" "))).replace("\n", "<text:line-break/>")
    return f'<text:span text:style-name="Strong_20_Emphasis">{words}</text:span>' if strong and words else words
