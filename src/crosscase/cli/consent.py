"""What participants agreed to: the `consent` commands."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from crosscase.cli.output import Out, counted, note, print_json, say, table_output, told
from crosscase.cli.session import Target, Who, acting, acting_options, reading, target
from crosscase.cli.shape import group, member
from crosscase.errors import RefusedError

if TYPE_CHECKING:
    from crosscase.model import Id
    from crosscase.reads.consents import Standing
    from crosscase.study import Study

ANSWERS = ("yes", "no", "not asked")
TABLES = (".csv", ".tsv", ".tab", ".xlsx", ".ods")
_SAID_MOST = 20

consent = group(
    "consent",
    default="list",
    about=(
        "Write down what participants agreed to.\n\nReports and files withhold the words of whoever said no to "
        "verbatim quotation, or whose consent has ended, and say for how many nothing is recorded. What is shown on "
        "the screen is the team's own reading."
    ),
    examples=[
        "crosscase consent peers.crosscase",
        "crosscase consent peers.crosscase set STA1SU01 --verbatim no --paraphrase yes",
        "crosscase consent peers.crosscase set --all --until 2031-12-31",
        "crosscase consent peers.crosscase import consents.csv",
    ],
)


class RefusedTableError(RefusedError):
    """A table of consents in which something is wrong, so that nothing was taken."""

    code = "refused-consents"

    def __init__(self, file: str, reasons: list[str]) -> None:
        shown = "; ".join(reason.rstrip(".") for reason in reasons[:_SAID_MOST])
        more = f"; and {len(reasons) - _SAID_MOST} more" if len(reasons) > _SAID_MOST else ""
        super().__init__(f"Nothing was changed. {file}: {shown}{more}.")


@member(consent, "list", examples=["crosscase consent peers.crosscase list --missing"])
@target
@click.option("--missing", is_flag=True, help="Only those whose consent to be quoted is not recorded.")
@click.option("--refused", is_flag=True, help="Only those whose words may not be quoted.")
@table_output
def list_(target: Target, missing: bool, refused: bool, out: Out) -> None:
    """List what each participant agreed to."""
    from crosscase.model.table import Column, Table
    from crosscase.reads.consents import USES

    with reading(target) as study:
        known = study.consents()
        everybody = known.everybody()
        reasons = known.refused()
    unsaid = [one for one in everybody if one.answers["verbatim"] == "not asked"]
    shown = [
        one
        for one in everybody
        if (not missing or one in unsaid) and (not refused or one.participant in reasons)
    ]  # fmt: skip
    columns = (
        Column("participant", "Participant"), *(Column(use, use.capitalize()) for use in USES),
        Column("until", "Until"), Column("note", "Note"),
    )  # fmt: skip
    rows = tuple((one.identifier, *one.answers.values(), _until(one), one.note) for one in shown)
    notes = (
        f"Not to be quoted verbatim: {', '.join(_identifiers(everybody, reasons))}." if reasons else "",
        f"Not recorded whether they may be quoted: {len(unsaid)} of {counted(len(everybody), 'participant')}. They are "
        "quoted, and every product says for how many of those in it nothing is recorded."
        if unsaid
        else "",
    )
    table = Table(title="Consent", columns=columns, rows=rows, notes=tuple(filter(None, notes)))
    out.table(table, {"consents": [_data(one, reasons.get(one.participant, "")) for one in shown]})


def _identifiers(everybody: Iterable[Standing], among: Iterable[Id]) -> list[str]:
    wanted = set(among)
    return [one.identifier for one in everybody if one.participant in wanted]


def _until(one: Standing) -> str:
    return f"{one.until} (ended)" if one.ended else one.until


def _data(one: Standing, refusal: str) -> dict[str, Any]:
    return {
        "participant": one.identifier, "participant_id": one.participant, "recorded": one.recorded,
        **{str(use): answer for use, answer in one.answers.items()},
        "until": one.until, "ended": one.ended, "note": one.note, "refusal": refusal,
    }  # fmt: skip


def people_options(function: Any) -> Any:
    """`[IDENTIFIER]...`, `--case`, `--set` and `--all`."""
    for option in (
        click.option("--all", "every", is_flag=True, help="All participants."),
        click.option("--set", "sets", multiple=True, metavar="NAME", help="The participants of this set."),
        click.option("--case", "cases", multiple=True, metavar="CASE", help="The participants of this case."),
        click.argument("names", metavar="[IDENTIFIER]...", nargs=-1),
    ):
        function = option(function)
    return function


def chosen_people(
    study: Study, names: tuple[str, ...], cases: tuple[str, ...], sets: tuple[str, ...], *, every: bool
) -> list[Id]:
    """The participants that are meant, by identifier.

    Raises:
        NotFoundError, AmbiguousError: a name that fits none, or several.
    """
    from crosscase.model import Case, Participant, Set, SetMember

    if not (names or cases or sets or every):
        message = "Say whose: by identifier, --case, --set or --all."
        raise click.UsageError(message, click.get_current_context())
    people = sorted(study.rows(Participant), key=lambda one: one.identifier)
    wanted = {study.find(Participant, name).id for name in names}
    for name in sets:
        wanted |= {one.thing for one in study.rows(SetMember, set=study.find(Set, name).id)}
    here = {study.find(Case, name).id for name in cases}
    return [one.id for one in people if every or one.id in wanted or one.case in here]


@member(
    consent,
    "set",
    examples=[
        "crosscase consent peers.crosscase set STA1SU01 STA1SU02 --verbatim no",
        "crosscase consent peers.crosscase set --case STA1 --verbatim yes --archive no --until 2031-12-31",
    ],
)
@target
@people_options
@click.option("--verbatim", type=click.Choice(ANSWERS), help="Their words may be quoted.")
@click.option("--paraphrase", type=click.Choice(ANSWERS), help="What they said may be told in other words.")
@click.option("--archive", type=click.Choice(ANSWERS), help="Transcripts may be archived, or shown outside the team.")
@click.option("--machine", type=click.Choice(ANSWERS), help="A machine may be given their words.")
@click.option("--recontact", type=click.Choice(ANSWERS), help="They may be asked again.")
@click.option("--until", metavar="DATE", help="The last day on which any of it holds; empty: no end.")
@click.option("--note", metavar="TEXT", help="What else there is to know.")
@acting_options
def set_(
    target: Target, names: tuple[str, ...], cases: tuple[str, ...], sets: tuple[str, ...], every: bool, who: Who,
    **given: str | None,
) -> None:  # fmt: skip
    """Write down what participants agreed to; what is not said stays as it was."""
    from crosscase.verbs.consents import set_consent

    said = {name: value for name, value in given.items() if value is not None}
    if not said:
        message = "Say what they agreed to: --verbatim, --paraphrase, --archive, --machine, --recontact, --until."
        raise click.UsageError(message, click.get_current_context())
    with acting(target, who) as study:
        people = chosen_people(study, names, cases, sets, every=every)
        done = study.do(set_consent, people, **said)  # type: ignore[arg-type] # checked by Click
        words = ", ".join(f"{name} {value or 'without end'}" for name, value in said.items())
        told(done, f"Written down for {counted(len(people), 'participant')}: {words}.", who, changed_for=done.value)


@member(consent, "import", examples=["crosscase consent peers.crosscase import consents.xlsx --dry-run"])
@target
@click.argument("table", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--dry-run", is_flag=True, help="Only say what would be written.")
@acting_options
def import_(target: Target, table: Path, dry_run: bool, who: Who) -> None:
    """Take what participants agreed to from a table, all of it or nothing.

    A row for each participant, and columns called verbatim, paraphrase, archive, machine, recontact, until, note, or
    much like it. Blank cells leave what is on record.
    """
    from crosscase.importers.consent_tables import read_consents
    from crosscase.model import Participant
    from crosscase.reads.lookup import find_or_none
    from crosscase.verbs.consents import set_consents

    if table.suffix.lower() not in TABLES:
        message = f"{table.name!r} has to end in one of {', '.join(TABLES)}."
        raise click.UsageError(message, click.get_current_context())
    read = read_consents(table)
    with acting(target, who) as study:
        reasons = list(read.refusals)
        said: dict[Id, dict[str, str]] = {}
        for row in read.rows:
            person = find_or_none(study.store, Participant, row.identifier)
            if person is None:
                reasons.append(f"{row.place}: there is no participant {row.identifier!r} in this study.")
            elif row.fields:
                said[person.id] = row.fields
        if reasons:
            raise RefusedTableError(table.name, reasons)
        if dry_run:
            changed = study.try_out(set_consents, said)
            if who.as_json:
                print_json({"would_change": changed, "rows": len(read.rows), "left": list(read.left)})
            else:
                say(f"Would write down the consent of {counted(changed, 'participant')}. Nothing was changed.")
        else:
            done = study.do(set_consents, said)
            told(
                done, f"Written down for {counted(done.value, 'participant')}: {', '.join(read.fields)}.", who,
                changed_for=done.value, left=list(read.left),
            )  # fmt: skip
    if read.left and not who.as_json:
        note(f"Not taken: {', '.join(repr(one) for one in read.left)}.")


@member(consent, "forget", examples=["crosscase consent peers.crosscase forget STA1SU01 --because 'wrong person'"])
@target
@people_options
@acting_options
def forget(
    target: Target, names: tuple[str, ...], cases: tuple[str, ...], sets: tuple[str, ...], every: bool, who: Who
) -> None:
    """Take a record away that was made by mistake.

    Nothing is recorded then. Who takes their consent back says no: 'consent set --verbatim no'.
    """
    from crosscase.verbs.consents import forget_consent

    with acting(target, who) as study:
        people = chosen_people(study, names, cases, sets, every=every)
        done = study.do(forget_consent, people)
        told(done, f"Taken away: what was recorded of {counted(done.value, 'participant')}.", who)
