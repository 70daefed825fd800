"""The draft that the demonstration study keeps: what is exact, typed and altered, gone stale, bound to nothing.

One quotation is referred to by its id and printed with what it declares; one was typed and is not as it was said. After
the draft was looked over somebody corrected a word of a transcript that it quotes, so that *check* has something to
tell. Two sentences say how many and are bound to nothing. What a co-author proposed waits to be decided.
"""

from __future__ import annotations

from crosscase.model import Claim, Quotation, Span, short
from crosscase.study import Study
from crosscase.verbs.corrections import correct_source
from crosscase.verbs.drafts import Proposed, add_draft, bring_proposals

NAME = "Slowness, and who is rung"
BIBLIOGRAPHY = """@book{harrow2011,
  author = {Harrow, Ann},
  title = {The rest was weather: on writing down},
  publisher = {Invented Press},
  year = {2011}
}
"""
_TEXT = """# Slowness, and who is rung

This draft is invented, like the study it is written from. It is no evidence about peer work.

## Findings

### Slowness as safety

{slow} Not everybody calls that care:

{{quote:{critic}}}

Where nothing was hurried, people told more. Most peer workers said that the best of it happens on a walk. What holds them is each other:

{{quote:{fork}}}

### Who is rung

{forms} What is written down is kept in the narrowest words [@harrow2011, p. 12]. People who use services make arrangements of their own, as one of them said: {{quote:{envelope}}}

“They want my name in the entry, discussed with the Director”, said a team manager. Nobody liked it, and all team managers ring somebody else when they are rung.

Those whom we spoke with are in {{table:sample}}.

{{table:sample}}
"""
_PROPOSED = (
    ("Where nothing was hurried, people told more.", "Where nothing was hurried, several people told more."),
    ("Not everybody calls that care:", "Not everybody would call that care:"),
)


def draft(study: Study) -> None:
    """Write the draft, correct a transcript that it quotes, and bring what a co-author proposes."""
    claims = {one.sentence: one.id for one in study.rows(Claim)}
    kept = {study.text(one.source)[one.start : one.end][:12]: one for one in study.rows(Quotation)}

    def claim(begin: str) -> str:
        return f"{{claim:{short(next(id for sentence, id in claims.items() if sentence.startswith(begin)))}}}"

    critic, envelope, fork = kept["What I see i"], kept["She's got it"], kept["You'd say a "]
    text = _TEXT.format(
        slow=claim("Slowness makes safe"), forms=claim("Every organisation"), critic=short(critic.id),
        envelope=short(envelope.id), fork=short(fork.id),
    )  # fmt: skip
    one = study.do(add_draft, NAME, text=text, bibliography=BIBLIOGRAPHY).value
    _correct(study, fork)
    study.do(bring_proposals, one, _proposals(text))


def _correct(study: Study, quotation: Quotation) -> None:
    """Somebody listens to the recording again: it was *troubled*, not *bothered*."""
    at = study.text(quotation.source).index("bothered", quotation.start, quotation.end)
    edits = [(Span(at, at + len("bothered")), "troubled")]
    study.because("the recording was heard again").do(correct_source, quotation.source, edits)


def _proposals(text: str) -> list[Proposed]:
    paragraphs = text.split("\n\n")
    found = [
        Proposed(by="Nell Abara", date="2026-05-03", before=whole, after=whole.replace(old, new))
        for old, new in _PROPOSED
        for whole in paragraphs
        if old in whole
    ]
    whole = next(one for one in paragraphs if one.startswith("“They want"))
    return [
        *found,
        Proposed(
            nature="comment", by="Nell Abara", date="2026-05-03", before=whole, on="the Director",
            words="Is this what she said? I remember it otherwise.",
        ),
    ]  # fmt: skip
