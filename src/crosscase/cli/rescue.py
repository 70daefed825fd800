"""Saving what can be read of a damaged study: `rescue`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from crosscase.cli.output import counted, json_option, print_json, say
from crosscase.cli.shape import command

if TYPE_CHECKING:
    from crosscase.store.rescue import LostEntry, Rescued
    from crosscase.store.salvage import Saved

_MOST = 30
"""Entries and names that are listed; `--json` has them all."""


@command(
    "rescue",
    examples=[
        "crosscase rescue peers.crosscase saved.crosscase",
        "crosscase rescue peers.crosscase saved.crosscase --chains-only",
    ],
)
@click.argument("damaged", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("out", metavar="OUT", type=click.Path(path_type=Path))
@click.option(
    "--chains-only",
    is_flag=True,
    help="Only entries whose whole past can be read. Best where another copy is to be merged afterwards.",
)
@json_option
def rescue(damaged: Path, out: Path, chains_only: bool, as_json: bool) -> None:
    """Save all that can be read of a damaged study in a new one.

    FILE is only read: it may be cut short, overwritten in places, lack its log, or be refused by every other command.
    Entries, words and original files are taken over where their digests hold. What lost entries did is taken from the
    tables where these can be read, and written into the new study by one act, study.rescue. The new study is whole
    ('verify' finds nothing in it), and what could not be saved is listed.

    Look for a backup first ('crosscase backups'): it may have everything. OUT is a copy of the same study: made with
    --chains-only, a backup or a colleague's copy can be merged into it, and brings back what it has. An encrypted file
    needs its passphrase, and OUT is encrypted with the same.
    """
    from crosscase.cli.passphrases import asked
    from crosscase.cli.waiting import waiting
    from crosscase.store.rescue import rescue as save

    with waiting("Reading what can be read"):
        done = save(damaged, out, asked, tables=not chains_only)
    if as_json:
        print_json(_as_data(done, out))
        return
    for line in _told(done, out):
        say(line)


def _as_data(done: Rescued, out: Path) -> dict[str, object]:
    return {
        "out": str(out), "whole": done.whole, "pages": done.pages, "kept": done.kept, "mended": done.mended,
        "entries": done.entries, "words": [{"kind": k, "name": n, "count": c} for k, n, c in done.words],
        "older": done.older, "files": done.files, "entry": done.saved.entry, "added": done.saved.added,
        "from_tables": done.saved.from_tables, "changed": done.saved.changed, "texts": done.saved.texts,
        "stand_ins": [{"kind": k, "name": n} for k, n in done.saved.stand_ins], "left_out": done.saved.left_out,
        "unplaced": done.saved.unplaced,
    }  # fmt: skip


def _told(done: Rescued, out: Path) -> Iterator[str]:
    yield f"Written: {out}"
    yield f"{counted(done.kept, 'entry', 'entries')} are in it as they were."
    if done.mended:
        what = counted(done.mended, "entry or piece of text", "entries or pieces of text")
        yield f"{what} had one wrong bit, which was put right."
    if done.whole:
        yield "Nothing is lost: every entry, every word and every original file is there."
        return
    yield from _entries(done.entries)
    yield from _written(done.saved)
    for kind, name, count in done.words:
        yield f"Words lost: {kind.replace('_', ' ')} {name} ({counted(count, 'piece')} of text)."
    if done.older:
        yield (
            f"{counted(done.older, 'piece')} of text could not be read, counting earlier wordings. What the tables "
            "still had of them is written anew."
        )
    if done.files:
        yield f"Lost original files, of: {', '.join(done.files)}. Their transcripts are not concerned."
    yield (
        "If there is a backup, or a colleague has a copy: rescue with --chains-only and merge that copy, which brings "
        "back all that it has."
    )


def _written(saved: Saved) -> Iterator[str]:
    if saved.added or saved.changed or saved.texts:
        rows = _listed(saved.added) or "no rows"
        yield f"Written anew by one act (study.rescue): {rows}; {counted(saved.changed, 'field')} set."
    if saved.from_tables:
        yield (
            f"Of these only the tables had: {_listed(saved.from_tables)}. No entry vouches for them; look at them "
            "before you rely on them."
        )
    if saved.texts:
        yield f"Texts put together from the tables: {_some(saved.texts)}. Compare them with the recordings."
    if saved.stand_ins:
        kinds = Counter(kind for kind, _ in saved.stand_ins)
        yield (
            f"Lost but for what names them, with something that stands in: {_listed(kinds)} "
            f"({_some([name for _, name in saved.stand_ins])})."
        )
    if saved.left_out:
        yield f"Lost, because what they were about is lost: {_listed(saved.left_out)}."
    if saved.unplaced:
        yield (
            f"Their place in the text is lost: {_listed(saved.unplaced)}. Codings and marks lie on all of their source "
            "now; the rest was removed."
        )


def _entries(lost: tuple[LostEntry, ...]) -> Iterator[str]:
    gone = [line for line in lost if not line.readable]
    parted = len(lost) - len(gone)
    if gone:
        yield f"{counted(len(gone), 'entry', 'entries')} could not be read:"
    for line in gone[:_MOST]:
        when = _when(line.wall)
        known = f"{when}, {line.by or 'unknown member'}, {line.verb}" if line.verb else f"after {when}"
        yield f"  number {line.seq}: {known}" + (f"; it added or changed {_listed(line.did)}" if line.did else "")
    if len(gone) > _MOST:
        yield f"  and {len(gone) - _MOST:,} more; --json lists them all"
    if parted:
        what = counted(parted, "entry", "entries")
        yield f"{what} can be read, but entries before them are lost: what they did is saved anew."


def _when(wall: int) -> str:
    """The time of a lost entry, which may be damaged as well."""
    try:
        return datetime.fromtimestamp(wall / 1000).astimezone().strftime("%Y-%m-%d %H:%M") if wall else "?"
    except (ValueError, OverflowError, OSError):
        return "?"


def _some(names: Sequence[str]) -> str:
    return ", ".join(names[:_MOST]) + (f" and {len(names) - _MOST:,} more" if len(names) > _MOST else "")


def _listed(counts: Mapping[str, int]) -> str:
    return ", ".join(counted(count, kind.replace("_", " ")) for kind, count in counts.items())
