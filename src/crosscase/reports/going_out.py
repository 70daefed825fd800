"""The study in formats that need no program of ours: a data package, coded transcripts, annotations, coded segments.

Each function here is one line of `formats.FORMATS`. Whole transcripts leave in these, so that they go by consent to
archiving and showing outside the team: what somebody said no to is covered always, and with `consented` also what
nobody said yes to.
"""

from __future__ import annotations

from pathlib import Path

from crosscase.exporters.tables import write_whole
from crosscase.exporters.web_annotations import Tagged, web_annotations
from crosscase.model import Code, Coding, Id, Participant
from crosscase.model.bundle import Loss
from crosscase.reads.codings import coding_lines
from crosscase.reads.leaving import Leaving
from crosscase.reads.outgoing import Outgoing
from crosscase.reports.coded_transcripts import CodedTranscript, as_page, as_word, coded_transcripts
from crosscase.reports.data_package import Form, Resource, as_parquet, data_package, segments
from crosscase.reports.formats import Wanted, Written
from crosscase.reports.nameless import Nameless
from crosscase.reports.plain_archive import plain_archive
from crosscase.study import Study

_AROUND = 32
"""Code points before and after a passage that go with it, so that it can be found again."""


def write_csv_package(study: Study, path: Path, wanted: Wanted, outgoing: Outgoing) -> Written:  # noqa: ARG001 - one for all
    """A folder with every table as csv; see `data_package`."""
    return _package(study, path, "csv", wanted)


def write_parquet_package(study: Study, path: Path, wanted: Wanted, outgoing: Outgoing) -> Written:  # noqa: ARG001
    """The same as Parquet."""
    return _package(study, path, "parquet", wanted)


def _package(study: Study, path: Path, form: Form, wanted: Wanted) -> Written:
    made = data_package(study, path, form=form, unrecorded=not wanted.consented)
    return Written(
        path=made.folder, counts={"table": len(made.tables)}, participants=made.participants, notes=(made.sentence,)
    )


def write_word(study: Study, path: Path, wanted: Wanted, outgoing: Outgoing) -> Written:  # noqa: ARG001 - one for all
    """All transcripts in one Word document, each coding a comment."""
    leaving = _leaving(study, wanted)
    found = coded_transcripts(study, leaving, cases=wanted.cases, codes=_below(study, wanted.codes))
    settings = study.settings()
    moment = max((line.wall for line in study.log()), default=0) // 1000
    write_whole(path, as_word(found, title=settings.title, footer=settings.invented or settings.title, moment=moment))
    return _written(path, found, leaving)


def write_page(study: Study, path: Path, wanted: Wanted, outgoing: Outgoing) -> Written:  # noqa: ARG001 - one for all
    """All transcripts on one page, with the codings in its margin."""
    leaving = _leaving(study, wanted)
    found = coded_transcripts(study, leaving, cases=wanted.cases, codes=_below(study, wanted.codes))
    settings = study.settings()
    write_whole(path, as_page(found, title=settings.title, invented=settings.invented))
    return _written(path, found, leaving)


def _written(path: Path, found: list[CodedTranscript], leaving: Leaving) -> Written:
    counts = {"transcript": len(found), "coding": sum(len(one.notes) + len(one.whole) for one in found)}
    return Written(path=path, counts=counts, participants=leaving.printed, notes=_notes(leaving))


def write_annotations(study: Study, path: Path, wanted: Wanted, outgoing: Outgoing) -> Written:  # noqa: ARG001
    """Codings as Web Annotations; those on an area or a stretch of time have no place in it yet and are listed."""
    leaving, nameless = _leaving(study, wanted), Nameless(study)
    codes = _below(study, wanted.codes)
    wanted_ones = [one for one in study.rows(Coding) if not codes or one.code in codes]
    codings = {one.id: one for one in wanted_ones if one.place in ("text", "whole")}
    elsewhere = len(wanted_ones) - len(codings)
    lines = coding_lines(study.store, list(codings.values()))
    texts: dict[Id, str] = {}
    tagged: list[Tagged] = []
    for line in lines:
        place = codings[line.id]
        text = texts.setdefault(place.source, study.text(place.source))

        def words(start: int, end: int, text: str = text, source: Id = place.source) -> str:
            return "" if leaving.refusal(source, start, end) else nameless.text(text[start:end])

        exact = "" if leaving.passage(place.source, line.start, line.end) else nameless.text(line.quote)
        one = Tagged(
            id=line.id, source=place.source, name=nameless.text(line.source), start=line.start, end=line.end,
            exact=exact,
            prefix=words(max(0, line.start - _AROUND), line.start) if exact else "",
            suffix=words(line.end, min(len(text), line.end + _AROUND)) if exact else "",
            code=nameless.text(leaving.writing(line.code)[0]),
            comment=nameless.text(leaving.writing(line.comment)[0]),
            creator=line.member, whole=place.place == "whole",
        )  # fmt: skip
        tagged.append(one)
    settings = study.settings()
    write_whole(path, web_annotations(tagged, label=settings.invented or settings.title))
    losses = (Loss(place="codings", what=f"{elsewhere:,} on areas or stretches of time."),) if elsewhere else ()
    return Written(
        path=path, counts={"coding": len(tagged)}, losses=losses, participants=leaving.printed, notes=_notes(leaving)
    )


def write_segments(study: Study, path: Path, wanted: Wanted, outgoing: Outgoing) -> Written:  # noqa: ARG001
    """Every coding with its words and names in one Parquet table."""
    leaving = _leaving(study, wanted)
    table: Resource = segments(study, leaving)
    write_whole(path, as_parquet(table))
    return Written(path=path, counts={"coding": table.rows}, participants=leaving.printed, notes=_notes(leaving))


def write_archive(study: Study, path: Path, wanted: Wanted, outgoing: Outgoing) -> Written:  # noqa: ARG001
    """A folder with everything, from which the study is made again; nothing is held back by consent."""
    made = plain_archive(study, path)
    said = "It holds everything, real names too: keep it as safe as the study itself."
    counts = {"act": made.entries, "text": made.texts, "original": made.files}
    everybody = tuple(sorted(one.id for one in study.rows(Participant)))
    return Written(path=made.folder, counts=counts, participants=everybody, notes=(said,))


def _leaving(study: Study, wanted: Wanted) -> Leaving:
    return study.leaving(use="archive", strictly=wanted.consented)


def _below(study: Study, codes: tuple[Id, ...]) -> set[Id]:
    """The codes that are wanted, with those under them."""
    found = set(codes)
    parents = {one.id: one.parent for one in study.rows(Code)}
    while fresh := {code for code, parent in parents.items() if parent in found and code not in found}:
        found |= fresh
    return found


def _notes(leaving: Leaving) -> tuple[str, ...]:
    held = len(leaving.withheld)
    withheld = f"{held:,} passages are covered or left out, because consent does not cover them." if held else ""
    return tuple(each for each in (withheld, leaving.sentence()) if each)
