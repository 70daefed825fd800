/**
 * Studies that are larger than most. `BIG`: a transcript of 5 MB with 20,000 codings, one of 100 kB with 1,000, and
 * 5,000 codes. `WIDE`: 200 categories and 100 cases. `CHARTED`: the
 * demonstration study with a framework of 91 participants × 30 codes, three cells of five written.
 *
 * Python programs, for `Workbench.open({ study })`. Words are drawn at random, the same each time.
 */
export const BIG = `
import random, sys
from pathlib import Path
from crosscase.model import Code, Coding, Source, Speaker, Turn
from crosscase.store.act import acting
from crosscase.study import Study

draw = random.Random(4)
words = ["".join(draw.choice("abdefgiklmnoprstuw") for _ in range(draw.randint(2, 9))) for _ in range(4000)]

def transcript(size):
    parts, turns, at, asks = [], [], 0, True
    while at < size:
        said = " ".join(draw.choice(words) for _ in range(draw.randint(5, 20) if asks else draw.randint(40, 120))) + "."
        label = "INT: " if asks else "P: "
        turns.append((at + len(label), at + len(label) + len(said), asks))
        parts.append(label + said + "\\n\\n")
        at += len(parts[-1])
        asks = not asks
    return "".join(parts), turns

with Study.new(Path(sys.argv[1]), title="Large", member="Ines") as study:
    store, me = study.store, study.member().id
    with acting(store, by=me, verb="code.add") as act:
        tops = act.new_ids(100)
        act.add_all([Code(id=top, name=f"group {n:03}", colour="#0072b2", position=n + 1) for n, top in enumerate(tops)])
        codes = act.new_ids(4900)
        act.add_all([Code(id=code, name=f"code {n:04}", parent=tops[n % 100], colour="#e69f00", position=n + 1) for n, code in enumerate(codes)])
        act.finish()
    for name, size, count in (("large", 5_000_000, 20_000), ("usual", 100_000, 1_000)):
        text, turns = transcript(size)
        with acting(store, by=me, verb="import.bundle") as act:
            source = act.add(Source(name=name, position=1 if name == "usual" else 2)).id
            speakers = {asks: act.add(Speaker(source=source, label="INT" if asks else "P", voice="interviewer" if asks else "participant")).id for asks in (True, False)}
            act.add_all([Turn(source=source, first=str(start), last=str(end - 1), speaker=speakers[asks]) for start, end, asks in turns])
            act.bring({source: text})
            act.finish()
        answers = [turn for turn in turns if not turn[2]]
        rows = []
        for _ in range(count):
            start, end, _ = draw.choice(answers)
            low = draw.randrange(start, end - 20)
            rows.append(Coding(source=source, member=me, code=draw.choice(codes[:150]), first=str(low), last=str(min(end, low + draw.randint(20, 300)) - 1)))
        with acting(store, by=me, verb="coding.apply_all") as act:
            act.add_all(rows)
            act.finish()
`;

export const WIDE = `
import sys; sys.path.insert(0, "..")
from pathlib import Path
from benchmarks.sizes import Size, generate
generate(Size("wide", 200, 6000, 200, 2, 100, 2000), Path(sys.argv[1]))
`;

export const CHARTED = `
import random, sys
from pathlib import Path
from crosscase.demo import build_demo
from crosscase.model import Code, Participant
from crosscase.verbs.codes import add_code
from crosscase.verbs.frameworks import add_framework
from crosscase.verbs.summaries import CellWords, write_summaries

draw = random.Random(5)
words = "waits asks says nobody knows who decides before it is written down and then waits again for somebody".split()
with build_demo(Path(sys.argv[1])) as study:
    codes = [one.id for one in study.rows(Code)][:30]
    codes += [study.do(add_code, f"charted {n}").value for n in range(30 - len(codes))]
    large = study.do(add_framework, "Large", codes).value
    people = [one.id for one in study.rows(Participant)]
    cells = [CellWords(row=person, of=code, words=" ".join(draw.choices(words, k=draw.randint(8, 45)))) for person in people for code in codes if draw.random() < 0.6]
    study.do(write_summaries, large, cells)
`;
