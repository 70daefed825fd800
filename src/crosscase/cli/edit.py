"""Correcting the text of a source: the `edit` command.

What is wrong is given by its words, by code points, or by the whole corrected file, of which the differences are worked
out. Before and after are shown with everything that lies on other words then; `--dry-run` shows the same and keeps
nothing. Words that stand several times are never guessed at: the places are listed, and one chooses.

What a careful reader would get wrong: a correction does not erase. The old words stay in the journal for the study as
it was; `crosscase redact` and `crosscase pseudonyms` take words out for good.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from crosscase.cli.naming import SpanType, excerpt
from crosscase.cli.output import counted, note, print_json, say, shown, told
from crosscase.cli.session import Target, Who, acting, acting_options, reading, target
from crosscase.cli.shape import command
from crosscase.errors import RefusedError

if TYPE_CHECKING:
    from crosscase.model import Span
    from crosscase.study import Study
    from crosscase.verbs.corrections import Correction, Touched

_SPACE = re.compile(r"\s+")
_AROUND = 30
_MOST_PLACES = 20
_SHARED_AT_LEAST = 0.3
_COVER = "▒"
_ONE_WAY = (
    "Say what is to be corrected, in one way: --find WORDS, --span START-END (both with --replace), or --with FILE."
)


class SeveralPlacesError(RefusedError):
    """Words stand several times, and nothing says which are meant."""

    code = "several-places"

    def __init__(self, words: str, text: str, places: Sequence[Span]) -> None:
        lines = [f"  {n}. {_in_context(text, place)}" for n, place in enumerate(places[:_MOST_PLACES], 1)]
        if len(places) > _MOST_PLACES:
            lines.append(f"  … and {len(places) - _MOST_PLACES} more")
        super().__init__(
            f"{excerpt(words, 0, len(words))!r} stands {len(places)} times. Nothing was changed. Say --all, or which: "
            "--nth NUMBER.\n" + "\n".join(lines)
        )


class NoSuchPlaceError(RefusedError):
    """A place was asked for by number that is not there."""

    code = "no-such-place"

    def __init__(self, words: str, nth: int, places: int) -> None:
        times = "once" if places == 1 else f"{places} times"
        super().__init__(
            f"{excerpt(words, 0, len(words))!r} stands {times}; there is no place {nth}. Nothing was changed."
        )


class OtherTextError(RefusedError):
    """A corrected file that has few words in common with the source."""

    code = "other-text"

    def __init__(self, file: str, name: str, share: float) -> None:
        super().__init__(
            f"{file} and {name} have {share:.0%} of their phrases in common: it seems to be another text, and codings "
            "would lose their words. Nothing was changed. If it is right all the same, say --anyway."
        )


class CoveredTextError(RefusedError):
    """A corrected file in which passages are covered."""

    code = "covered-text"

    def __init__(self, file: str, name: str) -> None:
        super().__init__(
            f"Passages are covered in {file} ({_COVER * 3}), as `crosscase sources STUDY show` prints them; they would "
            f"take the place of the words. Nothing was changed. Correct what `crosscase sources STUDY show {name} "
            "--covered` prints."
        )


class NotOneTextError(RefusedError):
    """A file that is not one text."""

    code = "not-one-text"

    def __init__(self, file: str, texts: int) -> None:
        what = "holds no text" if not texts else f"holds {texts} texts"
        super().__init__(f"{file} {what}; the corrected text has to be one. Nothing was changed.")


class EditedSpan(SpanType):
    """A stretch of a text, or one place in it (`120-120`)."""

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[int, int]:
        """Two numbers."""
        if isinstance(value, str):
            numbers = [part.strip() for part in value.replace(":", "-").split("-")]
            if len(numbers) == 2 and numbers[0] == numbers[1] and numbers[0].isdecimal():
                return int(numbers[0]), int(numbers[1])
        return super().convert(value, param, ctx)


@command(
    "edit",
    examples=[
        "crosscase edit peers.crosscase STA1SU01 --find 'peer workee' --replace 'peer worker'",
        "crosscase edit peers.crosscase STA1SU01 --find Katrin --replace '[colleague]' --all --whole-word --dry-run",
        "crosscase edit peers.crosscase STA1SU01 --span 120:131 --replace 'supervision'",
        "crosscase edit peers.crosscase STA1SU01 --with STA1SU01-corrected.docx --because 'listened again'",
        "crosscase edit peers.crosscase --emptied",
    ],
)
@target
@click.argument("source", required=False)
@click.option("--find", metavar="WORDS", help="The words that are wrong, as they are written in the text.")
@click.option("--span", type=EditedSpan(), help="Or where they stand, in code points; 120-120 puts words in there.")
@click.option("--replace", metavar="WORDS", help="What was really said; empty takes the words away.")
@click.option(
    "--with", "corrected", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="FILE",
    help="Or the whole text as it should be: txt, docx, odt, … as for import.",
)  # fmt: skip
@click.option("--all", "every", is_flag=True, help="Everywhere that the words stand in this source.")
@click.option("--nth", type=click.IntRange(min=1), metavar="NUMBER", help="Only where they stand for the n-th time.")
@click.option("--whole-word", is_flag=True, help="Only as words of their own: Kat, not in Katrin.")
@click.option("--anyway", is_flag=True, help="Also a file that has few words in common with the source.")
@click.option("--encoding", default="", metavar="NAME", help="How a text file is encoded; else it is found out.")
@click.option("--emptied", is_flag=True, help="List what has no words left, to place it anew or remove it.")
@click.option("--dry-run", is_flag=True, help="Show before and after, and keep nothing.")
@acting_options
def edit(target: Target, who: Who, source: str | None, **given: Any) -> None:
    """Correct the text of a source.

    Every coding, mark, memo and turn stays on its words. What replaces coded words is coded; what is put in beside
    them is not. Words in several sources at once: 'crosscase sources STUDY replace'.
    """
    ways = sum(given[name] is not None for name in ("find", "span", "corrected"))
    if given["emptied"]:
        if ways or given["replace"] is not None:
            message = "--emptied lists; it goes with no correction."
            raise click.UsageError(message, click.get_current_context())
        _emptied(target, who, source)
        return
    by_words = given["find"] is not None or given["span"] is not None
    if source is None or ways != 1 or by_words == (given["replace"] is None):
        message = "Name the source." if source is None else _ONE_WAY
        raise click.UsageError(message, click.get_current_context())
    if given["every"] and given["nth"] is not None:
        message = "Choose one of --all and --nth."
        raise click.UsageError(message, click.get_current_context())
    _correct(target, who, source, given)


def _correct(target: Target, who: Who, name: str, given: dict[str, Any]) -> None:
    from crosscase.model import Source, Span
    from crosscase.verbs.corrections import correct_source, replace_text

    becomes = _whole_text(given["corrected"], given["encoding"]) if given["corrected"] else ""
    with acting(target, who) as study:
        source = study.find(Source, name)
        text = study.text(source.id)
        if given["corrected"]:
            if _COVER in becomes and _COVER not in text:
                raise CoveredTextError(given["corrected"].name, source.name)
            if not given["anyway"]:
                _refuse_other_text(given["corrected"].name, source.name, text, becomes)
            # Editors put a line break at the end of a file, or take it away; nobody said it.
            verb, change = replace_text, becomes.rstrip() + text[len(text.rstrip()) :]
        else:
            places = [Span(*given["span"])] if given["span"] else _places(text, given)
            verb, change = correct_source, [(place, given["replace"]) for place in places]  # type: ignore[assignment]
        if given["dry_run"]:
            done = study.try_out(verb, source.id, change)
            if who.as_json:
                print_json({"would_correct": _as_data(done)})
                return
            _show(study, done, text)
            say("Nothing was changed.")
            return
        act = study.do(verb, source.id, change)
        if act.entry and not who.as_json:
            _show(study, act.value, text)
        told(act, f"Corrected {source.name} at {counted(act.value.places, 'place')}.", who, **_as_data(act.value))
        _point_to_emptied(act.value, target)


def _whole_text(file: Path, encoding: str) -> str:
    from crosscase.importers import read_file
    from crosscase.importers.options import Options

    documents = read_file(file, options=Options(encoding=encoding)).documents
    if len(documents) != 1:
        raise NotOneTextError(file.name, len(documents))
    return documents[0].text


def _refuse_other_text(file: str, name: str, text: str, becomes: str) -> None:
    """Refuse a file with few phrases of the source; undo would help, but nobody would notice in time."""
    old, new = _phrases(text), _phrases(becomes)
    share = len(old & new) / max(1, min(len(old), len(new)))
    if share < _SHARED_AT_LEAST:
        raise OtherTextError(file, name, share)


def _phrases(text: str) -> set[tuple[str, str, str]]:
    words = text.casefold().split()
    return set(zip(words, words[1:], words[2:], strict=False)) or {("", "", "")}


def _places(text: str, given: dict[str, Any]) -> list[Span]:
    from crosscase.verbs.corrections import NotInTextError, occurrences
    from crosscase.verbs.sources import as_text

    find = as_text(given["find"])
    found = occurrences(text, find, whole=given["whole_word"])
    if not found:
        raise NotInTextError(find, whole=given["whole_word"])
    if given["nth"] is not None:
        if given["nth"] > len(found):
            raise NoSuchPlaceError(find, given["nth"], len(found))
        return [found[given["nth"] - 1]]
    if len(found) > 1 and not given["every"]:
        raise SeveralPlacesError(find, text, found)
    return found


def _in_context(text: str, span: Span) -> str:
    """A place as it is listed: where it is, and the words with those around them."""
    before, after = _around(text, span)
    return f"{span.start}-{span.end}: {before}[{excerpt(text, span.start, span.end)}]{after}"


def _around(text: str, span: Span) -> tuple[str, str]:
    """What stands before and after a place, in one line."""
    before = text[max(0, span.start - _AROUND) : span.start]
    after = text[span.end : span.end + _AROUND]
    more = "…" if span.end + _AROUND < len(text) else ""
    return ("…" if span.start > _AROUND else "") + _SPACE.sub(" ", before), _SPACE.sub(" ", after) + more


def _as_data(done: Correction) -> dict[str, Any]:
    return {
        "places": [{"start": span.start, "end": span.end, "becomes": words} for span, words in done.edits],
        "touched": [
            {
                "kind": one.kind, "id": one.id, "how": one.how,
                "before": [one.before.start, one.before.end], "after": [one.after.start, one.after.end],
            }
            for one in done.touched
        ],
    }  # fmt: skip


def _show(study: Study, done: Correction, text: str) -> None:
    """Before and after of each place, and what lies on other words."""
    becomes, at = [], 0
    for number, (span, words) in enumerate(done.edits, 1):
        becomes += [text[at : span.start], words]
        at = span.end
        if number <= _MOST_PLACES:
            before, after = _around(text, span)
            old, new = excerpt(text, span.start, span.end), excerpt(words, 0, len(words))
            click.echo(shown(f"{span.start:>8}  - {before}[{old}]{after}"))
            click.echo(shown(f"{'':>8}  + {before}[{new}]{after}"))
    if done.places > _MOST_PLACES:
        say(f"{'':>8}  … and {counted(done.places - _MOST_PLACES, 'place')} more")
    _show_touched(study, done.touched, text, "".join([*becomes, text[at:]]))


def _show_touched(study: Study, touched: Sequence[Touched], text: str, becomes: str) -> None:
    """What is coded, marked or written about is said; turns only where nothing is left of one."""
    said = [one for one in touched if one.kind != "turn" or one.how == "emptied"]
    names = _names(study, said)
    for one in said[:_MOST_PLACES]:
        old, new = text[one.before.start : one.before.end], becomes[one.after.start : one.after.end]
        change = " → ".join(_where_they_differ(old, new)) if new else f"{_quoted(old)} is gone; it is kept, empty"
        say(f"{names[one.id]}, {one.how}: {change}")
    if len(said) > _MOST_PLACES:
        say(f"… and {len(said) - _MOST_PLACES} more")
    counts = Counter(one.how for one in said)
    if said:
        say(f"{counted(len(said), 'thing')} touched: " + ", ".join(f"{n} {how}" for how, n in counts.items()) + ".")


def _quoted(words: str) -> str:
    return f"“{excerpt(words, 0, len(words))}”"


def _where_they_differ(old: str, new: str) -> tuple[str, str]:
    """Two wordings, quoted as far as they are not the same, with a little around it."""
    low = 0
    while low < min(len(old), len(new)) and old[low] == new[low]:
        low += 1
    high = 0
    while high < min(len(old), len(new)) - low and old[-high - 1] == new[-high - 1]:
        high += 1
    start, left = max(0, low - _AROUND), max(0, high - _AROUND)
    return (
        ("… " if start else "") + _quoted(old[start : len(old) - left]) + (" …" if left else ""),
        ("… " if start else "") + _quoted(new[start : len(new) - left]) + (" …" if left else ""),
    )


def _names(study: Study, touched: Sequence[Touched]) -> dict[str, str]:
    """What touched things are called."""
    from crosscase.model import Code, Coding, Member, short
    from crosscase.reads.lookup import code_paths

    paths = code_paths(study.rows(Code))
    members = {one.id: one.name for one in study.rows(Member)}
    ids = [one.id for one in touched if one.kind == "coding"]
    codings = {one.id: one for one in study.rows(Coding, id=ids)} if ids else {}
    found = {}
    for one in touched:
        coding = codings.get(one.id)
        what = f" {paths.get(coding.code, '')} ({members.get(coding.member, '')})" if coding else ""
        found[one.id] = f"{one.kind.replace('_', ' ').capitalize()}{what} {short(one.id)}"
    return found


def _point_to_emptied(done: Correction, target: Target) -> None:
    if any(one.how == "emptied" and one.kind != "turn" for one in done.touched):
        note(f"What is empty now is listed by: crosscase edit {target.shown} --emptied")


def _emptied(target: Target, who: Who, name: str | None) -> None:
    from crosscase.cli.output import Out
    from crosscase.model import Source, short
    from crosscase.model.table import Column, Table
    from crosscase.reads.emptied import emptied
    from crosscase.study import NoMemberError

    with reading(target, who) as study:
        own = ""
        with suppress(NoMemberError):
            me = study.member()
            own = me.id if me.permission == "independent coder" else ""
        lines = emptied(study.store, study.find(Source, name).id if name else None, own)
    columns = (
        Column("id", "Id"), Column("kind", "Is a"), Column("source", "Source"), Column("what", "What"),
        Column("member", "By"), Column("words", "Lay on"), Column("now", "Lies between"),
    )  # fmt: skip
    rows = tuple(
        (
            short(one.id), one.kind, one.source, one.what, one.member, excerpt(one.words, 0, len(one.words)),
            f"{one.at}: … {' '.join(one.before.split())} | {' '.join(one.after.split())} …",
        )
        for one in lines
    )  # fmt: skip
    notes = (
        (
            "Place a coding anew: crosscase code STUDY --change ID --quote WORDS. Remove it: crosscase code STUDY "
            "--remove ID. Marks and content notes: crosscase mark STUDY --remove ID.",
        )
        if rows
        else ("Everything lies on words.",)
    )
    Out(who.as_json).table(Table(title="Without words", columns=columns, rows=rows, notes=notes), {"emptied": lines})
