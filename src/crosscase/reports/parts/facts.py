"""What the study is about: aims, questions, and how large it is."""

from __future__ import annotations

from crosscase.model import Analysis
from crosscase.reports.document import Block, Heading, Listing, Paragraph, Part, Run, facts, plain
from crosscase.reports.options import Options
from crosscase.reports.wording import counted, listed
from crosscase.study import Study


def build(study: Study, options: Options) -> Part:  # noqa: ARG001 - every part is asked alike
    """The part."""
    settings, snapshot = study.settings(), study.snapshot()
    blocks: list[Block] = [Heading("The study")]
    blocks += [plain(" ".join(text.split())) for text in settings.aims.split("\n\n") if text.strip()]
    if settings.questions:
        lead = "Research question" if len(settings.questions) == 1 else "Research questions"
        blocks.append(Paragraph((Run(f"{lead}:", "strong"),)))
        blocks.append(Listing(tuple((Run(question),) for question in settings.questions)))
    planned = int(snapshot.plan.planned.sum())
    people = counted(len(snapshot.participants), "participant")
    groupings = [
        f"{variable.name} ({', '.join(variable.levels)})" for variable in snapshot.variables if variable.grouping
    ]
    blocks.append(Paragraph((Run("In numbers:", "strong"),)))
    blocks.append(
        facts(
            ("Cases", f"{len(snapshot.cases)}" + (f", compared by {listed(groupings)}" if groupings else "")),
            ("Sample", f"{people} recruited" + (f", of {planned:,} planned" if planned else "")),
            (
                "Material",
                f"{counted(len(snapshot.interviews), 'interview')}, {counted(len(snapshot.sources), 'source')}",
            ),
            ("Coding", f"{counted(len(snapshot.codes), 'code')}, {counted(len(snapshot.codings), 'coding')}"),
            *(
                (f"Analysis “{each.name}”", ", ".join(filter(None, (each.family, each.question))))
                for each in sorted(study.rows(Analysis), key=lambda each: each.name)
            ),
            ("Ethics", settings.ethics),
        )
    )
    return Part(tuple(blocks))
