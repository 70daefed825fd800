"""The findings as sentences that are checked: the `claims` commands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from crosscase.cli.compare import filters
from crosscase.cli.history import reader_of
from crosscase.cli.leaving import record_option
from crosscase.cli.naming import by_id
from crosscase.cli.opening import open_passages
from crosscase.cli.output import Out, counted, result_output, study_table, table_output, told
from crosscase.cli.session import Target, Who, acting, acting_options, member_option, reading, target
from crosscase.cli.shape import group, member
from crosscase.cli.waiting import waiting

if TYPE_CHECKING:
    from crosscase.analyses.claims import ClaimStanding
    from crosscase.model.table import Table
    from crosscase.study import Study

QUANTIFIERS = (
    "all", "most", "many", "some", "few", "one", "none", "only in", "more in", "often but not only", "n of N",
)  # fmt: skip
STATUSES = ("shown", "not shown", "contradicted", "cannot say", "no verdict")

claims = group(
    "claims",
    default="list",
    about=(
        "Write the findings down as sentences that are checked, and see how they stand.\n\nA claim is shown, not "
        "shown, contradicted, or nothing can be said of it yet: always in what has been coded so far. Words like "
        "'most' get a verdict only when the team has said what they mean."
    ),
    examples=[
        "crosscase claims peers.crosscase",
        "crosscase claims peers.crosscase add 'All cases tell of disclosure.' all disclosure --unit cases",
        "crosscase claims peers.crosscase list --open 3f2a9c1d0b44",
        "crosscase claims peers.crosscase since",
    ],
)


@member(
    claims,
    "list",
    examples=[
        "crosscase claims peers.crosscase list --status contradicted",
        "crosscase claims peers.crosscase list --open 3f2a9c1d0b44",
    ],
)
@target
@click.option("--status", type=click.Choice(STATUSES), default=None, help="Only claims that stand so.")
@click.option("--theme", default="", metavar="THEME", help="Only claims of this theme.")
@click.option("--member", "members", multiple=True, metavar="MEMBER", help="As only this member coded it.")
@click.option(
    "--open", "opened", default="", metavar="CLAIM", help="Open one claim: who, how it is known, what is missing."
)
@click.option("--passages", is_flag=True, help="With --open: the passages that it rests on.")
@click.option("--covered", is_flag=True, help="With --passages: print passages under content notes too.")
@result_output
@record_option
def list_(
    target: Target, status: str | None, opened: str, passages: bool, covered: bool, out: Out, **given: Any
) -> None:  # fmt: skip
    """List claims with their status, the counts, and what each depends on."""
    from crosscase.analyses.claims import LedgerOptions
    from crosscase.reports.claims_since import ledger_of

    if passages and not opened:
        message = "--passages opens one claim: name it with --open CLAIM."
        raise click.UsageError(message, click.get_current_context(silent=True))
    with reading(target) as study:
        with waiting("Checking"):
            found = ledger_of(study, LedgerOptions(status=status or "", **given))
        if not opened:
            out.result(found)
            return
        one = found.open(opened)
        data = {"claim": one}
        if passages:
            said = [*one.coding_ids, *one.against_ids]
            title = f"Passages behind: {one.sentence}"
            open_passages(study, said, data, title=title, notes=(one.why,), covered=covered, out=out)
            return
        study_table(study, out, _units_table(one), data)


@member(
    claims,
    "add",
    examples=[
        "crosscase claims peers.crosscase add 'All cases tell of disclosure.' all disclosure --unit cases",
        "crosscase claims peers.crosscase add 'More in STA1.' 'more in' forms --by cases --one STA1 --other VOL1",
        "crosscase claims peers.crosscase add 'Eight of ten said so.' 'n of N' '\"theme:Risk\"' --count 8 10",
        "crosscase claims peers.crosscase add 'They seemed tired.' some --judgement 'Seen on every visit.'",
    ],
)
@target
@click.argument("sentence")
@click.argument("quantifier", type=click.Choice(QUANTIFIERS))
@click.argument("query", required=False, default="")
@click.option(
    "--unit", type=click.Choice(["participants", "cases", "groups", "sources"]), default=None, help="What is counted."
)
@click.option(
    "--by", default=None, metavar="GROUPING", help="Where groups come from: cases, roles, primary, an attribute."
)
@click.option("--one", default=None, metavar="GROUP", help="The group that 'only in', 'more in', 'often' speak of.")
@click.option("--other", default=None, metavar="GROUP", help="The group that 'more in' sets it against.")
@click.option("--count", nargs=2, type=int, default=None, metavar="N OF", help="The numbers of 'n of N'.")
@click.option(
    "--silence-open", "silence_open", is_flag=True, help="Silence leaves it open; else it is not having said it."
)
@click.option("--documents", is_flag=True, help="It rests on documents alone.")
@click.option("--judgement", metavar="REASON", default=None, help="It rests on judgement, for this reason.")
@click.option("--theme", default=None, metavar="THEME", help="The theme that it is part of.")
@click.option("--analysis", default=None, metavar="NAME", help="The analysis that it belongs to.")
@filters
@acting_options
def add(target: Target, sentence: str, who: Who, **given: Any) -> None:
    """Write a sentence of the findings down, and see how it stands.

    QUERY is asked of each unit: a code, "theme:LABEL", "answer:ITEM = VALUE", and AND, OR, NOT between them.
    """
    from crosscase.verbs.claims import write_claim

    with acting(target, who) as study:
        done = study.do(write_claim, sentence, **_fields(study, given))
        told(done, _standing_in_words(study, done.value), who, id=done.value)


@member(
    claims,
    "set",
    examples=[
        "crosscase claims peers.crosscase set 3f2a9c1d0b44 --quantifier most",
        "crosscase claims peers.crosscase set 3f2a9c1d0b44 --query 'disclosure AND NOT forms' --role SU",
    ],
)
@target
@click.argument("name", metavar="CLAIM")
@click.option("--sentence", default=None, metavar="TEXT", help="Put it otherwise.")
@click.option("--quantifier", type=click.Choice(QUANTIFIERS), default=None, help="What it says of how many.")
@click.option("--query", default=None, metavar="QUERY", help="What is asked of each unit.")
@click.option(
    "--unit", type=click.Choice(["participants", "cases", "groups", "sources"]), default=None, help="What is counted."
)
@click.option("--by", default=None, metavar="GROUPING", help="Where groups come from.")
@click.option("--one", default=None, metavar="GROUP", help="The group it speaks of.")
@click.option("--other", default=None, metavar="GROUP", help="The group it is set against.")
@click.option("--count", nargs=2, type=int, default=None, metavar="N OF", help="The numbers of 'n of N'.")
@click.option("--silence", type=click.Choice(["not said", "open"]), default=None, help="What silence means.")
@click.option("--theme", default=None, metavar="THEME", help="The theme that it is part of.")
@click.option("--analysis", default=None, metavar="NAME", help="The analysis that it belongs to.")
@filters
@acting_options
def set_(target: Target, name: str, who: Who, **given: Any) -> None:
    """Change a claim; what is not given stays."""
    from crosscase.model import Claim
    from crosscase.verbs.claims import change_claim

    with acting(target, who) as study:
        one = by_id(study, Claim, name)
        done = study.do(change_claim, one.id, **_fields(study, given))
        told(done, _standing_in_words(study, one.id), who, id=one.id)


@member(claims, "remove", examples=["crosscase claims peers.crosscase remove 3f2a9c1d0b44"])
@target
@click.argument("names", metavar="CLAIM...", nargs=-1, required=True)
@acting_options
def remove(target: Target, names: tuple[str, ...], who: Who) -> None:
    """Take claims out of the findings."""
    from crosscase.model import Claim
    from crosscase.verbs.claims import remove_claims

    with acting(target, who) as study:
        wanted = [by_id(study, Claim, name).id for name in names]
        told(study.do(remove_claims, wanted), f"Taken out: {counted(len(wanted), 'claim')}.", who)


@member(claims, "look", examples=["crosscase claims peers.crosscase look"])
@target
@click.argument("names", metavar="[CLAIM]...", nargs=-1)
@acting_options
def look(target: Target, names: tuple[str, ...], who: Who) -> None:
    """Say that you have looked at claims as they stand; all of them, when none is named."""
    from crosscase.model import Claim
    from crosscase.verbs.claims import look_at_claims

    with acting(target, who) as study:
        wanted = [by_id(study, Claim, name).id for name in names] or [one.id for one in study.rows(Claim)]
        told(study.do(look_at_claims, wanted), f"Looked at {counted(len(wanted), 'claim')} as they stand.", who)


@member(
    claims,
    "since",
    examples=["crosscase claims peers.crosscase since", "crosscase claims peers.crosscase since --entry 9c1d0b443f2a"],
)
@target
@click.argument("names", metavar="[CLAIM]...", nargs=-1)
@click.option("--entry", default="", metavar="ENTRY", help="Since this entry; else since you looked at each claim.")
@member_option
@table_output
def since(target: Target, names: tuple[str, ...], entry: str, who: Who, out: Out) -> None:
    """Tell how claims stand otherwise than when you looked at them, and which acts changed that."""
    from crosscase.model import Claim, short
    from crosscase.model.table import Column, Table
    from crosscase.reads.moments import told as when
    from crosscase.reports.claims_since import claims_since

    with reading(target, who) as study:
        wanted = [by_id(study, Claim, name).id for name in names]
        with waiting("Looking back"):
            found = claims_since(study, entry=entry, claims=wanted, reader=reader_of(study, who))
        rows = []
        for one in found:
            acts = [f"{act.by} {act.what}, {when(act.wall)} ({short(act.id)})" for act in one.acts]
            status = one.after.status
            rows.append((one.sentence, status, "; ".join(one.what) or "as it was", "; ".join(acts)))
        columns = (
            Column("sentence", "Claim"), Column("status", "Status"), Column("what", "What is different"),
            Column("acts", "Behind it"),
        )  # fmt: skip
        title = f"Claims since {entry}" if entry else "Claims since they were looked at"
        study_table(study, out, Table(title=title, columns=columns, rows=tuple(rows), notes=()), {"claims": found})


@member(
    claims,
    "means",
    examples=[
        "crosscase claims peers.crosscase means most --least 60 --reason 'Agreed on 3 May.'",
        "crosscase claims peers.crosscase means few --most 20",
        "crosscase claims peers.crosscase means most --nothing",
    ],
)
@target
@click.argument("word", type=click.Choice(["most", "many", "some", "few", "often"]))
@click.option("--least", type=click.IntRange(0, 100), default=0, show_default=True, help="From this share, in percent.")
@click.option(
    "--most", type=click.IntRange(0, 100), default=100, show_default=True, help="Up to this share, in percent."
)
@click.option("--reason", default="", metavar="TEXT", help="Why; it is printed with the methods.")
@click.option("--nothing", is_flag=True, help="Take the threshold away: the word gets no verdict again.")
@acting_options
def means(target: Target, word: Any, least: int, most: int, reason: str, nothing: bool, who: Who) -> None:  # fmt: skip
    """Say from which share a vague word is meant in this study."""
    from crosscase.verbs.claims import remove_threshold, set_threshold

    with acting(target, who) as study:
        if nothing:
            told(study.do(remove_threshold, word), f"{word!r} has no threshold any more.", who)
            return
        done = study.do(set_threshold, word, least=least, most=most, reason=reason)
        told(done, f"{word!r} means {least} to {most} percent here.", who)


def _fields(study: Study, given: dict[str, Any]) -> dict[str, Any]:
    """What a claim says, from options; what was not given is left out."""
    from crosscase.model import Analysis, Theme

    found = {
        name: given[name]
        for name in ("sentence", "quantifier", "query", "unit", "by", "one", "other", "silence")
        if given.get(name) is not None
    }
    if given.get("count"):
        found["number"], found["of"] = given["count"]
    if given.get("silence_open"):
        found["silence"] = "open"
    if given.get("documents"):
        found["rests_on"] = "documents"
    if given.get("judgement") is not None:
        found |= {"rests_on": "judgement", "reason": given["judgement"]}
    for name, row in (("theme", Theme), ("analysis", Analysis)):
        if given.get(name) is not None:
            found[name] = study.find(row, given[name]).id if given[name] else ""
    scope = _scope(study, given)
    return found | ({"scope": scope} if scope else {})


def _scope(study: Study, given: dict[str, Any]) -> str:
    """Filters by id as JSON; empty where there are none."""
    import msgspec

    from crosscase.model import Case, Member, Participant, Role, Row, Source

    kinds: dict[str, type[Row]] = {
        "cases": Case, "roles": Role, "participants": Participant, "sources": Source, "members": Member,
    }  # fmt: skip
    found: dict[str, Any] = {}
    for name, row in kinds.items():
        if given.get(name):
            found[name] = [one if one.startswith("set:") else study.find(row, one).id for one in given[name]]
    if given.get("include_unreviewed"):
        found["include_unreviewed"] = True
    return msgspec.json.encode(found).decode() if found else ""


def _standing_in_words(study: Study, claim: str) -> str:
    from crosscase.analyses.claims import LedgerOptions
    from crosscase.reports.claims_since import ledger_of

    one = ledger_of(study, LedgerOptions(claims=(claim,))).standings[0]
    return f"{one.status.capitalize()}, in what has been coded so far. {one.problem or one.why}"


def _units_table(one: ClaimStanding) -> Table:
    from crosscase.analyses.result import exposure_text
    from crosscase.model.table import Column, Table

    columns = (
        Column("unit", one.unit.capitalize()), Column("known", "Is it so?"), Column("words", "How it is known"),
        Column("for", "Passages for it"), Column("against", "against it"),
    )  # fmt: skip
    order = {"no": 0, "not known": 1, "yes": 2}
    rows = tuple(
        (unit.label, unit.known, exposure_text(unit.words), str(len(unit.coding_ids)), str(len(unit.against_ids)))
        for unit in sorted(one.units, key=lambda unit: order[unit.known])
    )
    notes = (f"{one.status.capitalize()}. {one.problem or one.why}", one.robustness)
    return Table(
        title=f"{one.sentence} ({one.says})", columns=columns, rows=rows, notes=tuple(note for note in notes if note)
    )
