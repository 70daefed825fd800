"""What is registered is documented, and what the documents say is so.

Pages that are made from lists in the code are compared with them. Commands in shell blocks are looked up among Click's,
with their options; blocks of Python compile, and what they import is there; links lead somewhere; numbers worked out by
hand (the journal's example, limits, the demonstration study's silences) are worked out again.
"""

from __future__ import annotations

import ast
import hashlib
import importlib
import json
import re
import shlex
import typing
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import click
import msgspec
import pytest

from crosscase.cli.listing import COMMANDS
from crosscase.cli.shape import Group, load
from tests.shared import REPOSITORY

DOCS = REPOSITORY / "docs"
REFERENCE = DOCS / "reference"
PAGES = (REPOSITORY / "README.md", REPOSITORY / "ARCHITECTURE.md", REPOSITORY / "CHANGELOG.md", *DOCS.rglob("*.md"))
_FENCE = re.compile(r"^(?P<indent> *)```(?P<kind>\w*)[^\n]*\n(?P<body>.*?)^ *```", re.MULTILINE | re.DOTALL)


def by_name(path: Path) -> str:
    return path.relative_to(REPOSITORY).as_posix()


def sections(page: str) -> dict[str, str]:
    """The parts of a page under its headings of the second level."""
    parts = re.split(r"^## (.+)$", (REFERENCE / page).read_text("utf-8"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


# What is registered is documented


@pytest.mark.parametrize("package", ["verbs", "model"])
def test_pages_made_from_lists_are_fresh(package: str) -> None:
    made = importlib.import_module(f"crosscase.{package}.reference")
    page = REFERENCE / f"{package}.md"
    assert page.read_text("utf-8") == made.reference(), f"docs/reference/{package}.md is stale. Run: {made.COMMAND}"


def test_every_verb_and_kind_is_on_its_page() -> None:
    from crosscase.model import KINDS
    from crosscase.verbs import VERBS

    verbs = (REFERENCE / "verbs.md").read_text("utf-8")
    assert [verb.name for verb in VERBS if f"### `{verb.name}`\n" not in verbs] == []
    model = sections("model.md")
    assert [kind.name for kind in KINDS if kind.name not in model] == []
    own = [(kind.name, f.name) for kind in KINDS for f in kind.fields if f"| `{f.name}` |" not in model[kind.name]]
    assert [(kind, field) for kind, field in own if f"| `{field}` |" not in model["place"]] == []


def test_every_importer_has_its_section_with_all_its_endings() -> None:
    from crosscase.importers import IMPORTERS

    written = sections("formats.md")
    for importer in IMPORTERS:
        name = importer.__name__.rpartition(".")[2]  # type: ignore[attr-defined] # importers are modules
        assert name in written, f"docs/reference/formats.md has no section {name}"
        endings = re.search(r"^Endings: (.+)$", written[name], re.MULTILINE)
        assert endings is not None
        assert re.findall(r"`([^`]+)`", endings[1]) == list(importer.SUFFIXES), name
        for part in ("Read: ", "Not taken", "Refused"):
            assert f"\n{part}" in written[name], f"{name} does not say what is {part.lower()}"


def test_limits_of_files_are_those_of_the_code() -> None:
    from crosscase.importers import guard, limits, package, pandoc, pdf

    mib = 1024 * 1024
    page = " ".join((REFERENCE / "formats.md").read_text("utf-8").split())
    for said in (
        f"{guard.MOST_BYTES // mib} MiB a file",
        f"{guard.MOST_TEXT_BYTES // mib} MiB of text",
        f"{package.MOST_WORDS // mib} MiB of words",
        f"more than {package.MOST_ENTRIES:,} parts",
        f"{limits.TIME_LIMIT:.0f} seconds a file",
        f"{pandoc.MEMORY_LIMIT.removesuffix('m')} MiB of memory for pandoc, {pdf.MEMORY_LIMIT} for PDF",
        f"At most {pdf.MOST_PAGES:,} pages",
    ):
        assert said in page


def test_every_column_of_every_table_is_listed_with_its_names() -> None:
    from crosscase.importers.columns import TABLES

    written = sections("tables.md")
    for table, fields in TABLES.items():
        rows = re.findall(r"^\| (\w+) \| ((?:`[^`]+`(?:, )?)+) \|", written[table], re.MULTILINE)
        listed = {field: tuple(re.findall(r"`([^`]+)`", names)) for field, names in rows}
        assert listed == fields, f"docs/reference/tables.md, {table}"


def test_every_table_is_said_to_be_recognised_as_it_is() -> None:
    from crosscase.importers import columns

    written = sections("tables.md")
    for table in columns.TABLES:
        called = re.search(r"^Recognised by the name (.+), with (.+)\.$", written[table], re.MULTILINE)
        assert called is not None, table
        assert tuple(re.findall(r"`([^`]+)`", called[1])) == columns._NAMES[table]
        ways = tuple(tuple(re.findall(r"`([^`]+)`", way)) for way in called[2].split(" or with "))
        assert ways == columns._NEEDED[table]
        other = re.search(r"^Under any other name, when it has (.+)\.$", written[table], re.MULTILINE)
        telling = tuple(needed for kind, needed in columns._TELLING if kind == table)
        if table != "cases":
            said = other[1].split(", or ") if other else []
            assert tuple(tuple(re.findall(r"`([^`]+)`", way)) for way in said) == telling


# Analyses


@pytest.fixture(scope="module")
def demo() -> Iterator[Any]:
    """The demonstration study, in memory."""
    from crosscase.demo import build_demo

    with build_demo(None) as study:
        yield study


def options_of(function: Any) -> type[msgspec.Struct] | None:
    for hint in typing.get_type_hints(function).values():
        for part in (hint, *typing.get_args(hint)):
            if isinstance(part, type) and issubclass(part, msgspec.Struct) and part.__name__.endswith("Options"):
                return part
    return None


def named(text: str) -> set[str]:
    """The words that stand in code."""
    return {word for code in re.findall(r"`([^`]+)`", _FENCE.sub("", text)) for word in re.findall(r"\w+", code)}


def test_every_analysis_is_described_with_all_its_options_and_its_json(demo: Any) -> None:
    from crosscase.analyses import ANALYSES
    from crosscase.analyses.scope import Filters

    written = sections("analyses.md")
    shared = named((REFERENCE / "analyses.md").read_text("utf-8").partition("\n## ")[0])
    filters = {field.name for field in msgspec.structs.fields(Filters)}
    assert filters <= shared
    given = {
        "compare": {"left": "FEN", "right": "JUN"},
        "joint": {"item": "A1"},
        "kwic": {"term": "keys"},
        "retrieve": {"query": "*"},
    }
    for analysis in ANALYSES:
        assert analysis.name in written, f"docs/reference/analyses.md has no section {analysis.name}"
        said = named(written[analysis.name])
        function = getattr(importlib.import_module(analysis.module), analysis.function)
        options = options_of(function)
        if options is not None:
            assert {field.name for field in msgspec.structs.fields(options)} - filters <= said, analysis.name
        with_index = (demo.index(),) if analysis.name in {"words", "kwic", "retrieve"} else ()
        with_options = (options(**given.get(analysis.name, {})),) if options is not None else ()
        data = function(demo.snapshot(), *with_index, *with_options).to_dict()
        assert set(data) - {"options"} <= said | shared, analysis.name


# The demonstration study as it is told


def test_the_kinds_of_nothing_are_listed_in_their_order() -> None:
    from crosscase.analyses.states import WORDS

    page = (DOCS / "explanation" / "kinds-of-nothing.md").read_text("utf-8")
    rows = re.findall(r"^\| ([^|]+) \|[^|]+\|[^|]*\|$", page, re.MULTILINE)
    assert tuple(row for row in rows if row not in {"word", "---"}) == WORDS


@pytest.mark.parametrize(
    ("of", "person", "column", "word", "count"),
    [
        ("topics", "FEN", "pay, hours, contracts", "not recruited", 2),
        ("topics", "BRKSU01", "pay, hours, contracts", "not interviewed", 1),
        ("topics", "all", "pay, hours, contracts", "not interviewed", 44),
        ("topics", "all", "pay, hours, contracts", "not asked", 3),
        ("topics", "all", "pay, hours, contracts", "said when asked", 10),
        ("topics", "all", "pay, hours, contracts", "volunteered", 29),
        ("topics", "all", "pay, hours, contracts", "no text yet", 4),
        ("topics", "ELMSM01", "pay, hours, contracts", "not known (turns not mapped)", 1),
        ("topics", "CINPW02", "the organisation and how it is changing", "asked, silent", 1),
        ("topics", "DUNPW01", "what the work does to you", "asked, declined", 1),
        ("codes", "all", "Contested diagnosis", "not yet read for this code", 10),
        ("codes", "FEN", "Contested diagnosis", "not yet read for this code", 2),
        ("codes", "FEN", "Force witnessed or remembered", "read, nothing coded", 4),
        ("codes", "IVYST01", "Supervision", "said it is not so", 1),
    ],
)
def test_the_silences_of_the_demonstration_study_are_as_told(  # noqa: PLR0917 - a line of a table
    demo: Any, of: str, person: str, column: str, word: str, count: int
) -> None:
    from crosscase.analyses.exposure import ExposureOptions, exposure

    by = "participants" if person[3:] and person != "all" else "cases"
    found = exposure(demo.snapshot(), ExposureOptions(of=of, by=by))
    at = next(n for n, line in enumerate(found.columns) if line.label == column)
    rows = [n for n, line in enumerate(found.rows) if person in {"all", line.label}]
    assert sum(found.mixture(row, at).get(word, 0) for row in rows) == count


def test_the_denominators_of_the_demonstration_study_are_as_told(demo: Any) -> None:
    from crosscase.analyses.matrix import MatrixOptions, matrix

    table = matrix(demo.snapshot(), MatrixOptions(rows="categories", columns="cases"))

    def cell(row: str, column: str) -> tuple[int, int]:
        found = table.find(row, column)
        return found.participants, found.of_participants

    assert cell("Contested diagnosis", "All") == (13, 33)
    assert cell("Contested diagnosis", "FEN") == (0, 2)
    assert cell("Force witnessed or remembered", "FEN") == (0, 4)


# The journal's worked example


def examples() -> dict[str, str]:
    page = (REFERENCE / "journal.md").read_text("utf-8")
    return dict(re.findall(r"<!-- example: (\S+) -->\n```\w*\n(.*?)\n```", page, re.DOTALL))


def blake(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=32).hexdigest()


def plain_canonical(value: Any) -> bytes:
    """The canonical form as the page describes it, by the standard library alone."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def test_the_example_follows_from_the_page_alone() -> None:
    """A second implementation, by what the page says and nothing else."""
    shown = examples()
    for cell in json.loads(shown["cells"]):
        assert blake(bytes.fromhex(cell["salt"]) + cell["words"].encode()) == cell["digest"]
    for name in ("first", "second", "correction"):
        assert plain_canonical(json.loads(shown[name])) == shown[name].encode()
    for name in ("first", "second"):
        assert blake(shown[name].encode()) == shown[f"{name}-digest"]
    first, second = json.loads(shown["first"]), json.loads(shown["second"])
    assert first["clock"] == first["wall"] << 16
    assert second["clock"] == max(first["clock"] + 1, second["wall"] << 16)
    assert second["heads"] == [shown["first-digest"]]
    assert second["changes"][0]["ids"] == [f"{int(first['id'], 16) + 1:032x}"]
    assert blake(plain_canonical([shown["second-digest"]])) == shown["version"]


def test_the_example_is_what_the_program_writes_and_reads() -> None:
    import zstandard

    from crosscase.journal.canon import canonical
    from crosscase.journal.changes import Changed, Corrected
    from crosscase.journal.entry import decode, encode
    from crosscase.journal.text import TextRuns, replaced
    from crosscase.journal.vault import unseal
    from crosscase.model import Span

    shown = examples()
    words = {cell["digest"]: cell["words"] for cell in json.loads(shown["cells"])}
    entries = [decode(zstandard.compress(shown[name].encode())) for name in ("first", "second")]
    assert [encode(entry)[0] for entry in entries] == [shown["first-digest"], shown["second-digest"]]
    (change,) = unseal(entries[1].changes, words)
    assert isinstance(change, Changed)
    assert (change.before.all, change.after.all, words[entries[1].because]) == ("trust", "trust in peers", "Too wide.")

    text = TextRuns.brought("The peer workee said so.")
    coded = text.anchor(Span(4, 15))
    made = replaced(text, [(Span(14, 15), "r"), (Span(16, 16), "always ")])
    sealed = msgspec.convert(json.loads(shown["correction"]), Corrected)
    assert canonical(sealed) == shown["correction"].encode()
    assert msgspec.structs.replace(sealed, source="", words=words[sealed.words]) == made
    text.apply("e" * 31 + "0", made)
    assert (text.words(), text.span(*coded)) == ("The peer worker always said so.", Span(4, 15))


def test_ids_made_from_what_things_are_follow_the_page() -> None:
    from crosscase.model import derived_id

    parts, key = ("source", "Grüße, 👩‍🔬"), "5e" * 16
    data = b"".join(len(part.encode()).to_bytes(8, "big") + part.encode() for part in parts)
    by_hand = hashlib.blake2b(data, digest_size=16, key=bytes.fromhex(key)).hexdigest()
    assert derived_id(*parts, key=key) == by_hand


# Commands


class Found(NamedTuple):
    """A command found in a line, the name it was found by, and what stands behind it."""

    name: str
    command: click.Command
    rest: list[str]


def all_commands() -> Iterator[tuple[str, click.Command]]:
    for name in COMMANDS:
        found = load(name)
        yield name, found
        if isinstance(found, click.Group):
            yield from ((f"{name} {under}", each) for under, each in found.commands.items())


def resolve(words: list[str]) -> Found:
    """The command that a line means, found as the command line finds it."""
    name, *rest = words
    assert name in COMMANDS, f"there is no command {name!r}"
    found = load(name)
    if not isinstance(found, Group):
        return Found(name, found, rest)
    for at in (0, 1):
        if len(rest) > at and rest[at] in found.commands:
            return Found(f"{name} {rest[at]}", found.commands[rest[at]], [*rest[:at], *rest[at + 1 :]])
    assert found.default, f"{name!r} needs one of {', '.join(found.commands)}"
    return Found(f"{name} {found.default}", found.commands[found.default], rest)


def check_line(line: str, *, whole: bool = True) -> None:
    """Refuse a line that names a command, option or choice that there is not.

    Args:
        line: as it is typed, from `crosscase` on.
        whole: the line can be run as it stands, so everything that is needed must be there.
    """
    words = shlex.split(line, comments=True)[1:]
    words = words[: next((n for n, word in enumerate(words) if word in {"|", ">", "&&", "<"}), len(words))]
    if not words or words[0] in {"--help", "--version"} or words[0].isupper():
        return
    found = resolve(words)
    options = {name: p for p in found.command.params if isinstance(p, click.Option) for name in p.opts}
    options |= {name: p for p in found.command.params for name in p.secondary_opts if isinstance(p, click.Option)}
    positional: list[str] = []
    rest = list(found.rest)
    while rest:
        word = rest.pop(0)
        name, _, value = word.partition("=")
        if not word.startswith("-") or word == "-":
            positional.append(word)
            if found.name == "at" and len(positional) == 2 and rest:
                check_line(shlex.join(["crosscase", rest[0], positional[0], *rest[1:]]), whole=whole)
                return
        elif name not in {"--help", "-h"}:
            assert name in options, f"{found.name!r} has no option {name}"
            option = options[name]
            values = [] if option.is_flag else [value] if "=" in word else [rest.pop(0) for _ in range(option.nargs)]
            if isinstance(option.type, click.Choice):
                assert set(values) <= set(option.type.choices), f"{found.name} {name} takes none of {values}"
    if not whole:
        return
    arguments = [p for p in found.command.params if isinstance(p, click.Argument)]
    most = None if any(p.nargs < 0 for p in arguments) else sum(p.nargs for p in arguments)
    least = sum(max(p.nargs, 1) for p in arguments if p.required)
    assert len(positional) >= least, f"{found.name!r} needs {least} of {[p.name for p in arguments]}: {positional}"
    assert most is None or len(positional) <= most, f"{found.name!r} takes {most}: {positional}"


def blocks(path: Path) -> Iterator[tuple[str, str]]:
    for found in _FENCE.finditer(path.read_text("utf-8")):
        indent = len(found["indent"])
        yield found["kind"], "\n".join(line[indent:] for line in found["body"].splitlines())


def shell_lines() -> Iterator[tuple[str, str]]:
    for path in PAGES:
        for kind, body in blocks(path):
            if kind in {"", "sh", "shell", "bash", "console"}:
                for line in body.replace("\\\n", " ").splitlines():
                    typed = line.strip().removeprefix("$ ")
                    if typed.startswith(("crosscase ", ".venv/bin/crosscase ", "make ")):
                        yield by_name(path), typed


def test_every_command_has_help_and_an_example_of_itself() -> None:
    for name, found in all_commands():
        assert found.help, name
        listed: tuple[str, ...] = getattr(found, "examples", ())
        assert listed, f"{name} has no example"
        for example in listed:
            check_line(example)
            assert resolve(shlex.split(example)[1:]).name.startswith(name.partition(" ")[0]), example


def test_every_command_is_on_the_page_of_the_command_line() -> None:
    page = (REFERENCE / "cli.md").read_text("utf-8")
    for name, found in all_commands():
        assert re.search(rf"\b{re.escape(name)}\b", page), f"docs/reference/cli.md says nothing of {name}"
        for option in (p for p in found.params if isinstance(p, click.Option) and not p.hidden):
            assert option.opts[-1] in page or option.opts[0] in page, f"{name} {option.opts}"


@pytest.mark.parametrize(("page", "line"), sorted(set(shell_lines())))
def test_commands_in_shell_blocks_exist_with_their_options(page: str, line: str) -> None:
    if line.startswith("make "):
        targets = re.findall(r"^([\w-]+):", (REPOSITORY / "Makefile").read_text("utf-8"), re.MULTILINE)
        wanted = [word for word in shlex.split(line, comments=True)[1:] if "=" not in word]
        assert set(wanted) <= set(targets), page
    else:
        check_line(line.removeprefix(".venv/bin/"))


def test_commands_named_in_passing_exist_with_their_options() -> None:
    for path in PAGES:
        prose = _FENCE.sub("", path.read_text("utf-8"))
        for line in re.findall(r"`(crosscase [^`\n]+)`", prose):
            check_line(line.replace("…", "x").replace("'", "").replace('"', ""), whole=False)


def test_it_sees_wrong_commands() -> None:
    for line, reason in (
        ("crosscase fly x", "no command 'fly'"),
        ("crosscase matrix x --columns cases --upside-down", "no option --upside-down"),
        ("crosscase autocode x --code a --unit page", "takes none of"),
        ("crosscase codebook x define", "needs 2"),
        ("crosscase undo", "needs 1"),
        ("crosscase undo x y z", "takes 2"),
        ("crosscase at x 2026-01-01 matrix --upside-down", "no option --upside-down"),
    ):
        with pytest.raises(AssertionError, match=reason):
            check_line(line)


# Python, links


@pytest.mark.parametrize(
    ("page", "code"), [(by_name(path), body) for path in PAGES for kind, body in blocks(path) if kind == "python"]
)
def test_python_in_documents_compiles_and_imports_what_there_is(page: str, code: str) -> None:
    for node in ast.walk(ast.parse(code, page)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("crosscase"):
            module = importlib.import_module(node.module or "")
            assert [alias.name for alias in node.names if not hasattr(module, alias.name)] == [], page


def test_every_page_is_reached_from_the_list_of_documents() -> None:
    listed = (DOCS / "README.md").read_text("utf-8")
    pages = [page for folder in ("how-to", "explanation", "reference") for page in (DOCS / folder).glob("*.md")]
    assert [by_name(page) for page in pages if f"({page.relative_to(DOCS).as_posix()})" not in listed] == []


def anchors(path: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", _FENCE.sub("", path.read_text("utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("path", PAGES, ids=by_name)
def test_links_lead_somewhere(path: Path) -> None:
    prose = re.sub(r"`[^`\n]*`", "", _FENCE.sub("", path.read_text("utf-8")))
    for target in re.findall(r"\]\(([^)\s]+)\)", prose):
        if re.match(r"[a-z]+:", target):
            continue
        file, _, anchor = target.partition("#")
        leads = (path.parent / file).resolve() if file else path
        assert leads.exists(), f"{by_name(path)} links to {target}, which is not there"
        if anchor:
            assert anchor in anchors(leads), f"{by_name(path)} links to {target}; there is no such heading"
