"""Backups from the command line: `backup` makes one, `backups` lists them, `restore` puts one in the study's place.

Most backups are made without any command (see `crosscase.store.backups`). What a careful reader would get wrong:
`restore` asks before it does anything, and where nobody can be asked it only says what would be lost, unless `--yes`.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from crosscase.cli.output import counted, json_option, note, print_json, print_table, say
from crosscase.cli.session import Target, reading, target
from crosscase.cli.shape import command
from crosscase.errors import CrosscaseError, RefusedError

if TYPE_CHECKING:
    from crosscase.store.backup_files import Backup
    from crosscase.store.restore import Plan


class NotConfirmedError(RefusedError):
    """Nobody said yes to a restore."""

    code = "not-confirmed"

    def __init__(self) -> None:
        super().__init__("Nothing was changed. Say --yes to restore it.")


def _file(target: Target) -> Path:
    from crosscase.store.backups import NoFileError

    if not isinstance(target.place, Path):
        raise NoFileError
    return target.place


@command(
    "backup",
    examples=["crosscase backup peers.crosscase", "crosscase backup peers.crosscase /media/usb/peers.crosscase"],
)
@target
@click.argument("to", required=False, type=click.Path(path_type=Path))
@json_option
def backup(target: Target, to: Path | None, as_json: bool) -> None:
    """Make a backup of the study now.

    Without TO it goes where the study's other backups are; TO is a file, or a folder that is there. It is one state of
    the study, read again after it was written, and encrypted if the study is.
    """
    from crosscase.cli.waiting import waiting
    from crosscase.store import backup_files, backups

    _file(target)
    with reading(target) as study, waiting("Making the backup"):
        if to is None:
            made = backups.make(study.store)
        else:
            path = study.store.path
            if to.is_dir() and path is not None:
                to = backup_files.name_for(to, path, backups.wall())
            made = backups.make_at(study.store, to)
    if as_json:
        print_json(_described(made, whole=True))
        return
    entries = counted(made.facts.entries if made.facts else 0, "entry", "entries")
    say(f"Backup: {made.path}, {entries}, {_size(made.size)}, checked.")


@command(
    "backups",
    examples=[
        "crosscase backups peers.crosscase",
        "crosscase backups peers.crosscase --check",
        "crosscase backups peers.crosscase --keep /media/nas/backups",
    ],
)
@target
@click.option("--check", "checking", is_flag=True, help="Read every backup again, to its last byte.")
@click.option("--keep", metavar="PLACE", help="Where backups go from now on: beside, off, or a folder.")
@json_option
def backups(target: Target, checking: bool, keep: str | None, as_json: bool) -> None:
    """List the backups of the study, or say where they go.

    Kept are the newest of each of the last 24 hours, 14 days and 8 weeks with work in them. --keep is remembered for
    this study on this machine; the environment variable CROSSCASE_BACKUPS comes before it. Exit 1: a backup is not as
    it was written.
    """
    from crosscase.cli.waiting import waiting
    from crosscase.store import backup_files

    path = _file(target)
    if keep is not None:
        backup_files.set_folder(path, keep)
    folder = backup_files.folder_of(path)
    found = backup_files.listed(folder)
    with waiting("Reading the backups"):
        whole = [backup_files.is_as_written(one) if checking else None for one in found]
    if as_json:
        print_json(
            {
                "folder": str(folder) if folder else None,
                "backups": [_described(one, whole=good) for one, good in zip(found, whole, strict=True)],
            }
        )
    else:
        _list(path, folder, found, whole, checking=checking)
    bad = [one.path.name for one, good in zip(found, whole, strict=True) if good is False]
    if bad:
        raise RefusedError(f"Not as written any more: {', '.join(bad)}. The disk may be failing.")


def _list(path: Path, folder: Path | None, found: list[Backup], whole: list[bool | None], *, checking: bool) -> None:
    from crosscase.model.table import Column, Table
    from crosscase.store import backup_files
    from crosscase.store.synced import synced_by

    if folder is None:
        say("Backups are turned off. 'crosscase backups STUDY --keep beside' turns them on.")
        return
    by = synced_by(path)
    where = f"They lie in {folder}" + (f", and not in the folder that {by} syncs." if by else ".")
    if not found:
        say("There is no backup yet. One is made when the study is written to, about once an hour.")
        note(where)
        return
    kept = backup_files.kept_as(found, _with_more(path, found))
    columns = (
        Column("number", "No.", "count"), Column("when", "When"), Column("entries", "Entries", "count"),
        Column("size", "Size"), Column("kept", "Kept as"), *([Column("checked", "Checked")] if checking else []),
    )  # fmt: skip
    words = {True: "as written", False: "DAMAGED", None: "not known"}
    rows = tuple(
        (
            number, backup_files.when(one.made), one.facts.entries if one.facts else None, _size(one.size),
            kept.get(one.path, "not needed"), *([words[good]] if checking else []),
        )
        for number, (one, good) in enumerate(zip(found, whole, strict=True), 1)
    )  # fmt: skip
    print_table(Table(title="Backups", columns=columns, rows=rows, notes=(where,)))


def _with_more(path: Path, found: list[Backup]) -> set[Path]:
    """Which backups have something that the study lacks; none is known where it cannot be opened without asking."""
    from sqlalchemy.exc import DatabaseError

    from crosscase.store import backups
    from crosscase.store.store import Store

    try:
        store = Store.at_path(path, writable=False)
    except (CrosscaseError, DatabaseError):
        return set()
    try:
        return backups.with_more(store, found)
    except DatabaseError:
        return set()
    finally:
        store.database.close()


def _described(one: Backup, *, whole: bool | None) -> dict[str, Any]:
    from datetime import datetime

    facts = one.facts
    return {
        "file": str(one.path), "made": datetime.fromtimestamp(one.made / 1000).astimezone().isoformat(),
        "size": one.size, "entries": facts.entries if facts else None, "version": facts.version if facts else None,
        "reason": one.reason, "digest": facts.digest if facts else None, "as_written": whole,
    }  # fmt: skip


def _size(size: int) -> str:
    return f"{size / 1e6:,.1f} MB" if size >= 100_000 else f"{size / 1e3:,.1f} kB"


@command(
    "restore",
    examples=[
        "crosscase restore peers.crosscase --dry-run",
        "crosscase restore peers.crosscase",
        "crosscase restore peers.crosscase '2026-03-31 14'",
        "crosscase restore peers.crosscase /media/usb/peers.crosscase --yes",
    ],
)
@target
@click.argument("which", default="")
@click.option("--dry-run", is_flag=True, help="Only say what would be lost.")
@click.option("--yes", is_flag=True, help="Do it without asking.")
@json_option
def restore(target: Target, which: str, dry_run: bool, yes: bool, as_json: bool) -> None:
    """Put a backup in the place of the study.

    WHICH is a number of the list, how a time begins, or a file; else the newest. The study as it is now is saved first.
    To take back an act, use 'undo': a restored study gets everything back with the next merge.
    """
    from crosscase.cli.passphrases import asked
    from crosscase.cli.waiting import waiting
    from crosscase.store import backup_files
    from crosscase.store import restore as doing

    path = _file(target)
    chosen = backup_files.chosen(path, which)
    with waiting("Reading the backup"):
        plan = doing.plan(path, chosen, asked)
    if not as_json:
        _told(plan, path)
    if dry_run:
        if as_json:
            print_json({"restored": False, **_planned(plan)})
        return
    if not yes and not (_at_terminal() and click.confirm("Restore it?", err=True)):
        raise NotConfirmedError
    with waiting("Restoring"):
        done = doing.restore(path, chosen, asked)
    if as_json:
        print_json({"restored": True, "kept": str(done.kept) if done.kept else None, **_planned(done.plan)})
        return
    say(f"Restored {target.shown}: {counted(done.plan.entries, 'entry', 'entries')}.")
    if done.kept is not None:
        say(f"What was there before is in {done.kept}")
    say(f"Next: crosscase verify {target.shown}")


def _at_terminal() -> bool:
    return sys.stdin.isatty() and sys.stderr.isatty()


def _told(plan: Plan, path: Path) -> None:
    """What restoring would do, in words."""
    from crosscase.store import backup_files

    say(f"The backup of {backup_files.when(plan.backup.made)}: {plan.backup.path}")
    if plan.present == "missing":
        say(f"There is no {path} now; it is made anew with {counted(plan.entries, 'entry', 'entries')}.")
    elif plan.present == "damaged":
        say(f"{path} is damaged; it is kept under another name, for 'crosscase rescue'.")
    elif not plan.lost:
        say("Nothing would be lost: it has everything that the study has now.")
    else:
        gone = sum(lost.entries for lost in plan.lost)
        say(f"The study would lose {counted(gone, 'entry', 'entries')} of {plan.now:,}:")
        for lost in plan.lost:
            say(
                f"  {lost.member}: {counted(lost.entries, 'entry', 'entries')}, "
                f"{backup_files.when(lost.first)} to {backup_files.when(lost.last)}"
            )
    if plan.back:
        say(f"It would get back {counted(plan.back, 'entry', 'entries')} that it lacks now.")
    if plan.erasures:
        say(
            f"The backup is from before {counted(plan.erasures, 'erasure')}. What was erased stays erased; so "
            "everything that was done until then is kept as well."
        )
    if plan.plain:
        note("The study is encrypted and this backup is not: encrypt it again afterwards.")


def _planned(plan: Plan) -> dict[str, Any]:
    return {
        "backup": _described(plan.backup, whole=True), "present": plan.present, "entries": plan.entries,
        "now": plan.now if plan.now >= 0 else None, "lost": plan.lost, "back": plan.back, "erasures": plan.erasures,
    }  # fmt: skip
