"""Who reads what, and what has been read: the `read` commands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from crosscase.cli.choosing import chosen_sources, sources_options
from crosscase.cli.output import Out, counted, table_output, told
from crosscase.cli.session import Target, Who, acting, acting_options, reading, target
from crosscase.cli.shape import group, member

if TYPE_CHECKING:
    from crosscase.study import Study

read = group(
    "read",
    default="status",
    about=(
        "Say who reads what, and what has been read.\n\nA finished reading counts for the codes that there are then: a "
        "code made later leaves the source 'not yet read' for it, until it is finished again. Sources that nobody has "
        "read to the end are in no denominator."
    ),
    examples=[
        "crosscase read peers.crosscase",
        "crosscase read peers.crosscase assign --case STA1 --to Ines --to Tariq",
        "crosscase read peers.crosscase finish STA1SU01 --as Ines",
    ],
)


@member(read, "status", examples=["crosscase read peers.crosscase status --by Ines"])
@target
@click.option("--by", metavar="MEMBER", help="Only this member's readings.")
@table_output
def status(target: Target, by: str | None, out: Out) -> None:
    """Show for each source who has read it, and for how many of the codes."""
    from crosscase.model import Code, Codebook, Member, Reading, Source
    from crosscase.model.table import Column, Table

    with reading(target) as study:
        equal = {"member": study.find(Member, by).id} if by else {}
        readings = study.rows(Reading, **equal)
        sources = sorted(study.rows(Source), key=lambda one: (one.position, one.name))
        names = {one.id: one.name for one in study.rows(Member)}
        codes = {one.id for one in study.rows(Code) if one.merged_into is None}
        books = {one.id: len(codes & set(one.codes)) for one in study.rows(Codebook)}
    data: list[dict[str, Any]] = []
    for source in sources:
        own = sorted((one for one in readings if one.source == source.id), key=lambda one: names.get(one.member, ""))
        data += [
            {
                "source": source.name, "member": names.get(one.member, ""), "progress": one.progress,
                "sample": one.sample, "codes": books.get(one.codebook or "", 0) if one.progress == "done" else 0,
                "of_codes": len(codes),
            }
            for one in own
        ]  # fmt: skip
    started = {one.source for one in readings if one.progress == "done"}
    columns = (
        Column("source", "Source"), Column("member", "Member"), Column("progress", "Reading"),
        Column("codes", "For codes"), Column("sample", "Sample"),
    )  # fmt: skip
    rows = tuple(
        (
            one["source"], one["member"], one["progress"],
            f"{one['codes']}/{one['of_codes']}" if one["progress"] == "done" else "", one["sample"],
        )
        for one in data
    )  # fmt: skip
    notes = (f"{len(started)} of {counted(len(sources), 'source')} read to the end by somebody.",)
    out.table(
        Table(title="Readings", columns=columns, rows=rows, notes=notes),
        {"readings": data, "sources": len(sources), "read": len(started)},
    )


@member(read, "assign", examples=["crosscase read peers.crosscase assign --all --to Ines --because 'first round'"])
@target
@sources_options
@click.option(
    "--to", "readers", multiple=True, required=True, metavar="MEMBER", help="Who shall read them; may be repeated."
)
@click.option("--sample", default="", metavar="NAME", help="As part of this sample.")
@acting_options
def assign(
    target: Target, names: tuple[str, ...], cases: tuple[str, ...], sets: tuple[str, ...], every: bool,
    readers: tuple[str, ...], sample: str, who: Who,
) -> None:  # fmt: skip
    """Ask members to read sources."""
    from crosscase.model import Member
    from crosscase.verbs.readings import assign_readings

    with acting(target, who) as study:
        sources = [one.id for one in chosen_sources(study, names, cases, sets, every=every)]
        done = study.do(assign_readings, sources, [study.find(Member, name).id for name in readers], sample=sample)
        told(
            done,
            f"Asked {', '.join(readers)} to read {counted(len(sources), 'source')}: {done.value} new.",
            who,
            new=done.value,
        )


@member(
    read, "sample", examples=["crosscase read peers.crosscase sample double --size 10 --to Ines --to Tariq --seed 7"]
)
@target
@click.argument("name")
@click.option("--size", type=click.IntRange(min=1), required=True, metavar="N", help="How many sources.")
@click.option("--to", "readers", multiple=True, required=True, metavar="MEMBER", help="Who shall read each of them.")
@click.option("--seed", type=int, metavar="N", help="The seed to draw with; it is written down either way.")
@acting_options
def sample(target: Target, name: str, size: int, readers: tuple[str, ...], seed: int | None, who: Who) -> None:
    """Draw sources by chance for several members to read each, to compare their coding."""
    from crosscase.model import Member, Source
    from crosscase.verbs.readings import draw_sample

    with acting(target, who) as study:
        done = study.do(draw_sample, name, [study.find(Member, each).id for each in readers], size, seed=seed)
        drawn = [one.name for each in done.value.sources if (one := study.get(Source, each))]
        told(
            done, f"Drew with the seed {done.value.seed}: {', '.join(drawn)}.", who, seed=done.value.seed, sources=drawn
        )


def _one_act(
    target: Target, who: Who, chosen: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], bool], what: str
) -> None:
    from crosscase.verbs import readings

    verbs = {"begin": readings.begin_reading, "finish": readings.finish_reading, "reopen": readings.reopen_reading}
    said = {"begin": "began to read", "finish": "finished reading", "reopen": "took up again"}
    with acting(target, who) as study:
        sources = [one.id for one in chosen_sources(study, *chosen[:3], every=chosen[3])]
        done = study.do(verbs[what], sources)
        told(done, f"{_me(study)} {said[what]} {counted(done.value, 'source')}.", who, sources=done.value)


def _me(study: Study) -> str:
    return study.member().name


@member(read, "begin", examples=["crosscase read peers.crosscase begin STA1SU01 --as Ines"])
@target
@sources_options
@acting_options
def begin(
    target: Target, names: tuple[str, ...], cases: tuple[str, ...], sets: tuple[str, ...], every: bool, who: Who
) -> None:
    """Say that you have begun to read sources."""
    _one_act(target, who, (names, cases, sets, every), "begin")


@member(read, "finish", examples=["crosscase read peers.crosscase finish --case STA1 --as Ines"])
@target
@sources_options
@acting_options
def finish(
    target: Target, names: tuple[str, ...], cases: tuple[str, ...], sets: tuple[str, ...], every: bool, who: Who
) -> None:
    """Say that you have read sources for all codes that there are now."""
    _one_act(target, who, (names, cases, sets, every), "finish")


@member(read, "reopen", examples=["crosscase read peers.crosscase reopen STA1SU01 --as Ines"])
@target
@sources_options
@acting_options
def reopen(
    target: Target, names: tuple[str, ...], cases: tuple[str, ...], sets: tuple[str, ...], every: bool, who: Who
) -> None:
    """Say that you are not done with sources after all."""
    _one_act(target, who, (names, cases, sets, every), "reopen")


@member(read, "unassign", examples=["crosscase read peers.crosscase unassign STA1SU01 --from Tariq"])
@target
@sources_options
@click.option("--from", "reader", metavar="MEMBER", help="From whom; else from you.")
@acting_options
def unassign(
    target: Target, names: tuple[str, ...], cases: tuple[str, ...], sets: tuple[str, ...], every: bool,
    reader: str | None, who: Who,
) -> None:  # fmt: skip
    """Take back that sources shall be read, where nobody has begun."""
    from crosscase.model import Member
    from crosscase.verbs.readings import unassign_readings

    with acting(target, who) as study:
        sources = [one.id for one in chosen_sources(study, names, cases, sets, every=every)]
        done = study.do(unassign_readings, sources, member=study.find(Member, reader).id if reader else None)
        told(done, f"Taken back: {counted(done.value, 'reading')}.", who)
