"""Beginning a study: `demo`, `new` and `settings`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from crosscase.cli.encryption import LOST, keep_key, remember_option
from crosscase.cli.output import Out, counted, json_option, note, print_json, say, told
from crosscase.cli.session import Target, Who, acting, acting_options, reading, target
from crosscase.cli.shape import command

if TYPE_CHECKING:
    from crosscase.study import Study


@command(
    "new",
    examples=[
        "crosscase new peers.crosscase --title 'Peer work and risk' --as Ines",
        "crosscase new peers.crosscase --encrypt",
        "crosscase new again.crosscase --from peers-archive",
    ],
)
@target
@click.option("--title", default="", help="What the study is called; else the name of its file.")
@click.option("--aims", help="What it is for.")
@click.option("--question", "questions", multiple=True, metavar="TEXT", help="A research question; may be repeated.")
@click.option("--ethics", metavar="TEXT", help="The reference of the ethics approval.")
@click.option("--grammar", metavar="TEMPLATE", help="How identifiers are composed: {case}{role}{number:02}.")
@click.option("--as", "as_member", default="", metavar="MEMBER", help="Its first member; else CROSSCASE_MEMBER.")
@click.option("--encrypt", is_flag=True, help="Encrypt it; the passphrase is asked for, never given here.")
@click.option(
    "--from", "archive", type=click.Path(exists=True, file_okay=False, path_type=Path), metavar="FOLDER",
    help="Make it of an archive that 'crosscase export --format archive' wrote.",
)  # fmt: skip
@remember_option
@json_option
def new(
    target: Target, title: str, as_member: str, encrypt: bool, archive: Path | None, remember: bool, as_json: bool,
    **given: Any,
) -> None:  # fmt: skip
    """Make a new study.

    Its first member owns it: --as names them. A file that is there already is left alone. With --from it is a study
    that was archived, with its members and everything that was done in it.
    """
    from crosscase.cli.passphrases import new_passphrase
    from crosscase.study import Study

    if remember and not encrypt:
        message = "--remember keeps the key of an encrypted study; say --encrypt as well."
        raise click.UsageError(message)
    from crosscase.verbs.study import change_settings

    fields = _fields(given)
    asking = (lambda path: new_passphrase(path.name)) if encrypt else None
    if archive is not None:
        if fields or title:
            message = "A study that is made of an archive has its title and settings; change them afterwards."
            raise click.UsageError(message)
        _made_again(target, archive, asking, remember=remember, as_json=as_json)
        return
    if fields:
        # Refused settings are refused before there is a study that lacks them.
        with Study.new(None, title=title or "-", member=as_member) as trial:
            trial.do(change_settings, **fields)
    with Study.new(target.place, title=title, member=as_member, passphrase=asking) as study:
        if fields:
            study.do(change_settings, **fields)
        name, entry = study.member().name, study.log()[0].id
        keep_key(study.store.key, remember=remember)
        if as_json:
            print_json({
                "study": target.shown, "title": study.settings().title, "member": name, "entry": entry,
                "encrypted": encrypt,
            })  # fmt: skip
            return
        say(f"Made {target.shown}: {study.settings().title}. {name} owns it.")
        if encrypt:
            note(LOST)
        say(f"Next: crosscase import {target.shown} FOLDER --dry-run")


def _made_again(target: Target, archive: Path, asking: Any, *, remember: bool, as_json: bool) -> None:
    """A study of an archive: the folder itself, or the `journal` in it."""
    from crosscase.cli.waiting import waiting
    from crosscase.study import Study

    journal = archive / "journal"
    with waiting("Making the study again"):
        made = Study.from_archive(journal if journal.is_dir() else archive, target.place, passphrase=asking)
    with made as study:
        keep_key(study.store.key, remember=remember)
        title, entries = study.settings().title, len(study.log())
    if as_json:
        print_json({"study": target.shown, "title": title, "entries": entries, "encrypted": asking is not None})
        return
    say(f"Made {target.shown} again: {title}, {counted(entries, 'entry', 'entries')}.")
    if asking is not None:
        note(LOST)


@command("demo", examples=["crosscase demo demo.crosscase", "crosscase demo demo.crosscase --manuscript papers"])
@target
@click.option(
    "--manuscript", "papers", type=click.Path(file_okay=False, path_type=Path), metavar="FOLDER",
    help="Also write an invented paper about it: a first draft with faults, and the corrected one.",
)  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print JSON: the counts of 'info'.")
def demo(target: Target, papers: Path | None, as_json: bool) -> None:
    """Write the demonstration study.

    Ten cases, five roles, three members and everything that follows, all of it invented. A file that is there
    already is left alone.
    """
    from crosscase.cli.overview import counts
    from crosscase.cli.waiting import waiting
    from crosscase.demo import build_demo

    with waiting("Writing the demonstration study"):
        study: Study = build_demo(target.place)
    if papers is not None:
        from crosscase.demo.manuscript import write_papers

        write_papers(papers)
    with study:
        found = counts(study)
        if as_json:
            print_json({"study": target.shown, **found})
            return
        say(f"Wrote {target.shown}: {study.settings().title}.")
        listed = ("cases", "participants", "sources", "codes", "codings", "themes", "memos")
        say(", ".join(counted(found[name], name.removesuffix("s")) for name in listed) + ".")
        say(f"Next: crosscase matrix {target.shown} --rows codes --columns cases")
        if papers is not None:
            say(f"Or: crosscase audit-manuscript {papers / 'first-draft.md'} --study {target.shown}")
        if study.settings().invented:
            note(study.settings().invented)


@command(
    "settings",
    examples=[
        "crosscase settings peers.crosscase",
        "crosscase settings peers.crosscase --question 'How do peer workers talk about risk?' --primary sector",
    ],
)
@target
@click.option("--title", help="What the study is called.")
@click.option("--aims", help="What it is for.")
@click.option(
    "--question", "questions", multiple=True, metavar="TEXT", help="A research question; repeat it for all of them."
)
@click.option("--ethics", metavar="TEXT", help="The reference of the ethics approval.")
@click.option("--grammar", metavar="TEMPLATE", help="How identifiers are composed: {case}{role}{number:02}.")
@click.option("--primary", metavar="GROUPING", help="The grouping that leads in tables.")
@click.option("--invented", metavar="TEXT", help="The data are made up: the words that every product carries then.")
@acting_options
def settings(target: Target, who: Who, **given: Any) -> None:
    """Show or change what the study is about.

    Without options it is shown. Questions that are given take the place of all that were there.
    """
    from crosscase.model import Attribute
    from crosscase.verbs.study import change_settings

    primary = given.pop("primary")
    fields = _fields(given)
    if not fields and primary is None:
        with reading(target) as study:
            _show(study, Out(who.as_json))
        return
    with acting(target, who) as study:
        if primary is not None:
            fields["primary"] = study.find(Attribute, primary).id if primary else ""
        done = study.do(change_settings, **fields)
        told(done, f"Changed: {', '.join(fields)}.", who, misfits=done.value)
        if done.value and not who.as_json:
            note(f"These identifiers do not follow the grammar and stay as they are: {', '.join(done.value)}.")


def _fields(given: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in given.items() if value is not None and value != ()}


def _show(study: Study, out: Out) -> None:
    from crosscase.model import Attribute
    from crosscase.model.table import Column, Table

    known = study.settings()
    primary = study.get(Attribute, known.primary) if known.primary else None
    data = {
        "title": known.title,
        "aims": known.aims,
        "questions": list(known.questions),
        "ethics": known.ethics,
        "grammar": known.grammar,
        "primary": primary.name if primary else "",
        "invented": known.invented,
    }
    rows = [(name, value if isinstance(value, str) else "\n".join(value)) for name, value in data.items()]
    out.table(
        Table(title="Settings", columns=(Column("setting", "Setting"), Column("value", "Value")), rows=tuple(rows)),
        data,
    )
