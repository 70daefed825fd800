"""Taking in a REFI-QDA project: what `import` does with a `.qdpx` or `.qdc`.

The report says what came in and what became of it, what was repaired and where, what is carried until the study goes
out again, and what was left. Elements in the file = things here + carried + left, kind by kind.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from crosscase.cli.output import counted, note, print_json, say, write_json
from crosscase.cli.session import Target, Who, acting
from crosscase.cli.waiting import waiting

if TYPE_CHECKING:
    from crosscase.importers.refi import Read
    from crosscase.verbs.taking_refi import RefiOptions, RefiTaken

_SHOWN = 20
_WORDS = {
    "User": ("user", ""), "Code": ("code", ""), "Variable": ("variable", ""), "Case": ("case", ""),
    "VariableValue": ("value of a variable", "values of variables"), "TextSource": ("text", ""),
    "PictureSource": ("picture", ""), "PDFSource": ("PDF", ""), "AudioSource": ("sound recording", ""),
    "VideoSource": ("video", ""), "Transcript": ("transcript of a recording", "transcripts of recordings"),
    "Selection": ("passage", ""), "PlainTextSelection": ("passage of a text", "passages of texts"),
    "PictureSelection": ("part of a picture", "parts of pictures"),
    "PDFSelection": ("area of a PDF", "areas of PDFs"),
    "AudioSelection": ("stretch of a sound recording", "stretches of sound recordings"),
    "VideoSelection": ("stretch of a video", "stretches of videos"),
    "TranscriptSelection": ("passage of a transcript", "passages of transcripts"),
    "Coding": ("coding", ""), "Note": ("note", ""), "Link": ("link", ""), "Set": ("set", ""), "Graph": ("graph", ""),
}  # fmt: skip
"""The elements that people are told of, in their words."""


def import_project(
    target: Target, path: Path, who: Who, *, dry_run: bool, report: Path | None, options: RefiOptions
) -> None:
    """Take in one project.

    Raises:
        UnreadableError: the file is refused, and the study is as it was.
    """
    from crosscase.importers.refi import read_project
    from crosscase.reports.refi_in import take_project

    with acting(target, who) as study:
        with waiting("Reading"):
            read = read_project(path)
        with waiting("Taking it in"):
            done = take_project(study, read, options, trial=dry_run)
    taken = done.value
    data = _as_data(path, read, taken, done.entry, dry_run=dry_run)
    if report is not None:
        write_json(data, report)
    if who.as_json:
        print_json(data)
    else:
        _told(path, read, taken, dry_run=dry_run)


def _as_data(path: Path, read: Read, taken: RefiTaken, entry: str, *, dry_run: bool) -> dict[str, Any]:
    return {
        "dry_run": dry_run, "entry": entry, "file": path.name, "format": "refi", "origin": read.project.origin,
        "in": read.counts, "elements": taken.elements, "counts": taken.counts, "repairs": read.repairs,
        "counted": taken.counted, "doubts": taken.doubts, "changes": [str(one) for one in taken.changes],
        "losses": [*read.losses, *taken.losses], "notes": taken.notes, "removals": taken.removals,
    }  # fmt: skip


def _told(path: Path, read: Read, taken: RefiTaken, *, dry_run: bool) -> None:
    from crosscase.verbs.taken import TakenIn

    origin = f" from {read.project.origin}" if read.project.origin else ""
    say(f"{path.name}: a {'codebook' if read.codebook else 'project'}{origin}.")
    parts = [_in_words(name, number) for name, number in read.counts.items() if number and name in _WORDS]
    say(f"In it: {', '.join(parts) or 'nothing'}.")
    shown = {kind: count for kind, count in taken.counts.items() if kind != "carried"}
    for line in TakenIn(counts=shown, sources={}).lines():
        say(line.replace("Added: ", "Would add: ").replace("Changed: ", "Would change: ") if dry_run else line)
    carried = [_in_words(name, one.carried) for name, one in taken.elements.items() if one.carried]
    if carried:
        say(f"Kept beside the study, shown nowhere, and there again when it is exported: {', '.join(carried)}.")
    _some("Differs" if dry_run else "Differed", [str(one) for one in taken.changes])
    for one in _ways(taken):
        say(f"Counted: {one}")
    _some("Repaired", [f"{one.place}: {one.what}" for one in read.repairs])
    _some("Not sure", [f"{one.place}: {one.what}" for one in taken.doubts])
    _some("Not taken", [f"{one.place}: {one.what}" for one in (*read.losses, *taken.losses)])
    _some("Decided", list(taken.notes))
    for line in taken.removals.said():
        say(line.replace("Removed, because", "Would be removed, because") if dry_run else line)
    if dry_run:
        say("Nothing was kept: this was a dry run.")


def _in_words(element: str, number: int) -> str:
    return counted(number, *_WORDS.get(element, (element, "")))


def _ways(taken: RefiTaken) -> list[str]:
    """How positions were counted: texts that were counted alike in one line."""
    together: dict[tuple[str, bool], list[str]] = {}
    for one in taken.counted:
        together.setdefault((one.way, one.sure), []).append(one.source)
    return [
        f"{sources[0] if len(sources) == 1 else counted(len(sources), 'text')}: {way}"
        + ("." if sure else ". Not sure; --counting settles it.")
        for (way, sure), sources in together.items()
    ]


def _some(what: str, sentences: list[str]) -> None:
    for sentence in sentences[:_SHOWN]:
        say(f"{what}: {sentence}")
    if len(sentences) > _SHOWN:
        note(f"And {len(sentences) - _SHOWN:,} more; --report FILE.json has them all.")
