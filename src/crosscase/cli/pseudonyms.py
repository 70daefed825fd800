"""Real names and what stands for them: the `pseudonyms` commands.

The names are kept in a register, an encrypted file apart from the study (`--names`, else beside it with the ending
`.names`). Its passphrase is typed, or comes from CROSSCASE_NAMES_PASSPHRASE or the system keyring. Names can be typed
as words of a command, but then the shell may remember them; without words they are asked for.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from crosscase.cli.names_register import (
    NEW_VARIABLE,
    NotListedError,
    asked,
    begun,
    from_table,
    opened,
    place_of,
)
from crosscase.cli.naming import pairs
from crosscase.cli.output import Out, counted, note, print_json, say, shown, table_output, told
from crosscase.cli.session import Target, Who, acting, acting_options, reading, target
from crosscase.cli.shape import group, member

if TYPE_CHECKING:
    from crosscase.reads.names import Place
    from crosscase.store.register import Register
    from crosscase.study import Study

_MOST = 200
_ASK = "The names will be gone from the study for good; only the register knows them. Replace them?"

pseudonyms = group(
    "pseudonyms",
    default="list",
    about=(
        "Keep real names in a register apart, and put pseudonyms in their place.\n\nThe register is an encrypted file "
        "of its own. 'suggest' lists words that may be names; 'apply' replaces the names everywhere in the study and "
        "takes them out of it for good."
    ),
    examples=[
        "crosscase pseudonyms peers.crosscase suggest",
        "crosscase pseudonyms peers.crosscase add --names /media/safe/peers.names",
        "crosscase pseudonyms peers.crosscase apply --dry-run",
    ],
)

names_option = click.option(
    "--names", "register", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
    help="The register; else beside the study, with the ending .names.",
)  # fmt: skip


@member(pseudonyms, "list", examples=["crosscase pseudonyms peers.crosscase --names /media/safe/peers.names"])
@target
@names_option
@table_output
def list_(target: Target, register: Path | None, out: Out) -> None:
    """List the real names with what stands for them."""
    from crosscase.model.table import Column, Table

    with reading(target) as study:
        _, names = opened(place_of(target, register), study)
    columns = (
        Column("name", "Name"), Column("pseudonym", "Pseudonym"), Column("participant", "Participant"),
        Column("forms", "Other forms"), Column("note", "Note"),
    )  # fmt: skip
    rows = tuple(
        (one.name, one.pseudonym, one.participant, ", ".join(f"{f} = {w}" for f, w in one.forms.items()), one.note)
        for one in names.names
    )
    data = [
        {"name": one.name, "pseudonym": one.pseudonym, "participant": one.participant, "forms": one.forms,
         "note": one.note}
        for one in names.names
    ]  # fmt: skip
    out.table(Table(title="Register of names", columns=columns, rows=rows), {"names": data})


@member(
    pseudonyms,
    "add",
    examples=[
        "crosscase pseudonyms peers.crosscase add --names /media/safe/peers.names",
        "crosscase pseudonyms peers.crosscase add Katrin Karen --participant STA1PE02 --form Katrins=Karens",
        "crosscase pseudonyms peers.crosscase add --from names.csv",
    ],
)
@target
@click.argument("name", required=False)
@click.argument("pseudonym", required=False)
@click.option("--participant", default="", metavar="IDENTIFIER", help="Whose name it is.")
@click.option("--note", "remark", default="", metavar="TEXT", help="What there is to say about it.")
@click.option(
    "--form", "forms", multiple=True, metavar="FORM=PSEUDONYM", help="Another way in which it is written; repeatable."
)
@click.option(
    "--from", "table", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="FILE",
    help="A csv table: name, pseudonym, and if you like participant, note, forms (a=b; c=d).",
)  # fmt: skip
@names_option
def add(
    target: Target, name: str | None, pseudonym: str | None, participant: str, remark: str, forms: tuple[str, ...],
    table: Path | None, register: Path | None,
) -> None:  # fmt: skip
    """Put names into the register.

    Without words they are asked for one after another, and the shell does not remember them. The first name begins the
    register, with a passphrase of its own.
    """
    from crosscase.model import Participant
    from crosscase.store.register import RealName, write_register
    from crosscase.verbs.pseudonyms import having

    if (name is None) != (pseudonym is None) or (name is not None and table is not None):
        message = "Give a name and what stands for it, or --from FILE, or neither to be asked."
        raise click.UsageError(message, click.get_current_context())
    with reading(target) as study:
        path = place_of(target, register)
        key, known = begun(path, study)
        if table is not None:
            new = from_table(table)
        elif name is not None and pseudonym is not None:
            further = pairs(forms, "FORM=PSEUDONYM")
            new = [RealName(name=name, pseudonym=pseudonym, participant=participant, note=remark, forms=further)]
        else:
            new = asked()
        for one in new:
            if one.participant:
                study.find(Participant, one.participant)
            known = having(known, one)
    write_register(path, key, known)
    say(f"{counted(len(new), 'name')} added; the register {path} has {len(known.names)}.")


@member(pseudonyms, "remove", examples=["crosscase pseudonyms peers.crosscase remove Katrin"])
@target
@click.argument("name")
@names_option
def remove(target: Target, name: str, register: Path | None) -> None:
    """Take a name out of the register; the study stays as it is."""
    from crosscase.store.register import write_register

    with reading(target) as study:
        path = place_of(target, register)
        key, known = opened(path, study)
    if known.get(name) is None:
        raise NotListedError(name)
    write_register(path, key, known.without(name))
    say(f"{name!r} is out of the register. Nobody can find out from it any more for whom the pseudonym stands.")


@member(pseudonyms, "change-passphrase", examples=["crosscase pseudonyms peers.crosscase change-passphrase"])
@target
@names_option
@click.option("--remember", is_flag=True, help="Keep the new key in the system keyring of this account.")
def change(target: Target, register: Path | None, remember: bool) -> None:
    """Give the register another passphrase."""
    from crosscase.cli.passphrases import new_passphrase
    from crosscase.store.register import new_key, write_register
    from crosscase.store.remembered import remember_key

    with reading(target) as study:
        path = place_of(target, register)
        _, known = opened(path, study)
    key = new_key(new_passphrase(f"the register {path.name}", variables=(NEW_VARIABLE,)))
    write_register(path, key, known)
    if remember:
        remember_key(key.raw, key.salt)
    say(f"The register {path} has another passphrase. Copies of it made before keep the old one.")


@member(
    pseudonyms,
    "suggest",
    examples=["crosscase pseudonyms peers.crosscase suggest", "crosscase pseudonyms peers.crosscase suggest --least 1"],
)
@target
@click.option(
    "--least", type=click.IntRange(min=1), default=2, show_default=True, help="Only words as frequent as that."
)
@names_option
@table_output
def suggest(target: Target, least: int, register: Path | None, out: Out) -> None:
    """List words of the texts that may be names.

    They are written with a capital inside sentences and never without one. In languages that write all nouns so, most
    of them are none. Words of the register are left out where it is given with --names.
    """
    from crosscase.model.table import Column, Table
    from crosscase.reads.names import suggestions

    with reading(target) as study:
        known: list[str] = []
        if register is not None:
            _, names = opened(register, study)
            known = [word for pair in names.replacements.items() for word in pair]
        found = suggestions(study.store, least, known)
    columns = (
        Column("words", "Words"), Column("count", "Times", "count"), Column("source", "For example in"),
        Column("example", "Where"),
    )  # fmt: skip
    rows = tuple((one.words, one.count, one.source, one.example) for one in found)
    notes = (
        "A name at the beginning of a sentence, in small letters or of one letter is not found so. Read the texts.",
    )
    out.table(Table(title="Perhaps names", columns=columns, rows=rows, notes=notes), {"suggestions": found})


@member(
    pseudonyms,
    "apply",
    examples=[
        "crosscase pseudonyms peers.crosscase apply --dry-run",
        "crosscase pseudonyms peers.crosscase apply --because 'before coding begins' --yes",
    ],
)
@target
@names_option
@click.option("--only", multiple=True, metavar="NAME", help="Only this name with its forms; may be repeated.")
@click.option("--dry-run", is_flag=True, help="List every place, and keep nothing.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@acting_options
def apply(target: Target, register: Path | None, only: tuple[str, ...], dry_run: bool, yes: bool, who: Who) -> None:
    """Put pseudonyms in the place of all names of the register.

    Texts, titles, labels, memos and all other words of the study are changed, where the names stand as words of their
    own, and the names are taken out of the file for good. What was coded stays coded. It cannot be undone.
    """
    from crosscase.reads.names import near, places, reach_of_names
    from crosscase.verbs.pseudonyms import apply_pseudonyms, check_names

    with acting(target, who) as study:
        _, known = opened(place_of(target, register), study)
        names = _chosen(known, only)
        check_names(names)
        found = places(study.store, names)
        left = near(study.store, names)
        reach = reach_of_names(study.store, study.settings().id, names)
        if dry_run and who.as_json:
            print_json(
                {
                    "places": found, "left": left, "reasons": reach.reasons, "originals": len(reach.change.files),
                    "versions": len(reach.blotted),
                }
            )  # fmt: skip
            return
        if not who.as_json:
            _show(study, found, left, reach.reasons, len(reach.change.files), every=dry_run)
        if dry_run:
            say("Nothing was changed.")
            return
        if not yes and not click.confirm(_ASK, default=False, err=True):
            return
        done = study.do(apply_pseudonyms, names)
        texts, fields = done.value.texts, done.value.fields
        stands, others = counted(sum(texts.values()), "place"), counted(sum(fields.values()), "other field")
        told(
            done, f"Replaced at {stands} of {counted(len(texts), 'text')} and in {others}.", who, texts=texts,
            fields=fields, reasons=done.value.reasons, originals=done.value.originals,
        )  # fmt: skip
        if study.store.scrub_is_due:
            note("Another program has the file open: close it and open the study once more, so that no trace is left.")
        if left:
            note(f"Left alone, because they are other words: {', '.join(list(left)[:10])}. Are they names, too?")


def _chosen(register: Register, only: Sequence[str]) -> dict[str, str]:
    if not only:
        return register.replacements
    found: dict[str, str] = {}
    for name in only:
        entry = register.get(name)
        if entry is None:
            raise NotListedError(name)
        found.update(entry.replacements)
    return found


def _show(
    study: Study, found: Sequence[Place], left: dict[str, int], reasons: int, originals: int, *, every: bool
) -> None:
    """Where names stand, what is left alone, and what goes with them."""
    from crosscase.reads.things import Names

    names = Names(study.store)
    if every:
        for one in found[:_MOST]:
            before, after = (re.sub(r"\s+", " ", text) for text in (one.before, one.after))
            where = f"{names.of(one.kind, one.thing)}, {one.field.replace('_', ' ')}, {one.start}"
            click.echo(shown(f"{where}: …{before}[{one.name} → {one.becomes}]{after}…"))
        if len(found) > _MOST:
            say(f"… and {counted(len(found) - _MOST, 'place')} more (--json lists them all)")
    for name, count in sorted(Counter(one.name for one in found).items()):
        say(f"{name}: {counted(count, 'place')}")
    if not found:
        say("The names stand nowhere now.")
    if reasons:
        say(f"{counted(reasons, 'reason')} given in the journal: the names show as █ there.")
    if originals:
        say(f"{counted(originals, 'original file')} kept in the study: dropped, because the names are in it.")
    if left:
        say("Left alone (add them as forms if they are names): " + ", ".join(f"{w} ({n})" for w, n in left.items()))
