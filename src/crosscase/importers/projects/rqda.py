"""RQDA projects (`.rqda`), the SQLite files of the R package of that name.

Tables as in RQDA 0.2 to 0.3 (`R/ProjectFun.R`, and its help page *RQDATables*). Files, codes with their category,
codings, cases, attributes, annotations, journals and memos become what the study calls them; file categories become
sets. Rows with status 0 were deleted in RQDA and are not taken. RQDA stores the words of every coding, which settle
where it lies.

What a careful reader would get wrong: a code may be in several categories. It lies under the first in the tree; the
others are listed.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from crosscase.importers.code_tree import CodeTree, members_of
from crosscase.importers.options import DEFAULT, Options
from crosscase.importers.placing import Placer
from crosscase.importers.projects.database import MAGIC, Database, Row, is_of, opened
from crosscase.importers.stored_text import Stored
from crosscase.importers.turns import find_turns
from crosscase.model.bundle import (
    AttributeRecord,
    Bundle,
    CaseRecord,
    Choice,
    CodingRecord,
    Document,
    MemoRecord,
    SetRecord,
)

SUFFIXES: tuple[str, ...] = (".rqda",)
PROGRAM: Final = "RQDA"
NEEDED: Final = ("source", "freecode", "coding")


def identify(path: Path, head: bytes) -> bool:
    """Whether it is a database with RQDA's tables."""
    return head.startswith(MAGIC) and is_of(path, head, NEEDED)


def read(path: Path, options: Options = DEFAULT) -> Bundle:
    """The whole project.

    Raises:
        UnreadableError: the database is damaged, hostile, or none of RQDA's.
    """
    with opened(path, PROGRAM, NEEDED) as database:
        return _Project(path.name, database, options).bundle()


class _Project:
    """One project being read."""

    def __init__(self, name: str, database: Database, options: Options) -> None:
        self.name = name
        self.database = database
        self.options = options
        self.placer = Placer(name)
        self.tree = CodeTree()
        self.owners: dict[str, None] = {}
        self.memos: list[MemoRecord] = []
        self.codes: dict[int, str] = {}
        self.keys: dict[int, str] = {}
        self.texts: dict[int, Stored] = {}

    def bundle(self) -> Bundle:
        self.read_codes()
        attributes = self.attributes()
        cases, case_of = self.cases()
        documents = tuple(self.documents(case_of))
        codings = tuple(self.codings())
        self.annotations()
        self.journals()
        if codings:
            self.placer.lose("date", "all tables", "When things were made in RQDA; here they begin with this import.")
        return Bundle(
            members=members_of(self.owners),
            cases=cases,
            attributes=attributes,
            documents=documents,
            codes=self.tree.records(),
            codings=codings,
            memos=tuple(self.memos),
            sets=tuple(self.sets()),
            losses=tuple(self.placer.losses),
            choices=(
                Choice(place=self.name, what="Read as an RQDA project."),
                *self.placer.choices(),
                *(Choice(place=self.name, what=what) for what in self.tree.said()),
            ),
        )

    def rows(self, table: str, *columns: str) -> Iterator[Row]:
        """Rows that were not deleted."""
        for row in self.database.rows(table, (*columns, "status")):
            if row.text("status") not in {"0", "-1"}:
                yield row

    def read_codes(self) -> None:
        """Codes, each under its first category."""
        categories = {row.number("catid"): row for row in self.rows("codecat", "catid", "name", "memo")}
        above: dict[int, list[str]] = {}
        for row in self.rows("treecode", "cid", "catid"):
            category = categories.get(row.number("catid"))
            if category is not None:
                above.setdefault(row.number("cid") or -1, []).append(category.text("name"))
        for category in categories.values():
            self.tree.add(category.text("name"), definition=category.text("memo"))
            self.placer.found["code or category"] += 1
        for row in self.rows("freecode", "id", "name", "memo", "color"):
            number = row.number("id")
            if number is None or not row.text("name").strip():
                continue
            under = above.get(number, [])
            self.codes[number] = self.tree.add(
                *under[:1], row.text("name"), definition=row.text("memo"), colour=row.text("color")
            )
            self.placer.found["code or category"] += 1
            if under[1:]:
                at = f"code {row.text('name')!r}"
                self.placer.lose("further category of a code", at, f"Also in {', '.join(under[1:])}.", len(under) - 1)

    def attributes(self) -> tuple[AttributeRecord, ...]:
        """Attributes, of cases and of files alike: RQDA has one list for both."""
        kinds = {row.text("name"): row.text("class") for row in self.rows("attributes", "name", "class")}
        used = {
            (of, row.text("variable"))
            for table, of in (("caseAttr", "case"), ("fileAttr", "source"))
            for row in self.rows(table, "variable")
        }
        return tuple(
            AttributeRecord(subject=of, name=name, type="number" if kinds.get(name) == "numeric" else "text")  # type: ignore[arg-type] # one of both
            for of, name in sorted(used)
        )

    def values(self, table: str, column: str) -> dict[int, dict[str, str]]:
        """Values of attributes by the number of what they are of."""
        found: dict[int, dict[str, str]] = {}
        for row in self.rows(table, "variable", "value", column):
            number = row.number(column)
            if number is not None and row.text("value").strip() not in {"", "NA"}:
                self.placer.found["value of an attribute"] += 1
                found.setdefault(number, {})[row.text("variable")] = row.text("value")
        return found

    def cases(self) -> tuple[tuple[CaseRecord, ...], dict[int, list[str]]]:
        """The cases, and by file the cases it belongs to."""
        values = self.values("caseAttr", "caseID")
        found: dict[int, CaseRecord] = {}
        for row in self.rows("cases", "id", "name", "memo"):
            number = row.number("id")
            if number is not None and row.text("name").strip():
                self.placer.found["case"] += 1
                found[number] = CaseRecord(
                    code=row.text("name"), description=row.text("memo"), attributes=values.get(number, {})
                )
        case_of: dict[int, list[str]] = {}
        for row in self.rows("caselinkage", "caseid", "fid"):
            case, of = found.get(row.number("caseid") or -1), row.number("fid")
            if case is not None and of is not None and case.code not in case_of.setdefault(of, []):
                case_of[of].append(case.code)
        return tuple(found.values()), case_of

    def documents(self, case_of: dict[int, list[str]]) -> Iterator[Document]:
        values = self.values("fileAttr", "fileID")
        for row in self.rows("source", "id", "name", "file", "memo", "owner"):
            number, name = row.number("id"), row.text("name").strip()
            stored = Stored(row.text("file"))
            if number is None or not name or not stored.text.strip():
                self.placer.lose("file", f"file {name!r}", "There are no words in it.")
                continue
            self.placer.found["file"] += 1
            self.keys[number], self.texts[number] = name, stored
            self.placer.text(name, stored.text)
            if row.text("memo").strip():
                self.remember(row, text=row.text("memo"), about_kind="document", about=name)
            cases = case_of.get(number, [])
            if len(cases) > 1:
                at = f"file {name!r}"
                self.placer.lose("case of a file", at, f"It belongs to several cases: {', '.join(cases)}.", len(cases))
            found = find_turns(stored.text, known=self.options.known)
            yield Document(
                key=name, name=name, text=stored.text, nature="transcript" if found.speakers else "document",
                turns=found.turns, speakers=found.speakers, case=cases[0] if len(cases) == 1 else "", file=name,
                attributes=values.get(number, {}),
            )  # fmt: skip

    def codings(self) -> Iterator[CodingRecord]:
        """Codings, each where its words stand."""
        for at, row in enumerate(
            self.rows("coding", "cid", "fid", "seltext", "selfirst", "selend", "owner", "memo"), 1
        ):
            of, here, words = row.number("fid") or -1, f"coding {at}", Stored(row.text("seltext")).text
            code = self.codes.get(row.number("cid") or -1, "")
            if not code:
                self.placer.lose("coding", here, f"There is no code with the number {row.text('cid') or '(none)'}.")
                continue
            start, end = self.texts.get(of, Stored("")).meant(row.number("selfirst"), row.number("selend"), words)
            place = self.placer.place("coding", here, self.keys.get(of, ""), start, end, quote=words)
            if place is not None:
                self.owners.setdefault(row.text("owner"))
                yield CodingRecord(
                    document=self.keys[of], code=code, member=row.text("owner"), start=place[0], end=place[1],
                    comment=row.text("memo"), place=here,
                )  # fmt: skip

    def annotations(self) -> None:
        """Notes at one point of a text: they lie on the character after it."""
        for at, row in enumerate(self.rows("annotation", "fid", "position", "annotation", "owner"), 1):
            of, first = row.number("fid") or -1, row.number("position")
            start = -1 if first is None else min(max(first, 0), max(len(self.texts.get(of, Stored("")).text) - 1, 0))
            place = self.placer.place("annotation", f"annotation {at}", self.keys.get(of, ""), start, start + 1)
            if place is not None and row.text("annotation").strip():
                self.remember(
                    row, text=row.text("annotation"), document=self.keys[of], start=place[0], end=place[1],
                    place=f"annotation {at}",
                )  # fmt: skip

    def journals(self) -> None:
        for row in self.rows("journal", "name", "journal", "owner"):
            if row.text("journal").strip():
                self.placer.found["journal"] += 1
                self.remember(row, title=row.text("name"), text=row.text("journal"))
        for row in self.rows("project", "memo"):
            if row.text("memo").strip():
                self.placer.found["memo of the project"] += 1
                self.remember(row, title=f"About the project {self.name}", text=row.text("memo"))

    def sets(self) -> Iterator[SetRecord]:
        """Categories of files."""
        things: dict[int, list[str]] = {}
        for row in self.rows("treefile", "fid", "catid"):
            if (of := row.number("fid") or -1) in self.keys:
                things.setdefault(row.number("catid") or -1, []).append(self.keys[of])
        for row in self.rows("filecat", "catid", "name", "memo"):
            if row.text("name").strip():
                self.placer.found["file category"] += 1
                yield SetRecord(
                    name=row.text("name"), of="source", things=tuple(things.get(row.number("catid") or -1, [])),
                    description=row.text("memo"),
                )  # fmt: skip

    def remember(self, row: Row, **fields: object) -> None:
        self.owners.setdefault(row.text("owner"))
        self.memos.append(MemoRecord(member=row.text("owner"), **{"title": "", **fields}))  # type: ignore[arg-type] # fields of a memo
