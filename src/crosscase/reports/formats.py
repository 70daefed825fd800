"""Every format that goes out to other programs, in one list: what `export --format` names and `formats` prints.

A format writes a file (or a folder) of the study, and says what went, what is in it whose words, and what had no place
in it. To add one, write a function like the others and add a line to `FORMATS`. Among formats of one ending the first
is the one that is meant when only the ending is given.

What a careful reader would get wrong: whatever is written goes past `outgoing`, which knows what participants agreed
to. A format that writes whole texts says in `Written.participants` whose words are in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from crosscase.errors import BadValueError
from crosscase.model import Id
from crosscase.model.bundle import Loss

if TYPE_CHECKING:
    from crosscase.reads.outgoing import Outgoing
    from crosscase.study import Study


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """What is to go out; by itself, all of the study.

    Attributes:
        cases, codes: only these (codes with those under them); empty: all.
        names: with the names of participants; False: they go by their identifiers, also in the texts' speakers.
        consented: only the words of those who agreed to archiving and showing outside the team.
        profile: of the program that is to read it.
    """

    cases: tuple[Id, ...] = ()
    codes: tuple[Id, ...] = ()
    names: bool = True
    consented: bool = False
    profile: str = ""


class Written(msgspec.Struct, frozen=True, kw_only=True):
    """What was written.

    Attributes:
        counts: how much of each kind, in the words that people are shown.
        losses: what has no place in the format, and where it stood.
        participants: those whose words are in it.
        notes: what its reader should be told.
    """

    path: Path
    counts: dict[str, int] = {}
    losses: tuple[Loss, ...] = ()
    participants: tuple[Id, ...] = ()
    notes: tuple[str, ...] = ()


Write = Callable[["Study", Path, Wanted, "Outgoing"], Written]


class Format(msgspec.Struct, frozen=True, kw_only=True):
    """A format that goes out.

    Attributes:
        name: for `--format`.
        title: what it is, in words.
        endings: of the files; empty: a folder.
        write: writes it; the path is whole or not there.
        heeds: which fields of `Wanted` it heeds; others are refused, not passed over.
        profiles: programs that it can be written for.
    """

    name: str
    title: str
    endings: tuple[str, ...]
    write: Write
    heeds: frozenset[str] = frozenset()
    profiles: tuple[str, ...] = ()


class UnknownFormatError(BadValueError):
    """No format is named so, or ends so."""

    code = "unknown-format"

    def __init__(self, what: str, known: Iterable[Format]) -> None:
        listed = "; ".join(f"{each.name} ({', '.join(each.endings) or 'a folder'})" for each in known)
        super().__init__(f"{what} There are {listed or 'none'}. 'crosscase formats' says what they are.")


class NotHeededError(BadValueError):
    """Something is asked of a format that it cannot do."""

    code = "not-heeded"

    def __init__(self, format: Format, option: str) -> None:
        super().__init__(f"{format.title} cannot be written with --{option}. Leave it out, or choose another format.")


def _by(name: str) -> Write:
    """A function of `going_out`, which is read when it is needed."""

    def write(study: Study, path: Path, wanted: Wanted, outgoing: Outgoing) -> Written:
        from crosscase.reports import going_out

        done: Written = getattr(going_out, name)(study, path, wanted, outgoing)
        return done

    return write


def _refi(name: str) -> Write:
    """A function of `reports.refi`, which is read when it is needed."""

    def write(study: Study, path: Path, wanted: Wanted, outgoing: Outgoing) -> Written:
        from crosscase.reports import refi

        done: Written = getattr(refi, name)(study, path, wanted, outgoing)
        return done

    return write


FORMATS: tuple[Format, ...] = (
    Format(
        name="refi",
        title="REFI-QDA project, for NVivo, ATLAS.ti, MAXQDA, QualCoder and others, and for another crosscase",
        endings=(".qdpx",),
        write=_refi("write_refi"),
        heeds=frozenset({"cases", "codes", "names", "consented", "profile"}),
        profiles=("strict", "nvivo", "atlasti", "maxqda", "qualcoder"),
    ),
    Format(
        name="codebook-refi",
        title="REFI-QDA codebook: the codes with their definitions and sets",
        endings=(".qdc",),
        write=_refi("write_qdc"),
        heeds=frozenset({"codes", "profile"}),
        profiles=("strict", "nvivo", "atlasti", "maxqda", "qualcoder"),
    ),
    Format(
        name="word",
        title="Word: whole transcripts, each coding a comment by its member",
        endings=(".docx",),
        write=_by("write_word"),
        heeds=frozenset({"cases", "codes", "consented"}),
    ),
    Format(
        name="page",
        title="A page: whole transcripts with marks, and the codings in the margin",
        endings=(".html",),
        write=_by("write_page"),
        heeds=frozenset({"cases", "codes", "consented"}),
    ),
    Format(
        name="annotations",
        title="W3C Web Annotations in JSON-LD: every coding with its place and its words",
        endings=(".jsonld",),
        write=_by("write_annotations"),
        heeds=frozenset({"codes", "consented"}),
    ),
    Format(
        name="segments",
        title="Every coding with its words and names as one Parquet table",
        endings=(".parquet",),
        write=_by("write_segments"),
        heeds=frozenset({"consented"}),
    ),
    Format(
        name="data",
        title="A data package (Frictionless): every table as csv, described column by column",
        endings=(),
        write=_by("write_csv_package"),
        heeds=frozenset({"consented"}),
    ),
    Format(
        name="data-parquet",
        title="The same as Parquet",
        endings=(),
        write=_by("write_parquet_package"),
        heeds=frozenset({"consented"}),
    ),
    Format(
        name="archive",
        title="The whole study as plain text with its journal; 'crosscase new STUDY --from' makes it again",
        endings=(),
        write=_by("write_archive"),
    ),
)
"""In the order in which they are shown."""


def format_for(path: Path, name: str = "") -> Format:
    """The format to write, by its name or by the ending of the path.

    Raises:
        UnknownFormatError: there is none, with what there is.
    """
    if name:
        for each in FORMATS:
            if each.name == name:
                return each
        raise UnknownFormatError(f"There is no format {name!r}.", FORMATS)
    for each in FORMATS:
        if path.suffix.lower() in each.endings:
            return each
    raise UnknownFormatError(f"Nothing is written to files like {path.name!r}.", FORMATS)


def write(study: Study, path: Path, wanted: Wanted, outgoing: Outgoing, *, format: str = "") -> Written:
    """Write a study, or a part of it, in a format.

    Raises:
        UnknownFormatError: there is no such format.
        NotHeededError: it cannot do what is wanted of it.
    """
    chosen = format_for(path, format)
    plain = Wanted()
    for field in msgspec.structs.fields(Wanted):
        if getattr(wanted, field.name) != getattr(plain, field.name) and field.name not in chosen.heeds:
            raise NotHeededError(chosen, _OPTIONS[field.name])
    if wanted.profile and wanted.profile not in chosen.profiles:
        listed = ", ".join(chosen.profiles)
        raise BadValueError(f"There is no profile {wanted.profile!r} of {chosen.name}. There are {listed}.")
    return chosen.write(study, path, wanted, outgoing)


_OPTIONS = {
    "cases": "case", "codes": "code", "names": "no-names", "consented": "consented", "profile": "profile",
}  # fmt: skip
