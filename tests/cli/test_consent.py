"""Consent on the command line: written down, read from tables, and heeded by every file that is written."""

from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path

import pytest

from crosscase.cli.leaving import put_on_record
from crosscase.cli.session import Target
from tests.cli.conftest import TABLES, Run

ANNA = tuple(
    line.removeprefix("ANNA: ") for line in TABLES["anna.txt"].splitlines() if line.startswith("ANNA: ")
)  # fmt: skip
BEN = "We write a risk form for everybody."


def words_in(path: Path) -> str:
    """Everything that can be read in a file, opened again."""
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(path) as book:
            return " ".join(book.read(name).decode() for name in book.namelist() if name.endswith(".xml"))
    return path.read_text("utf-8")


def runs_of_anna(text: str) -> list[str]:
    """Runs of 20 letters of what Anna said that stand in a text."""
    found = []
    plain = " ".join(text.split())
    for said in ANNA:
        found += [said[at : at + 20] for at in range(len(said) - 19) if said[at : at + 20] in plain]
    return found


FILES = (
    ("export", "STUDY", "codings", "-o", "OUT"),
    ("code", "STUDY", "--list", "-o", "OUT"),
    ("theme", "STUDY", "evidence", "Risk is written down", "-o", "OUT"),
    ("matrix", "STUDY", "--open", "risk (with below)", "All", "-o", "OUT"),
    ("find", "STUDY", "risk OR down OR form", "-o", "OUT"),
    ("find", "STUDY", "--codings", "*", "-o", "OUT"),
    ("words", "STUDY", "--kwic", "risk*", "-o", "OUT"),
    ("export", "STUDY", "codebook", "-o", "OUT"),
    ("framework", "STUDY", "chart", "AAAPW01", "-o", "OUT"),
    ("answers", "STUDY", "joint", "A1", "--rows", "codes", "--open", "risk (with below)", "All", "-o", "OUT"),
)


@pytest.fixture
def written(coded: Path, run: Run) -> Path:
    """The coded study with everybody's words under a theme and in the codebook."""
    codings = [one["id"] for one in run("code", coded, "--list", "--json").json["codings"]]
    run("theme", coded, "evidence", "Risk is written down", *codings)
    run("framework", coded, "add", "Main", "risk", "forms")
    run("instrument", coded, "add", "Part A", "--questionnaire")
    run("instrument", coded, "question", "Part A", "Years", "--number", "A1", "--nature", "number")
    run("codebook", coded, "define", "risk", "--example", "I told them on the first day")
    run("codebook", coded, "define", "forms", "--example", BEN)
    return coded


@pytest.mark.parametrize("suffix", [".csv", ".tsv", ".xlsx", ".html"])
@pytest.mark.parametrize("args", FILES, ids=lambda args: " ".join(args[:3]))
def test_no_file_has_words_that_are_not_agreed_to(
    args: tuple[str, ...], suffix: str, written: Path, run: Run, tmp_path: Path
) -> None:
    if args[0] == "words" and suffix == ".html":
        pytest.skip("A page of it is a figure, without words.")
    out = tmp_path / f"out{suffix}"
    typed = [{"STUDY": written, "OUT": out}.get(arg, arg) for arg in args]
    run(*typed)
    assert runs_of_anna(words_in(out))
    run("consent", written, "set", "AAAPW01", "--verbatim", "no")
    done = run(*typed)
    text = words_in(out)
    assert not runs_of_anna(text)
    assert "[withheld: AAAPW01 does not agree to verbatim quotation]" in text
    assert "form" in text
    assert "AAAPW01 does not agree to verbatim quotation" in done.err
    assert "Not written: anna, " in done.err
    assert not runs_of_anna(done.err)


def test_the_screen_is_the_teams_own(written: Path, run: Run) -> None:
    run("consent", written, "set", "AAAPW01", "--verbatim", "no")
    before = run("info", written, "--json").json["version"]
    assert runs_of_anna(run("code", written, "--list", "--json").out)
    assert runs_of_anna(run("find", written, "risk").out.replace("[", "").replace("]", ""))
    assert runs_of_anna(run("sources", written, "show", "anna").out)
    assert run("info", written, "--json").json["version"] == before


def test_what_others_wrote_is_read_too(written: Path, run: Run, tmp_path: Path) -> None:
    run("codebook", written, "define", "forms", "--definition", "As Anna: “nobody was surprised. Trust comes later”.")
    run("theme", written, "set", "Risk is written down", "--meaning", "I told them on the first day, she said.")
    run("memo", written, "add", "She said: I do not speak of that at work.")
    run("consent", written, "set", "AAAPW01", "--verbatim", "no")
    for args in (("codebook", written), ("theme", written, "list"), ("memo", written)):
        run(*args, "-o", tmp_path / "out.csv")
        text = words_in(tmp_path / "out.csv")
        assert not runs_of_anna(text), args
    assert "She said: [words of AAAPW01 withheld]" in text


def test_a_framework_in_a_workbook_has_no_words_that_are_not_agreed_to(written: Path, run: Run, tmp_path: Path) -> None:
    run("framework", written, "write", "AAA", "risk", "As Anna says: I told them on the first day. They write forms.")
    run("framework", written, "write", "AAAPW01", "risk", "Trust had to be earned, as we see it.")
    out = tmp_path / "main.xlsx"
    for rows in ("cases", "participants"):
        run("framework", written, "export", out, "--rows", rows)
        assert "They write forms." in words_in(out) if rows == "cases" else "as we see it" in words_in(out)
    run("consent", written, "set", "AAAPW01", "--verbatim", "no", "--paraphrase", "no")
    run("framework", written, "export", out, "--rows", "cases")
    assert not runs_of_anna(words_in(out))
    assert "They write forms." in words_in(out)
    run("framework", written, "export", out)
    assert "as we see it" not in words_in(out)
    assert "[withheld: AAAPW01 does not agree to paraphrase" in words_in(out)


def test_what_somebody_said_to_what_they_were_given_is_withheld(written: Path, run: Run, tmp_path: Path) -> None:
    said = "That is not what I meant."
    run("given", written, "add", "AAAPW01", "--said", said)
    run("consent", written, "set", "AAAPW01", "--verbatim", "no")
    for suffix in (".csv", ".xlsx", ".html"):
        out = tmp_path / f"given{suffix}"
        run("given", written, "list", "-o", out)
        assert said not in words_in(out)
        assert "[withheld: AAAPW01 does not agree to verbatim quotation]" in words_in(out)
    assert said in run("given", written).out


def test_each_row_says_what_is_on_record(written: Path, run: Run, tmp_path: Path) -> None:
    run("consent", written, "set", "BBBMA01", "--verbatim", "yes")
    done = run("export", written, "codings", "-o", tmp_path / "c.csv")
    rows = list(csv.DictReader(io.StringIO(words_in(tmp_path / "c.csv"))))
    assert {row["source"]: row["consent"] for row in rows} == {"anna": "not recorded: AAAPW01", "ben": "agreed"}
    assert "not recorded for 1 of the 2 participants whose words are printed here" in done.err


def test_what_was_written_is_on_record_with_whose_words_are_in_it(written: Path, run: Run, tmp_path: Path) -> None:
    run("export", written, "codings", "-o", tmp_path / "both.csv")
    run("report", written, "-o", tmp_path / "r.md", "--part", "quotations")
    run("find", written, "--codings", "forms", "-o", tmp_path / "ben.tsv")
    run("matrix", written, "-o", tmp_path / "numbers.csv")
    run("words", written, "--kwic", "risk", "-o", tmp_path / "figure.svg")
    run("export", written, "matrix", "-o", tmp_path / "m.xlsx")
    listed = run("products", written, "--json").json["products"]
    assert [(one["file"], one["nature"], one["form"], one["participants"], one["member"]) for one in listed] == [
        ("both.csv", "export", "csv", ["AAAPW01", "BBBMA01"], "Ines"),
        ("r.md", "report", "md", ["AAAPW01", "BBBMA01"], "Ines"),
        ("ben.tsv", "export", "tsv", ["BBBMA01"], "Ines"),
        ("m.xlsx", "export", "xlsx", ["AAAPW01", "BBBMA01"], "Ines"),
    ]
    assert [one["file"] for one in run("products", written, "list", "--of", "AAAPW01", "--json").json["products"]] == [
        "both.csv", "r.md", "m.xlsx"
    ]  # fmt: skip
    shown = run("products", written).out
    assert "r.md" in shown
    assert "AAAPW01, BBBMA01" in shown
    which = listed[1]["id"][-12:]
    run("products", written, "note", which, "sent to the journal")
    assert run("products", written, "--json").json["products"][1]["note"] == "sent to the journal"
    run("products", written, "remove", which)
    assert [one["file"] for one in run("products", written, "--json").json["products"]] == [
        "both.csv",
        "ben.tsv",
        "m.xlsx",
    ]


def test_the_same_product_again_is_the_same_and_on_record_once(written: Path, run: Run, tmp_path: Path) -> None:
    args = ("report", written, "--part", "quotations", "--part", "methods", "--json", "-o")
    before = run("info", written, "--json").json["version"]
    first = run(*args, tmp_path / "r.md")
    made = (tmp_path / "r.md").read_bytes()
    assert first.json["version"] == before
    after = run("info", written, "--json").json["version"]
    assert after != before
    again = run(*args, tmp_path / "r.md")
    assert again.json == first.json
    assert (tmp_path / "r.md").read_bytes() == made
    assert run("info", written, "--json").json["version"] == after
    # Another format of the same moment says the same version, and so does one made on the way.
    other = run(*args, tmp_path / "r.html")
    assert other.json["version"] == before
    versions = {one["file"]: one["version"] for one in run("products", written, "--json").json["products"]}
    assert versions == {"r.md": before, "r.html": before}
    # After any act it is a new product.
    run("codebook", written, "add", "trust")
    now = run("info", written, "--json").json["version"]
    assert run(*args, tmp_path / "r.md").json["version"] == now
    assert len(run("products", written, "--json").json["products"]) == 3


def test_what_is_not_put_on_record_says_so_or_was_asked_for(written: Path, run: Run, tmp_path: Path) -> None:
    args = ("export", written, "codings", "-o", tmp_path / "c.csv")
    version = run("info", written, "--json").json["version"]
    entry = run("log", written, "--json").json["entries"][-1]["id"]
    assert "On record" not in run(*args, "--no-record").err
    assert "On record" not in run("at", written, entry, *args[:1], *args[2:]).err
    assert (tmp_path / "c.csv").is_file()
    assert run("info", written, "--json").json["version"] == version
    run("members", written, "add", "Tariq", "--permission", "reader")
    version = run("info", written, "--json").json["version"]
    (tmp_path / "c.csv").unlink()
    done = run(*args)
    assert "Not put on record: Who is acting?" in done.err
    assert (tmp_path / "c.csv").is_file()
    assert run("info", written, "--json").json["version"] == version
    assert "On record" in run(*args, "--as", "Tariq").err
    assert run("products", written, "--json").json["products"][0]["member"] == "Tariq"


def test_where_it_cannot_be_put_on_record_one_line_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    missing = tmp_path / "gone" / "peers.crosscase"
    put_on_record(Target(str(missing), missing), "export", tmp_path / "c.csv", "0", [])
    (said,) = capsys.readouterr().err.splitlines()
    assert said.startswith("Not put on record: ")


def test_of_the_study_as_it_was_words_are_withheld_that_were_refused_since(
    written: Path, run: Run, tmp_path: Path
) -> None:
    entry = run("log", written, "--json").json["entries"][-1]["id"]
    run("consent", written, "set", "AAAPW01", "--verbatim", "no")
    run("at", written, entry, "export", "codings", "-o", tmp_path / "c.csv")
    assert not runs_of_anna(words_in(tmp_path / "c.csv"))
    assert BEN in words_in(tmp_path / "c.csv")


def test_consent_is_written_down_and_listed(coded: Path, run: Run) -> None:
    shown = run("consent", coded).out
    assert "Not recorded whether they may be quoted: 3 of 3 participants." in shown
    run("consent", coded, "set", "--case", "BBB", "--verbatim", "yes", "--until", "31 December 2020")
    run("consent", coded, "set", "AAAPW01", "--machine", "no", "--note", "asked by telephone")
    listed = {one["participant"]: one for one in run("consent", coded, "--json").json["consents"]}
    assert listed["BBBMA01"]["verbatim"] == "yes"
    assert listed["BBBMA01"]["ended"] is True
    assert listed["BBBMA01"]["refusal"] == "the consent of BBBMA01 ended on 2020-12-31"
    assert listed["AAAPW01"]["verbatim"] == "not asked"
    assert listed["AAAPW01"]["machine"] == "no"
    assert listed["AAAPW01"]["note"] == "asked by telephone"
    missing = run("consent", coded, "list", "--missing", "--json").json["consents"]
    assert [one["participant"] for one in missing] == ["AAAPW01"]
    refused = run("consent", coded, "list", "--refused", "--json").json["consents"]
    assert [one["participant"] for one in refused] == ["BBBMA01", "BBBPW01"]
    run("consent", coded, "set", "--all", "--until", "")
    assert run("consent", coded, "list", "--refused", "--json").json["consents"] == []
    run("consent", coded, "forget", "AAAPW01")
    assert run("consent", coded, "--json").json["consents"][0]["recorded"] is False
    assert "It is so already" in run("consent", coded, "forget", "AAAPW01").out


def test_a_table_of_consents_is_taken_whole(coded: Path, run: Run, tmp_path: Path) -> None:
    table = tmp_path / "consents.csv"
    table.write_text(
        "Participant ID;Consent to be quoted;AI;Archiving;End date;Remark;Shoe size\n"
        "AAAPW01;no;n/a;;;;41\n"
        "BBBMA01;Ja;yes;no;3 March 2127;by letter;\n"
        "BBBPW01;;;;;;\n",
        "utf-8",
    )
    dry = run("consent", coded, "import", table, "--dry-run", "--json").json
    assert dry == {"would_change": 2, "rows": 3, "left": ["Shoe size"]}
    done = run("consent", coded, "import", table)
    assert "Written down for 2 participants" in done.out
    assert "Not taken: 'Shoe size'" in done.err
    listed = {one["participant"]: one for one in run("consent", coded, "--json").json["consents"]}
    assert (listed["AAAPW01"]["verbatim"], listed["AAAPW01"]["machine"]) == ("no", "not asked")
    assert {name: listed["BBBMA01"][name] for name in ("verbatim", "machine", "archive", "until", "note")} == {
        "verbatim": "yes", "machine": "yes", "archive": "no", "until": "2127-03-03", "note": "by letter"
    }  # fmt: skip
    assert listed["BBBPW01"]["recorded"] is False


def test_a_table_of_participants_may_say_what_they_agreed_to(coded: Path, run: Run, tmp_path: Path) -> None:
    table = tmp_path / "participants.csv"
    table.write_text(
        "participant,case,role,consent to quotation,Consent_AI,consent until,consent\n"
        "BBBMA01,BBB,manager,no,,,signed\n"
        "BBBPW02,BBB,peer worker,yes,no,2127-01-31,signed\n",
        "utf-8",
    )
    done = run("add", coded, "participants", table)
    assert "2 consents" in done.out
    listed = {one["participant"]: one for one in run("consent", coded, "--json").json["consents"]}
    assert (listed["BBBMA01"]["verbatim"], listed["BBBMA01"]["until"]) == ("no", "")
    assert {name: listed["BBBPW02"][name] for name in ("verbatim", "machine", "until")} == {
        "verbatim": "yes", "machine": "no", "until": "2127-01-31"
    }  # fmt: skip
    table.write_text("participant,case,consent to quotation\nBBBMA01,BBB,perhaps\n", "utf-8")
    assert "'perhaps' is neither yes nor no" in run("add", coded, "participants", table, status=1).err
    assert run("consent", coded, "list", "--refused", "--json").json["consents"][0]["participant"] == "BBBMA01"


@pytest.mark.parametrize(
    ("table", "says"),
    [
        ("participant,verbatim\nAAAPW01,no\nCCCPW09,yes\n", "row 3: there is no participant 'CCCPW09'"),
        ("participant,verbatim\nAAAPW01,no\nBBBMA01,perhaps\n", "row 3: 'perhaps' is neither yes nor no (verbatim)"),
        ("participant,until\nAAAPW01,3/4/2027\n", "row 2: '3/4/2027' is no day"),
        ("participant,verbatim\nAAAPW01,no\naaapw01,yes\n", "row 3: aaapw01 stands there twice"),
        ("who,verbatim\nAAAPW01,no\n", "no column names the participants"),
        ("participant,consent\nAAAPW01,yes\n", "no column says what was agreed to"),
        ("participant,verbatim\n,no\n", "there is no participant"),
    ],
)
def test_a_table_with_something_wrong_is_not_taken_at_all(
    table: str, says: str, coded: Path, run: Run, tmp_path: Path
) -> None:
    (tmp_path / "consents.csv").write_text(table, "utf-8")
    done = run("consent", coded, "import", tmp_path / "consents.csv", status=1)
    assert says in done.err
    assert not any(one["recorded"] for one in run("consent", coded, "--json").json["consents"])


@pytest.mark.parametrize(
    ("args", "status", "says"),
    [
        (("set", "AAAPW01"), 2, "Say what they agreed to"),
        (("set", "--verbatim", "no"), 2, "Say whose"),
        (("set", "AAAPW01", "--verbatim", "maybe"), 2, "'maybe' is not one of"),
        (("set", "AAAPW01", "--until", "soon"), 1, "'soon' is no day on which a consent can end"),
        (("set", "AAAPW09", "--verbatim", "no"), 1, "There is no participant 'AAAPW09'"),
        (("import", "nothing.csv"), 2, "does not exist"),
        (("forget",), 2, "Say whose"),
    ],
)
def test_wrong_use_is_told(args: tuple[str, ...], status: int, says: str, coded: Path, run: Run) -> None:
    assert says in run("consent", coded, *args, status=status).err


def test_who_only_codes_cannot_say_what_others_agreed_to(coded: Path, run: Run) -> None:
    run("members", coded, "add", "Tariq", "--permission", "coder")
    assert "may not" in run("consent", coded, "set", "AAAPW01", "--verbatim", "yes", "--as", "Tariq", status=1).err
