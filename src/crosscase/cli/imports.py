"""Taking in files: the `import` command.

Files are read whole first, shown with all that was decided about them, and then recorded as one act. One bad file never
stops the rest, and nothing of it is taken in. `--dry-run` shows the same and keeps nothing.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from crosscase.cli.naming import pairs
from crosscase.cli.open_places import asked, at_terminal, may_be_open, write_open
from crosscase.cli.output import OutputPath, counted, note, print_json, print_table, say, told_written, write_json
from crosscase.cli.session import Target, Who, acting, acting_options, target
from crosscase.cli.shape import command
from crosscase.cli.waiting import progress, waiting
from crosscase.errors import CrosscaseError

if TYPE_CHECKING:
    from crosscase.importers.options import Options
    from crosscase.model.bundle import Bundle
    from crosscase.study import Done, Study
    from crosscase.verbs.taken import TakenIn
    from crosscase.verbs.taking_refi import CasesAre

_NATURES = ("transcript", "document", "field note", "answer")
_SHOWN = 40


class NothingTakenError(CrosscaseError):
    """Not one of the files could be taken in."""

    code = "nothing-taken"

    def __init__(self, files: int) -> None:
        super().__init__(f"Nothing could be taken in from {counted(files, 'file')}; the reasons stand above.")


@command(
    "import",
    examples=[
        "crosscase import peers.crosscase interviews/ --dry-run",
        "crosscase import peers.crosscase interviews/ --as Ines --because 'first round'",
        "crosscase import peers.crosscase STA1SU01.docx --case STA1 --participant STA1SU01",
        "crosscase import peers.crosscase participants.xlsx --type participant.age=number",
        "crosscase import peers.crosscase peers.qdpx --report report.json",
        "crosscase import peers.crosscase coded.csv --open-rows which.csv",
    ],
)
@target
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--format", "form", default="", metavar="NAME", help="What it is ('crosscase formats'); else it is found out."
)
@click.option("--report", "report_path", type=OutputPath((".json",)), metavar="FILE", help="Write the report as JSON.")
@click.option(
    "--open-rows",
    type=OutputPath((".csv", ".xlsx")),
    metavar="FILE",
    help="Write quotations that stand at several places as a table, to fill in and import.",
)
@click.option("--dry-run", is_flag=True, help="Show what was found and decided, and keep nothing.")
@click.option(
    "--encoding", default="", metavar="NAME", help="How text files are encoded; else it is found out and shown."
)
@click.option("--nature", type=click.Choice(_NATURES), help="What the documents are.")
@click.option("--type", "types", multiple=True, metavar="SUBJECT.NAME=TYPE", help="The type of an attribute.")
@click.option("--case", metavar="CASE", help="The case of documents that say none.")
@click.option("--participant", metavar="IDENTIFIER", help="Whom documents are about that do not say.")
@click.option(
    "--interviewer", "interviewers", multiple=True, metavar="LABEL", help="A label of who asks; may be repeated."
)
@click.option(
    "--cases-are",
    type=click.Choice(("cases", "participants")),
    default="cases",
    show_default=True,
    help="Of REFI-QDA: what the cases of the project are here.",
)
@click.option("--counting", default="", metavar="WAY", help="Of REFI-QDA: how positions count; else it is found out.")
@click.option("--take-again", is_flag=True, help="Of REFI-QDA: bring back what was removed here and is in the file.")
@click.option(
    "--follow-removals", is_flag=True, help="Of REFI-QDA: remove what a newer export of the project has no more."
)
@click.option(
    "--comments",
    type=click.Choice(("memos", "codes", "leave")),
    help="What comments in the margin become; else codings where one is the name of a code, and memos.",
)
@acting_options
def import_(
    target: Target, paths: tuple[Path, ...], form: str, report_path: Path | None, open_rows: Path | None, dry_run: bool,
    case: str | None, participant: str | None, cases_are: CasesAre, counting: str, take_again: bool,
    follow_removals: bool, who: Who, **given: Any,
) -> None:  # fmt: skip
    """Take in transcripts, documents, study tables and projects of other programs.

    PATH is a file or a folder. A folder with tables (cases, participants, documents, frame, codebook, …) is taken in
    as a study: the tables say what the files are. Speakers are found and mapped, never guessed in silence: --dry-run
    shows each label with whose voice it seems to be, and why. Importing the same file again says so. What a file is, is
    found out: 'crosscase formats' lists what comes in. A project of another program is taken in by itself; a newer
    export of it updates what is here, and --dry-run shows first what would change. Where quoted words stand at several
    places, you are asked which is meant; without a terminal --open-rows writes them as a table to fill in.
    """
    from crosscase.importers import read_path
    from crosscase.importers.formats import REFI, claimed
    from crosscase.verbs.take_in import take_in

    if len(paths) == 1 and claimed(paths, form).get(paths[0]) == REFI:
        from crosscase.cli.refi_imports import import_project
        from crosscase.verbs.taking_refi import RefiOptions

        import_project(
            target,
            paths[0],
            who,
            dry_run=dry_run,
            report=report_path,
            options=RefiOptions(
                cases_are=cases_are, counting=counting, take_again=take_again, follow_removals=follow_removals
            ),
        )
        return
    with acting(target, who) as study:
        options = _options(study, **given, case=case, participant=participant)
        with progress("Reading") as step:
            bundle = read_path(
                paths, options=options, format=form, progress=lambda done, total, file: step(done, total, file.name)
            )
        bundle = _placed(bundle, case, participant)
        if not dry_run and not who.as_json and at_terminal() and may_be_open(bundle):
            bundle = asked(bundle, study.try_out(take_in, bundle))
        done: Done[TakenIn] | None = None
        with waiting("Taking it in"), study.staying():
            if dry_run:
                taken = study.try_out(take_in, bundle)
            else:
                done = study.do(take_in, bundle)
                taken = done.value
    if open_rows is not None and taken.open:
        write_open(taken, open_rows)
    files = _files(paths, form, bundle, taken)
    data = _as_data(bundle, taken, files, done.entry if done else "", dry_run=dry_run)
    if report_path is not None:
        write_json(data, report_path)
    if who.as_json:
        print_json(data)
    else:
        _report(bundle, taken, files, dry_run=dry_run)
        if taken.open and open_rows is not None:
            told_written(open_rows)
        elif taken.open:
            number = counted(len(taken.open), "row")
            note(
                f"{number} with words at several places. --open-rows FILE.csv writes them with every place, to fill in."
            )
    if not taken.changes and not taken.known and (bundle.refusals or taken.refusals):
        raise NothingTakenError(sum(files.values()))


def _options(
    study: Study, *, encoding: str, nature: str | None, types: tuple[str, ...], case: str | None,
    participant: str | None, interviewers: tuple[str, ...], comments: Any,
) -> Options:  # fmt: skip
    """What the reader is told: what was typed, and who is known already."""
    from crosscase.importers.options import Known, Options, folded, people_of
    from crosscase.model import Case, Code, Participant, Role

    cases = study.rows(Case)
    here = (study.find(Participant, participant).identifier,) if participant else ()
    named = study.find(Case, case).code if case else ""
    known = Known(
        people=people_of(study.rows(Participant), cases, study.rows(Role)),
        here=here,
        case=named,
        interviewers=interviewers,
    )
    return Options(
        types=pairs(types, "SUBJECT.NAME=TYPE, like participant.age=number."),  # type: ignore[arg-type] # checked when used
        encoding=encoding,
        nature=nature or "",
        known=known,
        cases=tuple(one.code for one in cases),
        codes=frozenset(folded(one.name) for one in study.rows(Code)),
        comments=comments or "",
    )


def _placed(bundle: Bundle, case: str | None, participant: str | None) -> Bundle:
    """The case and participant of documents that name none."""
    import msgspec

    if not case and not participant:
        return bundle
    documents = [
        msgspec.structs.replace(
            one, case=one.case or case or "", participants=one.participants or ((participant,) if participant else ())
        )
        for one in bundle.documents
    ]
    return msgspec.structs.replace(bundle, documents=tuple(documents))


def _files(paths: tuple[Path, ...], form: str, bundle: Bundle, taken: TakenIn) -> dict[str, int]:
    """What became of every file that was given; a project of another program counts as one, a folder or not."""
    from crosscase.importers.folder import list_files, name_of
    from crosscase.importers.formats import claimed
    from crosscase.importers.study_tables import SUFFIXES

    own = claimed(list(paths), form)
    given = [(file.path, file.name) for file in list_files(paths)]
    if own:
        given = [one for one in given if own.keys().isdisjoint((one[0], *one[0].parents))]
    known = {one.key for one in taken.known}
    became: dict[Path | None, str] = {}
    for document in bundle.documents:
        kept = "known" if document.key in known else "sources" if document.key in taken.sources else "refused"
        # A file that holds several documents came in when one of them did.
        became[document.original] = kept if kept == "sources" else became.get(document.original, kept)
    refused = {refusal.file for refusal in bundle.refusals if not refusal.place.startswith("row")}
    found = {"sources": 0, "known": 0, "tables": 0, "projects": 0, "refused": 0, "left_alone": 0}
    found["refused"] = sum(name_of(path, paths) in refused for path in own)
    found["projects"] = len(own) - found["refused"]
    for path, name in given:
        if path in became:
            found[became[path]] += 1
        elif name in refused:
            found["refused"] += 1
        elif path.suffix.lower() in SUFFIXES:
            found["tables"] += 1
        else:
            found["left_alone"] += 1
    return found


def _as_data(bundle: Bundle, taken: TakenIn, files: dict[str, int], entry: str, *, dry_run: bool) -> dict[str, Any]:
    return {
        "dry_run": dry_run, "entry": entry, "files": files, "counts": taken.counts,
        "documents": [
            {
                "key": one.key, "name": one.name, "file": one.file, "case": one.case, "participants": one.participants,
                "nature": one.nature, "encoding": one.encoding, "characters": len(one.text), "turns": len(one.turns),
                "speakers": one.speakers, "source": taken.sources.get(one.key, ""),
            }
            for one in bundle.documents
        ],
        "known": taken.known, "open": taken.open, "choices": bundle.choices, "losses": bundle.losses,
        "refusals": [*bundle.refusals, *taken.refusals], "notes": taken.notes,
    }  # fmt: skip


def _report(bundle: Bundle, taken: TakenIn, files: dict[str, int], *, dry_run: bool) -> None:
    say(_files_line(files))
    if dry_run:
        _show_people(bundle)
        _show_documents(bundle)
    for choice in bundle.choices:
        say(f"Decided: {f'{choice.place}: ' if choice.place else ''}{choice.what}")
    for loss in bundle.losses:
        say(f"Not taken: {f'{loss.place}: ' if loss.place else ''}{loss.what}")
    for refusal in bundle.refusals:
        note(f"Refused: {refusal}")
    refused = {str(refusal) for refusal in taken.refusals}
    for line in taken.lines():
        said = line.replace("Added: ", "Would add: ").replace("Changed: ", "Would change: ") if dry_run else line
        (note if line.removeprefix("Refused: ") in refused else say)(said)
    unassigned = {
        (document.key, speaker.label)
        for document in bundle.documents
        for speaker in document.speakers
        if speaker.voice == "unassigned" or (speaker.voice == "participant" and not speaker.participant)
    }
    if unassigned:
        say(
            f"{counted(len(unassigned), 'label')} could not be mapped to anybody; their words count for no participant."
            " 'crosscase speakers STUDY --open' lists them."
        )
    if dry_run:
        say("Nothing was kept: this was a dry run.")


def _files_line(files: dict[str, int]) -> str:
    parts = [counted(files["sources"], "source"), counted(files["tables"], "table"), f"{files['refused']:,} refused"]
    parts += [counted(files["projects"], "project")] if files["projects"] else []
    parts += [f"{files['known']:,} in the study already"] if files["known"] else []
    parts += [f"{files['left_alone']:,} left alone"] if files["left_alone"] else []
    return f"{counted(sum(files.values()), 'file')} = {' + '.join(parts)}."


def _show_people(bundle: Bundle) -> None:
    from crosscase.model.table import Column, Table

    if bundle.cases:
        columns = (Column("code", "Case"), Column("name", "Name"), Column("attributes", "Attributes"))
        rows = tuple((one.code, one.name, _attributes(one.attributes)) for one in bundle.cases)
        print_table(Table(title="Cases", columns=columns, rows=rows))
    if bundle.participants:
        of_people = (
            Column("identifier", "Participant"), Column("case", "Case"), Column("role", "Role"),
            Column("labels", "Labels"), Column("attributes", "Attributes"),
        )  # fmt: skip
        people = tuple(
            (one.identifier, one.case, one.role or one.code, ", ".join(one.labels), _attributes(one.attributes))
            for one in bundle.participants
        )
        print_table(Table(title="Participants", columns=of_people, rows=people))
    if bundle.attributes:
        of_types = (Column("subject", "Of"), Column("name", "Attribute"), Column("type", "Type"), Column("how", "How"))
        types = tuple(
            (one.subject, one.name, one.type, "inferred" if one.inferred else "declared") for one in bundle.attributes
        )
        print_table(Table(title="Attributes", columns=of_types, rows=types))


def _attributes(values: dict[str, str]) -> str:
    return ", ".join(f"{name}={value}" for name, value in values.items() if value)


def _show_documents(bundle: Bundle) -> None:
    from crosscase.model.table import Column, Table

    columns = (
        Column("name", "Document"), Column("case", "Case"), Column("participants", "Participants"),
        Column("nature", "Is a"), Column("encoding", "Encoding"), Column("characters", "Characters", "count"),
        Column("turns", "Turns", "count"),
    )  # fmt: skip
    rows = tuple(
        (one.name, one.case, ", ".join(one.participants), one.nature, one.encoding, len(one.text), len(one.turns))
        for one in bundle.documents[:_SHOWN]
    )
    more = len(bundle.documents) - _SHOWN
    notes = (f"And {counted(more, 'more document')}.",) if more > 0 else ()
    if rows:
        print_table(Table(title="Documents", columns=columns, rows=rows, notes=notes))
    voices = (
        Column("name", "Document"), Column("label", "Label"), Column("voice", "Voice"),
        Column("participant", "Participant"), Column("turns", "Turns", "count"), Column("why", "Because"),
    )  # fmt: skip
    turns = {(one.key, turn.speaker): 0 for one in bundle.documents for turn in one.turns}
    for one in bundle.documents:
        for turn in one.turns:
            turns[one.key, turn.speaker] += 1
    speakers: list[tuple[str, str, str, str, int, str]] = [
        (one.name, who.label, who.voice, who.participant, turns.get((one.key, who.label), 0), who.why)
        for one in bundle.documents
        for who in one.speakers
    ]
    if len(bundle.documents) > _SHOWN:
        speakers = _by_label(speakers)
    if speakers:
        print_table(Table(title="Speakers", columns=voices, rows=tuple(speakers)))


def _by_label(speakers: list[tuple[str, str, str, str, int, str]]) -> list[tuple[str, str, str, str, int, str]]:
    """The same labels with the same voices in one line, where there are too many documents to show each."""
    together: dict[tuple[str, str, str, str], tuple[int, int]] = {}
    for _, label, voice, participant, turns, why in speakers:
        documents, before = together.get((label, voice, participant, why), (0, 0))
        together[label, voice, participant, why] = (documents + 1, before + turns)
    return [
        (counted(documents, "document"), label, voice, participant, turns, why)
        for (label, voice, participant, why), (documents, turns) in together.items()
    ]
