"""Full-text search, ranked, the best fifty with snippets; the index of words is loaded."""

from __future__ import annotations

from benchmarks.ground import MEMBER, Ground
from benchmarks.measure import Measured, Promise, compared, repeated, timed
from crosscase.frames.search import search
from crosscase.frames.turns import index_of
from crosscase.study import Study


def queries(ground: Ground) -> list[str]:
    """Two common words, a rare one, a phrase, a beginning: words that are there, by how often they are."""
    index = ground.index
    by_count = index.counts.argsort()[::-1].tolist()
    common, other = index.words[by_count[2]], index.words[by_count[9]]
    rare = index.words[by_count[len(by_count) // 2]]
    return [common, f"{common} {other}", rare, f'"{common} {other}"', f"{rare[:2]}*"]


def measure(ground: Ground) -> Measured:
    """Five queries one after another, by their mean."""
    asked = queries(ground)
    index, turns = ground.index, ground.turns
    with ground.study() as study:

        def find() -> int:
            shown = 0
            for query in asked:
                found = search(index, turns.passages, query, limits=turns.limited)
                shown += sum(len(list(hit.shown(study.text(hit.source)))) for hit in found.hits)
            return shown

        timing = repeated(find)
        hits = [len(search(index, turns.passages, query).passages) for query in asked]
        texts = [study.text(source) for source in ground.snapshot.sources.ids]
    word = asked[0]
    baseline = repeated(lambda: [text.count(word) for text in texts])
    done = f"{len(turns.passages):,} turns; hits {', '.join(f'{n:,}' for n in hits)}"
    return compared(timing.each(len(asked)), baseline, "str.count of one word in all texts", done)


def cut(ground: Ground) -> Measured:
    """The index of words, made from the texts: the first search in a study."""
    texts = [ground.snapshot.starts.text(source) for source in ground.snapshot.sources.ids]
    timing = repeated(lambda: index_of(ground.snapshot), runs=3, warm=0)
    baseline = repeated(lambda: [text.split() for text in texts], runs=3)
    return compared(timing, baseline, "str.split of all texts", f"{len(ground.index):,} words")


def loaded(ground: Ground) -> Measured:
    """The index of words as it is kept in the file: the first search of a program that has just begun."""
    with ground.copied() as study:
        count = len(study.index())
        timing = timed(lambda again: again.index(), lambda: Study(study.store, member=MEMBER), runs=5)
        with study.store.reading() as connection:
            baseline = repeated(lambda: connection.exec_driver_sql("SELECT * FROM tokens").fetchall(), runs=5)
    return compared(timing, baseline, "the driver reading what is kept", f"{count:,} words")


PROMISES = (
    Promise(
        "search",
        "full-text search, ranked, with snippets",
        {"study": 0.02, "stress": 0.1, "extreme": 0.3},
        measure,
    ),
    Promise("index", "words of all texts loaded", {}, loaded, always=True),
    Promise("index-cut", "words of all texts cut anew", {}, cut, always=True),
)
