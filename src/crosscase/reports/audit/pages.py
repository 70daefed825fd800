"""The pages of an audit: plain HTML that needs nothing beside it, no script, nothing from elsewhere.

For people who listen to a page as well as for those who look at it: a language, one heading of the first level, a way
past the contents, every table with a caption and with headings that say which way they hold.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from crosscase.model.table import Column, printed
from crosscase.reports.audit.ground import AuditTable

STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;color:#1f2933;background:#fff;max-width:80rem;margin:0 auto;"
    "padding:1rem 1.25rem 3rem}h1{font-size:1.7rem;line-height:1.2}h2{font-size:1.25rem;margin-top:2rem}"
    "table{border-collapse:collapse;margin:.5rem 0}caption{text-align:left;font-weight:600;padding:.25rem 0}"
    "td,th{padding:.25rem .75rem;border-top:1px solid #ccd;text-align:left;vertical-align:top;white-space:pre-wrap}"
    "tbody th{font-weight:400}.n{text-align:right}.wide{overflow-x:auto}footer,.note{font-size:.85rem;color:#3e4c59}"
    "a{color:#0b4f9c}.skip{position:absolute;left:-60rem}.skip:focus{position:static}"
)


_HERE = ' aria-current="page"'


class Class(NamedTuple):
    """One of the six classes: its number, the name of its page, its title and what it is."""

    number: int
    slug: str
    title: str
    about: str

    @property
    def page(self) -> str:
        """The file of its page."""
        return f"{self.number}-{self.slug}.html"

    def csv(self, table: AuditTable) -> str:
        """The file of one of its tables."""
        return f"csv/{self.number}-{table.name}.csv"


def page(title: str, main: str, sentence: str, classes: Sequence[Class], here: str) -> str:
    """A page with the way to all the others."""
    items = [("index.html", "Index"), *((one.page, f"{one.number}. {one.title}") for one in classes)]
    links = "".join(
        f'<li><a href="{escape(address)}"{_HERE if address == here else ""}>{escape(name)}</a></li>'
        for address, name in items
    )
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{STYLE}</style></head><body>"
        '<a class="skip" href="#main">Skip to the content</a>'
        f'<header><h1>{escape(title)}</h1></header><nav aria-label="Classes"><ul>{links}</ul></nav>'
        f'<main id="main">{main}</main><footer><p>{escape(sentence)}</p></footer></body></html>\n'
    )


def section(of: Class, one: AuditTable) -> str:
    """A table of a class with its heading, what it is, and the way to its data."""
    table = one.table
    heading = f'<h2 id="{one.name}">{escape(table.title)}</h2>'
    about = f"<p>{escape(one.about)}</p>" if one.about else ""
    notes = "".join(f'<p class="note">{escape(note)}</p>' for note in table.notes)
    if not table.rows:
        return f'<section aria-labelledby="{one.name}">{heading}{about}<p>Nothing.</p>{notes}</section>'
    head = "".join(f'<th scope="col"{_classed(column)}>{escape(column.heading)}</th>' for column in table.columns)
    body = "".join(f"<tr>{_row(one, row)}</tr>" for row in table.rows)
    count = f"{len(table.rows):,} {'row' if len(table.rows) == 1 else 'rows'}"
    data = f'<p><a href="{of.csv(one)}">{escape(table.title)}, as csv</a> ({count})</p>'
    return (
        f'<section aria-labelledby="{one.name}">{heading}{about}{data}<div class="wide"><table>'
        f"<caption>{escape(table.title)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
        f"{notes}</section>"
    )


def _row(one: AuditTable, row: Sequence[str | int | float | None]) -> str:
    cells: list[str] = []
    for number, (value, column) in enumerate(zip(row, one.table.columns, strict=True)):
        said = escape(printed(value, column))
        address = one.links.get(column.key, {}).get(str(value)) if value else None
        said = f'<a href="{escape(address)}">{said}</a>' if address else said
        cells.append(f'<th scope="row">{said}</th>' if not number else f"<td{_classed(column)}>{said}</td>")
    return "".join(cells)


def _classed(column: Column) -> str:
    return "" if column.nature == "text" else ' class="n"'
