"""QualCoder projects: the `.qda` folder, or the `data.qda` in it.

Tables as QualCoder makes them (`__main__.py`, `new_project`; database versions 1 to 17, older ones with fewer columns).
Texts, codes in their categories, codings with their coders, annotations, cases, attributes, journals and memos become
what the study calls them; pictures and recordings come with the areas and stretches that were coded.

QualCoder stores the words of every coding (`seltext`). Where its numbers count line ends, a byte order mark or UTF-16
units that the text does not have, or the text was changed under them, the words say where the coding belongs, and each
such repair is listed.

What a careful reader would get wrong: a case of QualCoder is whatever somebody called one, often a participant. It
becomes a case, with the attributes it has; a text that belongs to several cases belongs to none here, which is said.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from crosscase.importers.code_tree import CodeTree, members_of
from crosscase.importers.options import DEFAULT, Options
from crosscase.importers.pdf import page_top
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
)
from crosscase.model.sources import SourceKind

SUFFIXES: tuple[str, ...] = (".qda",)
PROGRAM: Final = "QualCoder"
NEEDED: Final = ("source", "code_name", "code_text", "code_cat")
_DATA: Final = "data.qda"
_MEDIA: Final[dict[str, SourceKind]] = {"images": "image", "audio": "recording", "video": "recording"}


def identify(path: Path, head: bytes) -> bool:
    """Whether it is a project's folder, or the database in one."""
    if path.is_dir():
        return (path / _DATA).is_file()
    return head.startswith(MAGIC) and is_of(path, head, NEEDED)


def read(path: Path, options: Options = DEFAULT) -> Bundle:
    """The whole project.

    Raises:
        UnreadableError: the database is damaged, hostile, or none of QualCoder's.
    """
    data = path / _DATA if path.is_dir() else path
    with opened(data, PROGRAM, NEEDED) as database:
        return _Project(path if path.is_dir() else data.parent, path.name, database, options).bundle()


class _Project:
    """One project being read."""

    def __init__(self, folder: Path, name: str, database: Database, options: Options) -> None:
        self.folder = folder
        self.name = name
        self.database = database
        self.options = options
        self.placer = Placer(name)
        self.tree = CodeTree()
        self.coders: dict[str, None] = {}
        self.codes: dict[int, str] = {}
        self.keys: dict[int, str] = {}
        self.texts: dict[int, Stored] = {}
        self.memos: list[MemoRecord] = []
        self.pages: dict[int, Path] = {}
        self.doubts: list[Choice] = []

    def bundle(self) -> Bundle:
        version = next((row.text("databaseversion") for row in self.rows("project", "databaseversion")), "")
        self.read_codes()
        values, attributes = self.values()
        cases, case_of = self.cases(values)
        documents = tuple(self.documents(case_of, values))
        codings = (*self.codings(), *self.areas(), *self.stretches())
        self.annotations()
        self.journals()
        self.not_taken()
        return Bundle(
            members=members_of(self.coders),
            cases=cases,
            attributes=attributes,
            documents=documents,
            codes=self.tree.records(),
            codings=codings,
            memos=tuple(self.memos),
            losses=tuple(self.placer.losses),
            choices=(
                Choice(place=self.name, what=f"Read as a QualCoder project (database {version or 'of no version'})."),
                *self.placer.choices(),
                *(Choice(place=self.name, what=what) for what in self.tree.said()),
                *self.doubts,
            ),
        )

    def rows(self, table: str, *columns: str) -> Iterator[Row]:
        return self.database.rows(table, columns)

    def read_codes(self) -> None:
        """Categories and codes, in one tree; a code may lie under a category or, since version 14, under a code."""
        above: dict[tuple[str, int], tuple[str, int] | None] = {}
        named: dict[tuple[str, int], Row] = {}
        for row in self.rows("code_cat", "catid", "name", "memo", "supercatid", "owner"):
            self.enter(row, "catid", ("cat", row.number("supercatid")), above, named)
        for row in self.rows("code_name", "cid", "name", "memo", "catid", "color", "supercid", "owner"):
            over = ("code", row.number("supercid")) if row.number("supercid") else ("cat", row.number("catid"))
            self.enter(row, "cid", over, above, named)
        for key, row in named.items():
            path, at = [row.text("name")], above[key]
            steps = {key}
            while at is not None and at in named and at not in steps:
                steps.add(at)
                path.append(named[at].text("name"))
                at = above[at]
            made = self.tree.add(*reversed(path), definition=row.text("memo"), colour=row.text("color"))
            self.placer.found["code or category"] += 1
            if key[0] == "code":
                self.codes[key[1]] = made

    def enter(
        self,
        row: Row,
        column: str,
        over: tuple[str, int | None],
        above: dict[tuple[str, int], tuple[str, int] | None],
        named: dict[tuple[str, int], Row],
    ) -> None:
        number = row.number(column)
        if number is not None and row.text("name").strip():
            key = ("cat" if column == "catid" else "code", number)
            named[key] = row
            above[key] = None if over[1] is None else (over[0], over[1])

    def values(self) -> tuple[dict[tuple[str, int], dict[str, str]], tuple[AttributeRecord, ...]]:
        """Values of attributes by what they are of, and the attributes."""
        records: dict[tuple[str, str], AttributeRecord] = {}
        for row in self.rows("attribute_type", "name", "caseOrFile", "valuetype"):
            kind = "number" if row.text("valuetype") == "numeric" else "text"
            of = "case" if row.text("caseOrFile") == "case" else "source"
            records[of, row.text("name")] = AttributeRecord(subject=of, name=row.text("name"), type=kind)  # type: ignore[arg-type] # one of both
        values: dict[tuple[str, int], dict[str, str]] = {}
        for row in self.rows("attribute", "name", "attr_type", "value", "id"):
            number = row.number("id")
            if number is not None and row.text("value").strip():
                self.placer.found["value of an attribute"] += 1
                of = "case" if row.text("attr_type") == "case" else "source"
                values.setdefault((of, number), {})[row.text("name")] = row.text("value")
        return values, tuple(records.values())

    def cases(
        self, values: dict[tuple[str, int], dict[str, str]]
    ) -> tuple[tuple[CaseRecord, ...], dict[int, list[str]]]:
        """The cases, and by text the cases it belongs to."""
        found: dict[int, CaseRecord] = {}
        for row in self.rows("cases", "caseid", "name", "memo"):
            number = row.number("caseid")
            if number is not None and row.text("name").strip():
                self.placer.found["case"] += 1
                found[number] = CaseRecord(
                    code=row.text("name"), description=row.text("memo"), attributes=values.get(("case", number), {})
                )
        case_of: dict[int, list[str]] = {}
        for row in self.rows("case_text", "caseid", "fid"):
            case, of = found.get(row.number("caseid") or -1), row.number("fid")
            if case is not None and of is not None and case.code not in case_of.setdefault(of, []):
                case_of[of].append(case.code)
        return tuple(found.values()), case_of

    def documents(
        self, case_of: dict[int, list[str]], values: dict[tuple[str, int], dict[str, str]]
    ) -> Iterator[Document]:
        """Texts, pictures and recordings."""
        for row in self.rows("source", "id", "name", "fulltext", "mediapath", "memo", "owner"):
            number, name = row.number("id"), row.text("name").strip()
            if number is None or not name:
                continue
            at = f"file {name!r}"
            stored = Stored(row.text("fulltext"))
            original, nature = self.original(name, row.text("mediapath"))
            if not stored.text.strip() and original is None:
                self.placer.lose("file", at, "It has no text, and its file is not in the project's folder.")
                continue
            self.placer.found["file"] += 1
            self.keys[number], self.texts[number] = name, stored
            if original is not None and original.suffix.lower() == ".pdf":
                self.pages[number] = original
            if stored.text:
                self.placer.text(name, stored.text)
            found = find_turns(stored.text, known=self.options.known)
            if row.text("memo").strip():
                self.remember(row, text=row.text("memo"), about_kind="document", about=name, place=at)
            cases = case_of.get(number, [])
            if len(cases) > 1:
                self.placer.lose("case of a file", at, f"It belongs to several cases: {', '.join(cases)}.", len(cases))
            yield Document(
                key=name,
                name=name,
                text=stored.text,
                nature=nature or ("transcript" if found.speakers else "document"),
                turns=found.turns,
                speakers=found.speakers,
                case=cases[0] if len(cases) == 1 else "",
                file=name,
                original=original,
                attributes=values.get(("source", number), {}),
            )

    def original(self, name: str, media: str) -> tuple[Path | None, SourceKind | None]:
        """A file's original in the project's folder; never one outside of it."""
        kind = next((kind for folder, kind in _MEDIA.items() if media.strip("/").startswith(folder)), None)
        inside = media.strip("/").replace("\\", "/")
        tries = [inside] if "/" in inside and ":" not in inside else []
        for one in (*tries, f"documents/{name}"):
            path = (self.folder / one).resolve()
            if path.is_file() and path.is_relative_to(self.folder.resolve()):
                return path, kind
        return None, None

    def codings(self) -> Iterator[CodingRecord]:
        """Codings of texts, each where its words stand."""
        for row in self.rows(
            "code_text", "ctid", "cid", "fid", "seltext", "pos0", "pos1", "owner", "memo", "important"
        ):
            of, at = row.number("fid") or -1, f"coding {row.text('ctid')}"
            words = Stored(row.text("seltext")).text
            stored = self.texts.get(of, Stored(""))
            start, end = stored.meant(row.number("pos0"), row.number("pos1"), words)
            place = self.placer.place("coding", at, self.keys.get(of, ""), start, end, quote=words)
            if place is not None and (record := self.coding(row, of, at, "coding", start=place[0], end=place[1])):
                yield record

    def coding(self, row: Row, of: int, at: str, kind: str, **where: object) -> CodingRecord | None:
        """A coding; None, and it is listed: it has no code."""
        code = self.codes.get(row.number("cid") or -1, "")
        if not code:
            self.placer.found[kind] -= 1
            self.placer.lose(kind, at, f"There is no code with the number {row.text('cid') or '(none)'}.")
            return None
        self.coders.setdefault(row.text("owner"))
        return CodingRecord(
            document=self.keys[of], code=code, member=row.text("owner"), comment=row.text("memo"), place=at, **where  # type: ignore[arg-type] # fields of a place
        )  # fmt: skip

    def areas(self) -> Iterator[CodingRecord]:
        """Codings of areas of pictures and pages; those of pages are counted from the bottom, as the standard does."""
        sides = ("x1", "y1", "width", "height")
        tops = {number: page_top(file) for number, file in self.pages.items()}
        unsure: Counter[int] = Counter()
        for row in self.rows("code_image", "imid", "id", *sides, "cid", "memo", "owner", "pdf_page"):
            of, at = row.number("id") or -1, f"picture coding {row.text('imid')}"
            x, y, width, height = (row.number(side) for side in sides)
            if of not in self.keys or x is None or y is None or width is None or height is None:
                self.placer.lose("coding of an area", at, "Its picture is not there.")
                continue
            self.placer.found["coding of an area"] += 1
            page = row.text("pdf_page")
            area = (page or "1", str(x), str(y), str(width), str(height), "px", "top-left")
            if page or of in self.pages:
                top = tops.get(of)
                unsure[of] += top is None
                under = y if top is None else top - y - height
                area = (page or "1", str(x), str(under), str(width), str(height), "pt", "as written")
            if record := self.coding(row, of, at, "coding of an area", area=area):
                yield record
        for of, count in unsure.items():
            if count:
                what = f"Areas: {count:,}, from the top of pages whose height is not known; they may lie elsewhere."
                self.doubts.append(Choice(place=f"file {self.keys[of]!r}", what=what))

    def stretches(self) -> Iterator[CodingRecord]:
        """Codings of stretches of recordings, in milliseconds."""
        for row in self.rows("code_av", "avid", "id", "pos0", "pos1", "cid", "memo", "owner"):
            of, at = row.number("id") or -1, f"recording coding {row.text('avid')}"
            first, last = row.number("pos0"), row.number("pos1")
            if of not in self.keys or first is None or last is None:
                self.placer.lose("coding of a recording", at, "Its recording is not there.")
                continue
            self.placer.found["coding of a recording"] += 1
            if record := self.coding(row, of, at, "coding of a recording", from_ms=first, to_ms=last):
                yield record

    def annotations(self) -> None:
        """Notes on stretches of texts."""
        for row in self.rows("annotation", "anid", "fid", "pos0", "pos1", "memo", "owner"):
            of, at = row.number("fid") or -1, f"annotation {row.text('anid')}"
            first, last = row.number("pos0"), row.number("pos1")
            place = self.placer.place(
                "annotation", at, self.keys.get(of, ""), -1 if first is None else first, -1 if last is None else last
            )
            if place is not None and row.text("memo").strip():
                self.remember(
                    row, text=row.text("memo"), document=self.keys[of], start=place[0], end=place[1], place=at
                )  # fmt: skip

    def journals(self) -> None:
        """Journals, and the memo of the project."""
        for row in self.rows("journal", "jid", "name", "jentry", "owner"):
            if row.text("jentry").strip() or row.text("name").strip():
                self.placer.found["journal"] += 1
                self.remember(row, title=row.text("name"), text=row.text("jentry"), place=f"journal {row.text('jid')}")
        for row in self.rows("project", "memo"):
            if row.text("memo").strip():
                self.placer.found["memo of the project"] += 1
                self.remember(row, title=f"About the project {self.name}", text=row.text("memo"), place="project")

    def remember(self, row: Row, **fields: object) -> None:
        owner = row.text("owner")
        self.coders.setdefault(owner)
        self.memos.append(MemoRecord(member=owner, **{"title": "", **fields}))  # type: ignore[arg-type] # fields of a memo

    def not_taken(self) -> None:
        """What the study has no place for."""
        for table, kind in (
            ("graph", "graph"), ("stored_sql", "stored query"), ("ris", "bibliographic entry"),
            ("code_relations", "relation"),
        ):  # fmt: skip
            number = sum(1 for _ in self.rows(table, "title", "grid", "risid", "name"))
            if number:
                self.placer.lose(kind, table, f"{number:,} left in the project.", number)
        if any(row.number("important") for row in self.rows("code_text", "important")):
            self.placer.lose("mark of importance", "code_text", "Codings marked as important are codings like others.")
        if self.placer.found["coding"]:
            self.placer.lose(
                "date", "all tables", "When things were made in QualCoder; here they begin with this import."
            )
