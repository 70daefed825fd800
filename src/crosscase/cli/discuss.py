"""Discussions: the `discuss` commands.

A position is its author's alone until it is shown: it is neither listed nor printed to anybody else, also where the
study is looked at as it was.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from crosscase.cli.history import reader_of
from crosscase.cli.naming import by_id, ids
from crosscase.cli.output import Out, counted, table_output, told
from crosscase.cli.session import Target, Who, acting, acting_options, member_option, reading, target
from crosscase.cli.shape import group, member
from crosscase.model import short

if TYPE_CHECKING:
    from crosscase.model import Discussion, Id
    from crosscase.reads.discussions import Held
    from crosscase.study import Study

discuss = group(
    "discuss",
    default="list",
    about=(
        "Discuss, and keep dissent.\n\nEach writes a position before seeing the others', then all are shown together. "
        "While positions are being written nobody reads one but its author. Dissent is printed with the theme."
    ),
    examples=[
        "crosscase discuss peers.crosscase open 'Is this risk at all?' --theme 'Risk is shared' --ask Ines --ask Ben",
        "crosscase discuss peers.crosscase write 3f2a9c1d 'To me it is trust.' --hand-in --as Ben",
        "crosscase discuss peers.crosscase show 3f2a9c1d",
        "crosscase discuss peers.crosscase close 3f2a9c1d 'We call it shared risk.'",
    ],
)


def _found(study: Study, name: str) -> Discussion:
    """A discussion by the end of its id, or by its question."""
    from crosscase.model import Discussion

    fits = [one for one in study.rows(Discussion) if one.question.casefold() == name.casefold()]
    return fits[0] if len(fits) == 1 else by_id(study, Discussion, name)


@member(
    discuss, "list", examples=["crosscase discuss peers.crosscase", "crosscase discuss peers.crosscase list --as Ben"]
)
@target
@member_option
@table_output
def list_(target: Target, who: Who, out: Out) -> None:
    """List discussions and how many have handed in."""
    from crosscase.model.table import Column, Table
    from crosscase.reads.discussions import held

    with reading(target, who) as study:
        data = [_data(study, one) for one in held(study, reader_of(study, who))]
        invented = study.settings().invented
    columns = (
        Column("question", "Question"), Column("about", "About"), Column("state", "Is"),
        Column("handed_in", "Handed in"), Column("outcome", "Outcome"), Column("id", "Discussion"),
    )  # fmt: skip
    rows = tuple(
        (
            one["question"], one["about"], one["state"], f"{len(one['handed_in'])} of {len(one['asked'])}",
            one["outcome"], short(one["id"]),
        )
        for one in data
    )  # fmt: skip
    notes = (invented,) if invented else ()
    out.table(Table(title="Discussions", columns=columns, rows=rows, notes=notes), {"discussions": data})


def _data(study: Study, one: Held) -> dict[str, Any]:
    from crosscase.model import Member
    from crosscase.reads.things import Names

    names, members = Names(study.store), {each.id: each.name for each in study.rows(Member)}
    of = one.discussion
    return {
        "id": of.id, "question": of.question, "by": members.get(of.member, ""),
        "about": names.of(of.about_kind, of.about) if of.about else "", "state": of.state, "outcome": of.outcome,
        "asked": [members.get(each, "") for each in one.asked],
        "handed_in": [members.get(each, "") for each in one.handed_in],
        "positions": [
            {"member": members.get(each.member, ""), "words": each.words, "dissent": each.dissent}
            for each in one.positions
        ],
    }  # fmt: skip


@member(discuss, "read", examples=["crosscase discuss peers.crosscase read 3f2a9c1d --as Ben"])
@target
@click.argument("discussion")
@member_option
@table_output
def read(target: Target, discussion: str, who: Who, out: Out) -> None:
    """Read a discussion: all positions once they are shown, before that only one's own."""
    from crosscase.model.table import Column, Table
    from crosscase.reads.discussions import held_one

    with reading(target, who) as study:
        data = _data(study, held_one(study, _found(study, discussion), reader_of(study, who)))
        invented = study.settings().invented
    columns = (Column("member", "Who"), Column("words", "Position"), Column("dissent", "Minority report"))
    rows = tuple((one["member"], one["words"], one["dissent"]) for one in data["positions"])
    notes = [invented] if invented else []
    if data["state"] == "writing":
        waiting = [name for name in data["asked"] if name not in data["handed_in"]]
        notes.append(
            "Positions are being written; each reads their own. "
            + (f"Not handed in: {', '.join(waiting)}." if waiting else "All have handed in: they can be shown.")
        )
    else:
        notes.append("In no order of rank.")
    if data["outcome"]:
        notes.append(f"Outcome: {data['outcome']}")
    table = Table(title=data["question"], columns=columns, rows=rows, notes=tuple(notes))
    out.table(table, {"discussion": data}, invented=invented)


@member(
    discuss,
    "open",
    examples=["crosscase discuss peers.crosscase open 'Is this risk at all?' --theme 'Risk is shared' --ask Ben"],
)
@target
@click.argument("question")
@click.option("--theme", metavar="THEME", help="It is about this theme.")
@click.option("--code", metavar="CODE", help="It is about this code.")
@click.option("--comparison", metavar="COMPARISON", help="It is about this comparison on the bench, by its id.")
@click.option("--ask", multiple=True, metavar="MEMBER", help="Who writes a position; may be repeated.")
@acting_options
def open_(
    target: Target, question: str, theme: str | None, code: str | None, comparison: str | None, ask: tuple[str, ...],
    who: Who,
) -> None:  # fmt: skip
    """Put a question to members; without --ask, to all people who may code or edit."""
    from crosscase.model import Code, Comparison, Member, Theme
    from crosscase.reads.sign_offs import authors
    from crosscase.verbs.discussions import open_discussion

    with acting(target, who) as study:
        about: tuple[str, Id] = ("", "")
        if theme:
            about = ("theme", study.find(Theme, theme).id)
        elif code:
            about = ("code", study.find(Code, code).id)
        elif comparison:
            about = ("comparison", by_id(study, Comparison, comparison).id)
        asked = ids(study, Member, ask) if ask else [one.id for one in authors(study.store)]
        done = study.do(open_discussion, question, asked, about_kind=about[0], about=about[1])
        told(done, f"Asked {counted(len(asked), 'member')}: {question} ({short(done.value)})", who, id=done.value)


@member(discuss, "ask", examples=["crosscase discuss peers.crosscase ask 3f2a9c1d Mia"])
@target
@click.argument("discussion")
@click.argument("members", nargs=-1, required=True, metavar="MEMBER...")
@acting_options
def ask_(target: Target, discussion: str, members: tuple[str, ...], who: Who) -> None:
    """Ask more members for a position, while positions are being written."""
    from crosscase.model import Member
    from crosscase.verbs.discussions import invite_members

    with acting(target, who) as study:
        done = study.do(invite_members, _found(study, discussion).id, ids(study, Member, members))
        told(done, f"Asked {counted(done.value, 'more member')}.", who)


@member(discuss, "release", examples=["crosscase discuss peers.crosscase release 3f2a9c1d Mia"])
@target
@click.argument("discussion")
@click.argument("members", nargs=-1, required=True, metavar="MEMBER...")
@acting_options
def release(target: Target, discussion: str, members: tuple[str, ...], who: Who) -> None:
    """Ask members no more for a position, as long as they have written none."""
    from crosscase.model import Member
    from crosscase.verbs.discussions import release_members

    with acting(target, who) as study:
        done = study.do(release_members, _found(study, discussion).id, ids(study, Member, members))
        told(done, f"Asked no more: {counted(done.value, 'member')}.", who)


@member(discuss, "write", examples=["crosscase discuss peers.crosscase write 3f2a9c1d 'To me it is trust.' --hand-in"])
@target
@click.argument("discussion")
@click.argument("words", required=False)
@click.option("--hand-in/--take-back", "handed_in", default=None, help="It is finished, or to be written on.")
@acting_options
def write(target: Target, discussion: str, words: str | None, handed_in: bool | None, who: Who) -> None:
    """Write your position; nobody else reads it until all are shown."""
    from crosscase.verbs.discussions import hand_in_position, write_position

    if words is None and handed_in is None:
        message = "Write something, or say --hand-in or --take-back."
        raise click.UsageError(message, click.get_current_context())
    with acting(target, who) as study:
        of = _found(study, discussion).id
        if words is not None:
            told(study.do(write_position, of, words), "Wrote your position.", who)
        if handed_in is not None:
            done = study.do(hand_in_position, of, handed_in=handed_in)
            told(done, "Handed in." if handed_in else "Taken back.", who)


@member(discuss, "show", examples=["crosscase discuss peers.crosscase show 3f2a9c1d --because 'the board meets today'"])
@target
@click.argument("discussion")
@acting_options
def show(target: Target, discussion: str, who: Who) -> None:
    """Show all positions that were handed in, together."""
    from crosscase.verbs.discussions import show_positions

    with acting(target, who) as study:
        done = study.do(show_positions, _found(study, discussion).id)
        told(done, f"{counted(done.value, 'position')} can be read by all.", who)


@member(discuss, "close", examples=["crosscase discuss peers.crosscase close 3f2a9c1d 'We call it shared risk.'"])
@target
@click.argument("discussion")
@click.argument("outcome")
@acting_options
def close(target: Target, discussion: str, outcome: str, who: Who) -> None:
    """Close a discussion with what came of it."""
    from crosscase.verbs.discussions import close_discussion

    with acting(target, who) as study:
        told(study.do(close_discussion, _found(study, discussion).id, outcome), "Closed.", who)


@member(discuss, "dissent", examples=["crosscase discuss peers.crosscase dissent 3f2a9c1d 'For us it was never risk.'"])
@target
@click.argument("discussion")
@click.argument("words")
@acting_options
def dissent_(target: Target, discussion: str, words: str, who: Who) -> None:
    """Write a minority report, printed with the theme; with empty words it is taken back."""
    from crosscase.verbs.discussions import dissent

    with acting(target, who) as study:
        done = study.do(dissent, _found(study, discussion).id, words)
        told(done, "Your minority report stands beside the outcome." if words else "Taken back.", who)
