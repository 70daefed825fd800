"""The page `docs/reference/verbs.md`, written from the list of verbs itself.

`python -m crosscase.verbs.reference docs/reference/verbs.md` writes it; a test compares it with the list and says so
when it is stale. Gives name, function, who may, what it is for, and arguments, as they stand in the code. What a verb
refuses is not on the page: that stands in its docstring, and a refusal says it in its own words.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from crosscase.verbs import VERBS
from crosscase.verbs.registry import MAY, Verb

COMMAND = "python -m crosscase.verbs.reference docs/reference/verbs.md"

_HEAD = f"""\
# Verbs

What a researcher can do to a study. Every verb checks what it was asked, then records one entry of the journal; when it
refuses, nothing happened. All of them but the first, which begins the study, can be undone.

<!-- Made from crosscase.verbs.VERBS. Do not edit; run: {COMMAND} -->

In Python a verb is a function that is handed to `Study.do`, which supplies the first argument (the act):

```python
from crosscase import Study
from crosscase.verbs.codes import add_code

with Study.open("peers.crosscase", member="Ines") as study:
    code = study.do(add_code, "trust", definition="Relying on somebody, said or shown.").value
```

`study.do` answers with the entry, the ids of the rows it changed, and what the verb gives back. `study.try_out` takes
the same arguments, answers what the verb would, and keeps nothing. `Id` is 32 hexadecimal digits; spans are code points
of the text as it reads now, half-open. In a change, what is not given stays as it is.

The name of a verb stands in journals for ever. Two names are not on this page, because no function of this list
writes them: `undo` and `redo` (`study.undo`, `study.redo`).

Who may run a verb is checked when it is called. A file cannot enforce it: whoever has the file and writes a program of
their own can do anything to it.
"""


def reference() -> str:
    """The whole page."""
    return "\n".join([_HEAD, *_subjects()])


def _subjects() -> Iterator[str]:
    for subject, verbs in groupby(VERBS, key=lambda verb: verb.name.partition(".")[0]):
        yield f"## {subject.replace('_', ' ')}\n"
        for verb in verbs:
            yield _entry(verb)


def _entry(verb: Verb) -> str:
    function = verb.function
    lines = [
        f"### `{verb.name}`",
        "",
        _purpose(verb),
        "",
        f"* Function: `{function.__module__}.{function.__name__}`",
        f"* Who may: {_who_may(verb)}",
    ]
    arguments = _arguments(verb)
    if arguments:
        lines.append(f"* Arguments: {', '.join(arguments)}")
    answer = str(inspect.signature(function).return_annotation)
    if answer != "None":
        lines.append(f"* Gives back: `{answer}`")
    return "\n".join([*lines, ""])


def _who_may(verb: Verb) -> str:
    names = [name for name, may in MAY.items() if verb.needs in may]
    return "every member" if len(names) == len(MAY) else ", ".join(names)


def _purpose(verb: Verb) -> str:
    """The first paragraph of the docstring, on one line."""
    return " ".join((inspect.getdoc(verb.function) or "").partition("\n\n")[0].split())


def _arguments(verb: Verb) -> list[str]:
    """Each argument but the act as it is declared; those after `*` can only be given by name."""
    said: list[str] = []
    by_name = False
    for parameter in list(inspect.signature(verb.function).parameters.values())[1:]:
        if parameter.kind is inspect.Parameter.KEYWORD_ONLY and not by_name:
            by_name = True
            said.append("by name only:" if not said else "and by name only:")
        default = "" if parameter.default is inspect.Parameter.empty else f" = {parameter.default!r}"
        said.append(f"`{parameter.name}: {parameter.annotation}{default}`")
    return _joined(said)


def _joined(said: list[str]) -> list[str]:
    """The words before arguments given by name stand with the first of them."""
    found: list[str] = []
    for part in said:
        if found and found[-1].endswith("only:"):
            found[-1] = f"{found[-1]} {part}"
        else:
            found.append(part)
    return found


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(reference(), "utf-8")
