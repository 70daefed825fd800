"""All commands in one table: what `crosscase --help` prints, and where each of them is found.

Read without importing any command, so that help answers at once. A test compares each summary with the first
sentence of the command's own help.
"""

from __future__ import annotations

from typing import NamedTuple


class Listed(NamedTuple):
    """A command: its name, `module:object` under `crosscase.cli`, its summary, and whether it only reads a study."""

    name: str
    place: str
    summary: str
    reads: bool = False


SECTIONS: tuple[tuple[str, tuple[Listed, ...]], ...] = (
    (
        "Begin",
        (
            Listed("demo", "begin:demo", "Write the demonstration study."),
            Listed("new", "begin:new", "Make a new study."),
            Listed("open", "workbench:open_", "Open the workbench in the browser."),
            Listed("settings", "begin:settings", "Show or change what the study is about."),
            Listed("members", "members:members", "List the members and say what they may do."),
            Listed("add", "add:add", "Add cases, participants, the frame, members, attributes or roles."),
            Listed(
                "import",
                "imports:import_",
                "Take in transcripts, documents, study tables and projects of other programs.",
            ),
            Listed(
                "sources",
                "sources:sources",
                "List, read and assign transcripts and documents, and replace words in them.",
            ),
            Listed("edit", "edit:edit", "Correct the text of a source."),
            Listed("sets", "sets:sets", "Put sources, participants or codes into named sets."),
            Listed(
                "instrument",
                "instrument:instrument",
                "Write down what is asked: guides, questionnaires, questions and topics.",
            ),
            Listed(
                "answers",
                "answer_tables:answers",
                "Take in what participants answered to a questionnaire, and compare it.",
            ),
            Listed(
                "interview",
                "interview:interview",
                "List the meetings that were held, and write down what is known of them.",
            ),
            Listed("turns", "turns:turns", "Say which questions turns ask, and where somebody declined."),
            Listed("speakers", "speakers:speakers", "List the labels in transcripts and say whose voices they are."),
        ),
    ),
    (
        "Read and code",
        (
            Listed("read", "read:read", "Say who reads what, and what has been read."),
            Listed("mark", "coding:mark", "Mark a passage that strikes you."),
            Listed("code", "coding:code", "Code a passage, or list, change and remove codings."),
            Listed("autocode", "autocode:autocode", "Code every place where something is said."),
            Listed("accept", "autocode:accept", "Accept codings that a rule made."),
            Listed("codebook", "code_topics:codebook", "Work on the codes and their definitions."),
            Listed("bench", "bench_relations:bench", "Compare, and decide what comes of it."),
            Listed("theme", "theme_sign:theme", "Work on themes, their evidence and where they come from."),
            Listed("agree", "agree:agree", "See how far coders agree, where they differ, and decide about it."),
            Listed("discuss", "discuss:discuss", "Discuss, and keep dissent."),
            Listed("framework", "charting:framework", "Chart who says what on a theme, in your own words."),
            Listed("qca", "qca_sets:qca", "Ask which combinations of conditions go with an outcome (QCA)."),
            Listed("memo", "memo:memo", "Write and read memos."),
        ),
    ),
    (
        "Find and compare",
        (
            Listed("frame", "frame:frame", "Compare the sample with the frame that was planned."),
            Listed("find", "find:find", "Find what was said, or what was coded.", reads=True),
            Listed("matrix", "compare:matrix", "Cross codes or themes with cases, roles or attributes.", reads=True),
            Listed("overlap", "compare:overlap", "Show which codes lie on the same words.", reads=True),
            Listed("exposure", "compare:exposure", "Show who was asked about what, and what came of it.", reads=True),
            Listed("emerged", "emerged:emerged", "Show what people said before anybody asked about it.", reads=True),
            Listed(
                "saturation",
                "saturation:saturation",
                "Show how much interviews still brought, in the order held and in others.",
                reads=True,
            ),
            Listed("words", "words:words", "Count words, or show one in its contexts.", reads=True),
            Listed("analyses", "theme_sign:analyses", "Show the analyses side by side.", reads=True),
            Listed("pairs", "standing_against:pairs", "Set every two cases side by side, and write each pair up."),
            Listed(
                "rivals",
                "standing_against:rivals",
                "Write down other explanations of a finding, and what became of them.",
            ),
            Listed(
                "replication",
                "standing_against:replication",
                "Say what a theme lets expect of each case, and what was found there.",
            ),
            Listed("compare", "compare:compare", "Set two cases, groups or codes side by side.", reads=True),
            Listed(
                "contrast",
                "contrast:contrast",
                "Contrast groups of cases or people, and see whether each difference holds.",
                reads=True,
            ),
            Listed(
                "meta",
                "displays:meta",
                "Set cases side by side in an order: what they are, and what was said there.",
                reads=True,
            ),
            Listed("alike", "displays:alike", "Show how alike cases are in what was said there.", reads=True),
            Listed(
                "negatives",
                "negatives:negatives",
                "Look for what may speak against themes and codes, and say what became of it.",
            ),
        ),
    ),
    (
        "Report",
        (
            Listed(
                "claims",
                "claims:claims",
                "Write the findings down as sentences that are checked, and see how they stand.",
            ),
            Listed(
                "draft",
                "draft:draft",
                "Write the findings in the study, with quotations, counts and tables as they are now.",
            ),
            Listed("tables", "tables:tables", "Print Table 1, 2 or 3, or the frame.", reads=True),
            Listed("report", "tables:report", "Write the report.", reads=True),
            Listed(
                "export",
                "exporting:export",
                "Write the study for another program, or its codings, codebook or a matrix as a table.",
                reads=True,
            ),
            Listed("formats", "exporting:formats", "List the formats that come in and go out."),
            Listed(
                "quotations",
                "quotations:quotations",
                "Keep quotations as they are printed, and find where printed words stand.",
            ),
            Listed(
                "audit-manuscript",
                "manuscript:audit_manuscript",
                "Check a manuscript against the sample, the transcripts and the claims behind it.",
            ),
            Listed(
                "guidelines",
                "guidelines:guidelines",
                "See what reporting guidelines ask for, and answer it while it can still be answered.",
            ),
            Listed("consent", "consent:consent", "Write down what participants agreed to."),
            Listed(
                "given",
                "standing_against:given",
                "Write down what participants were given to read, what they said and what was changed for it.",
            ),
            Listed(
                "products",
                "products:products",
                "List reports and files that were made of the study, and whose words are in them.",
            ),
        ),
    ),
    (
        "Work together",
        (
            Listed("copy", "copying:copy", "Make a copy of the study for a colleague, or for a reader."),
            Listed("merge", "copying:merge", "Bring copies of a study together."),
            Listed(
                "conflicts", "conflicts:conflicts", "List what stands against each other after a merge, and settle it."
            ),
        ),
    ),
    (
        "Look after the study",
        (
            Listed("info", "overview:info", "Say what is in the study.", reads=True),
            Listed("check", "overview:check", "Look for what is missing or does not fit.", reads=True),
            Listed("log", "history:log", "List what was done, by whom, and why.", reads=True),
            Listed("undo", "undo:undo", "Undo an act."),
            Listed("redo", "undo:redo", "Bring back what you undid last."),
            Listed("at", "history:at", "Run a command on the study as it was."),
            Listed("diff", "difference:diff", "Show what changed between two points.", reads=True),
            Listed("audit", "audit:audit", "Write the audit trail as a folder.", reads=True),
            Listed("erase", "erase:erase", "Take a participant's words out of the study for good."),
            Listed("redact", "erase:redact", "Take a passage out of a source for good."),
            Listed(
                "pseudonyms",
                "pseudonyms:pseudonyms",
                "Keep real names in a register apart, and put pseudonyms in their place.",
            ),
            Listed("tasks", "erase:tasks", "List the work that is due, and say what is done."),
            Listed("verify", "verify:verify", "Check that the study file is whole.", reads=True),
            Listed("rescue", "rescue:rescue", "Save all that can be read of a damaged study in a new one."),
            Listed("sign", "signing:sign", "Sign what you did, so that others can check that it was you."),
            Listed("backup", "backups:backup", "Make a backup of the study now.", reads=True),
            Listed("backups", "backups:backups", "List the backups of the study, or say where they go."),
            Listed("restore", "backups:restore", "Put a backup in the place of the study."),
            Listed("encrypt", "encryption:encrypt", "Encrypt a study with a passphrase."),
            Listed("decrypt", "encryption:decrypt", "Take the encryption off a study."),
            Listed("change-passphrase", "encryption:change_passphrase", "Give an encrypted study another passphrase."),
            Listed("keyring", "encryption:keyring", "Let the system keyring open an encrypted study."),
        ),
    ),
)

COMMANDS: dict[str, Listed] = {listed.name: listed for _, section in SECTIONS for listed in section}
