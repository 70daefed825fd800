r"""WebAnno TSV 3 (3.1 to 3.3), as WebAnno and INCEpTION save it.

Format as in the appendix *WebAnno TSV 3.3 File format* of INCEpTION's user guide: the head declares layers and their
features, sentences stand in `#Text=` lines, and each token or part of one has a row. Annotations of span layers become
codings: the layer is a code, the value of its first feature one below it, other features stand in the comment.
Relations, chains and the targets of slots are counted and listed.

In INCEpTION's export a document is a folder with a file for each annotator: then the folder names the document and the
file the member. A folder is taken for one when it is called as a document is (`diary.txt`), or when another TSV in it
has the same text.

What a careful reader would get wrong: offsets count UTF-16 units, and values may hold every sign of the format behind a
backslash.
"""

from __future__ import annotations

import re
from pathlib import Path, PurePath
from typing import Final

import msgspec

from crosscase.importers.annotations.gathered import Gathered
from crosscase.importers.encoding import read_text
from crosscase.importers.errors import UnreadableError
from crosscase.importers.guard import MOST_TEXT_BYTES
from crosscase.importers.options import DEFAULT, Options
from crosscase.model.bundle import Bundle

SUFFIXES: tuple[str, ...] = (".tsv",)
_FORMAT: Final = re.compile(r"#FORMAT=WebAnno TSV (\d)")
_TOKEN: Final = re.compile(r"(\d+-\d+(?:\.\d+)?)\t(\d{1,12})-(\d{1,12})\t")
_STACK: Final = re.compile(r"(?<!\\)\|")
_MANY: Final = re.compile(r"(?<!\\)\[(\d+)\]$")
_ESCAPED: Final = re.compile(r"\\(.)", re.DOTALL)
_NOTHING: Final = frozenset({"_", "*", "", "*;*"})
_BESIDE: Final = 50
"""Files of a folder that are looked at for the same text."""
_SIGNS: Final = {"n": "\n", "t": "\t", "r": "\r"}
_DOCUMENTS: Final = frozenset({".txt", ".tsv", ".xmi", ".xml", ".pdf", ".html", ".htm", ".docx", ".conll", ".json"})


class OlderTsvError(UnreadableError):
    """TSV 1 or 2."""

    code = "older-tsv"

    def __init__(self) -> None:
        super().__init__("This is an older TSV of WebAnno, without offsets. Export it again as WebAnno TSV 3.")


class _Layer(msgspec.Struct):
    name: str
    kind: str
    features: list[str]
    column: int

    @property
    def plain(self) -> list[int]:
        """The features that are no slots: a slot has two columns, its roles and what fills them."""
        slots = {at + more for at, name in enumerate(self.features) if name.startswith("ROLE_") for more in (0, 1)}
        return [at for at in range(len(self.features)) if at not in slots]


class _Annotation(msgspec.Struct):
    layer: _Layer
    at: str
    start: int
    end: int
    values: list[str]


def identify(path: Path, head: bytes) -> bool:
    """Whether the first line says that it is WebAnno TSV."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    older = start.startswith(b"#id=") and b"#text=" in start[:2000]
    return path.suffix.lower() == ".tsv" and (start.startswith(b"#FORMAT=WebAnno TSV") or older)


def read(path: Path, options: Options = DEFAULT) -> Bundle:
    """One document with the annotations of one person.

    Raises:
        UnreadableError: it is no WebAnno TSV 3, or holds no words.
    """
    lines = read_text(path, encoding=options.encoding).text.split("\n")
    version = _FORMAT.match(lines[0])
    if version is None or version[1] != "3":
        raise OlderTsvError
    inside = PurePath(path.parent.name).suffix.lower() in _DOCUMENTS or _annotators(path, lines)
    key, member = (path.parent.name, path.stem) if inside else (path.stem, "")
    gathered = Gathered(path, options)
    stored = gathered.text(key, _text(lines), original=None if inside else path)
    layers = _layers(lines)
    for layer in layers:
        if layer.kind != "SP":
            what = "relation" if layer.kind == "RL" else "chain link"
            number = sum(
                1 for line in lines if _TOKEN.match(line) and (line.split("\t")[3:] + ["_"] * 99)[layer.column] != "_"
            )
            if number:
                gathered.leave(f"{what} ({layer.name})", "Only spans have a place in a study.", number)
    for one in _annotations(lines, [layer for layer in layers if layer.kind == "SP"]):
        start, end = stored.from_units(one.start, one.end)
        plain = one.layer.plain
        slots = sum(value not in _NOTHING for at, value in enumerate(one.values) if at not in plain)
        if slots:
            gathered.leave(f"slot ({one.layer.name})", "What fills the slots of an annotation is not kept.", slots)
        values = [(one.layer.features[at], _plain(one.values[at])) for at in plain if one.values[at] not in _NOTHING]
        value = values[0][1] if values and values[0][0] == one.layer.features[plain[0]] else ""
        rest = [f"{feature}: {said}" for feature, said in (values[1:] if value else values)]
        gathered.coding(one.at, key, (one.layer.name, value), start, end, member=member, comment="; ".join(rest))
    by = f", of {member}" if member else ""
    return gathered.bundle(f"Read as WebAnno TSV 3{by}: {', '.join(layer.name for layer in layers) or 'no layers'}.")


def _annotators(path: Path, lines: list[str]) -> bool:
    """Whether a file beside this one has the same text, so that they are two people's and not two documents."""
    text = [line for line in lines if line.startswith("#Text=")]
    beside = (one for one in sorted(path.parent.glob("*.tsv"))[:_BESIDE] if one != path and not one.is_symlink())
    for one in beside:
        try:
            if one.stat().st_size > MOST_TEXT_BYTES:
                continue
            other = read_text(one).text.split("\n")
        except (UnreadableError, OSError):
            continue
        if _FORMAT.match(other[0]) and [line for line in other if line.startswith("#Text=")] == text:
            return bool(text)
    return False


def _text(lines: list[str]) -> str:
    """The text of all sentences, each where its first token says; what lies between is filled with line ends."""
    text: list[str] = []
    length = 0
    said: list[str] = []
    for line in lines:
        if line.startswith("#Text="):
            said.append(_plain(line[6:]))
        elif said and (token := _TOKEN.match(line)):
            # A gap may not be larger than the file: numbers are claims.
            gap = min(max(0, int(token[2]) - length), 10_000)
            sentence = "\n".join(said)
            text += ["\n" * gap, sentence]
            length += gap + len(sentence.encode("utf-16-le", errors="replace")) // 2
            said = []
    return "".join(text)


def _layers(lines: list[str]) -> list[_Layer]:
    """What the head declares, each with the first of its columns."""
    layers: list[_Layer] = []
    column = 0
    for line in lines:
        if line.startswith("#T_") and "=" in line:
            kind, _, rest = line[3:].partition("=")
            name, *features = rest.split("|")
            layers.append(_Layer(name.rpartition(".")[2], kind, features or [""], column))
            column += max(1, len(features))
        elif line.startswith("#Text="):
            break
    return layers


def _annotations(lines: list[str], layers: list[_Layer]) -> list[_Annotation]:
    """Annotations of span layers; rows with one number in brackets belong to one annotation."""
    found: dict[tuple[str, ...], _Annotation] = {}
    for line in lines:
        token = _TOKEN.match(line)
        if token is None:
            continue
        cells = line[token.end() :].split("\t")[1:]
        for layer in layers:
            columns = [_STACK.split(cell) for cell in cells[layer.column : layer.column + len(layer.features)]]
            if not columns or (columns[0] == ["_"] and all(column == ["_"] for column in columns)):
                continue
            for place in range(max(map(len, columns))):
                values = [column[place] if place < len(column) else "_" for column in columns]
                number = next((many[1] for value in values if (many := _MANY.search(value))), "")
                bare = [_MANY.sub("", value) for value in values]
                if all(value == "_" for value in bare):
                    continue
                key = (layer.name, "", number) if number else (layer.name, token[1], str(place))
                known = found.get(key)
                if known is None:
                    at = f"{layer.name} at {token[1]}"
                    found[key] = _Annotation(layer, at, int(token[2]), int(token[3]), bare)
                else:
                    known.start = min(known.start, int(token[2]))
                    known.end = max(known.end, int(token[3]))
    return list(found.values())


def _plain(value: str) -> str:
    """A value without the backslashes."""
    return _ESCAPED.sub(lambda sign: _SIGNS.get(sign[1], sign[1]), value)
