"""Correcting a transcript of 60 kB: once more after 2,000 corrections with 500 codings on it, and as a whole file."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

from benchmarks import machine
from benchmarks.ground import Ground
from benchmarks.measure import Measured, Promise, compared, repeated, timed
from crosscase.journal.difference import difference
from crosscase.model import Span
from crosscase.study import Study
from crosscase.verbs.codes import add_code
from crosscase.verbs.codings import Placement, apply_all
from crosscase.verbs.corrections import correct_source
from crosscase.verbs.sources import add_source

LENGTH, CORRECTED, CODED, TYPOS = 60_000, 2_000, 500, 1_000


def a_transcript(chance: random.Random) -> str:
    """Turns of some hundred words each."""
    words = [f"{a}{b}" for a in ("wor", "pee", "sup", "tr", "ma", "s") for b in ("ker", "r", "port", "ust", "ny", "ay")]
    text = ""
    while len(text) < LENGTH:
        text += "P: " + " ".join(chance.choice(words) for _ in range(chance.randint(20, 150))) + ".\n\n"
    return text[:LENGTH]


def one_more(ground: Ground) -> Measured:
    """One correction of a text that was corrected 2,000 times, one act each."""
    chance = random.Random(1)
    with tempfile.TemporaryDirectory(dir=ground.folder) as folder:
        with Study.new(Path(folder, "corrected.crosscase"), title="Corrected", member="Ada") as study:
            source = study.do(add_source, "one", a_transcript(chance)).value
            code = study.do(add_code, "x").value
            starts = chance.sample(range(LENGTH - 300), CODED)
            places = [Placement(code=code, source=source, span=Span(at, at + chance.randint(5, 290))) for at in starts]
            study.do(apply_all, places)

            def an_edit() -> list[tuple[Span, str]]:
                at = chance.randrange(LENGTH // 2)
                return [(Span(at, at + chance.randint(0, 2)), chance.choice(("x", "yy", "z")))]

            for _ in range(CORRECTED):
                study.do(correct_source, source, an_edit())
            timing = timed(lambda edits: study.do(correct_source, source, edits), an_edit, runs=31, warm=3)
        baseline = machine.commit(ground.folder)
    done = f"after {CORRECTED:,} corrections, {CODED} codings placed anew"
    return compared(timing, baseline, "a durable commit of one row", done)


def whole_file(_: Ground) -> Measured:
    """The differences between a transcript and the same with a typing error in every eighth word or so."""
    chance = random.Random(2)
    old = a_transcript(chance)
    letters = list(old)
    for at in chance.sample(range(len(letters)), TYPOS):
        letters[at] = chance.choice(("", "q", letters[at] * 2))
    new = "".join(letters)
    edits = difference(old, new)
    timing = repeated(lambda: difference(old, new))
    baseline = repeated(lambda: (old.split(), new.split()))
    replaced = sum(len(span) for span, _ in edits)
    return compared(
        timing, baseline, "str.split of both texts", f"{len(edits):,} edits, {replaced:,} characters replaced"
    )


_SIZES = ("study", "stress", "extreme")
PROMISES = (
    Promise("correcting", "one more correction of a transcript", dict.fromkeys(_SIZES, 0.030), one_more),
    Promise("difference", "a corrected file compared, 1,000 errors", dict.fromkeys(_SIZES, 1.0), whole_file),
)
