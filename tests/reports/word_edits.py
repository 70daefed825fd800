"""What Word writes into a file that somebody edits with tracked changes on, for tests that take it in again."""

from __future__ import annotations

import re
from pathlib import Path
from xml.sax.saxutils import escape

from crosscase.reports.archive import unzipped, zipped

_RUN = re.compile(r"<w:r>(?P<look><w:rPr>.*?</w:rPr>)?<w:t(?: xml:space=\"preserve\")?>(?P<text>[^<]*)</w:t></w:r>")
WHEN = "2026-05-03T10:00:00Z"


class WordFile:
    """A docx that is edited as Word would."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._parts = unzipped(path.read_bytes())
        self.body = self._parts["word/document.xml"].decode()
        self._number = 9000

    def save(self) -> Path:
        """Write it beside the one that was read."""
        target = self._path.with_name(f"{self._path.stem}-edited.docx")
        self._parts["word/document.xml"] = self.body.encode()
        target.write_bytes(zipped(self._parts))
        return target

    def change(self, old: str, new: str, by: str, *, after: str = "") -> None:
        """Replace words in one run by others, tracked; an empty `new` takes them out, an empty `old` puts words in."""
        found = self._run(old or after)
        at = found["text"].index(escape(old or after)) + (0 if old else len(escape(after)))
        before, rest = found["text"][:at], found["text"][at + len(escape(old)) :]
        look = found["look"] or ""
        gone = f'<w:r>{look}<w:delText xml:space="preserve">{escape(old)}</w:delText></w:r>'
        pieces = [
            self.run(before, look), self._mark("del", gone, by) if old else "",
            self._mark("ins", self.run(escape(new), look), by) if new else "", self.run(rest, look),
        ]  # fmt: skip
        self.body = self.body[: found.start()] + "".join(pieces) + self.body[found.end() :]

    def untracked(self, old: str, new: str) -> None:
        """Replace words and leave no trace."""
        assert escape(old) in self.body
        self.body = self.body.replace(escape(old), escape(new), 1)

    def new_paragraph(self, words: str, by: str, *, after: str) -> None:
        """Put a paragraph in after the one that holds these words, as Word does when return is typed at its end."""
        start, end = self._paragraph(after)
        paragraph = self.body[start:end]
        broken = self._mark("ins", "", by)
        if "<w:pPr>" in paragraph:
            head = paragraph.replace("</w:pPr>", f"<w:rPr>{broken}</w:rPr></w:pPr>", 1)
        else:
            head = paragraph.replace("<w:p>", f"<w:p><w:pPr><w:rPr>{broken}</w:rPr></w:pPr>", 1)
        fresh = f"<w:p>{self._mark('ins', self.run(escape(words), ''), by)}</w:p>"
        self.body = self.body[:start] + head + fresh + self.body[end:]

    def take_out_paragraph(self, holding: str, by: str) -> None:
        """Take a whole paragraph out, tracked."""
        start, end = self._paragraph(holding)
        paragraph = self.body[start:end]

        def gone(run: re.Match[str]) -> str:
            words = f'<w:r>{run["look"] or ""}<w:delText xml:space="preserve">{run["text"]}</w:delText></w:r>'
            return self._mark("del", words, by)

        self.body = self.body[:start] + _RUN.sub(gone, paragraph) + self.body[end:]

    def comment(self, words: str, by: str, *, on: str) -> None:
        """Put a comment on words of one run."""
        found = self._run(on)
        at = found["text"].index(escape(on))
        look = found["look"] or ""
        number = self._next()
        pieces = [
            self.run(found["text"][:at], look), f'<w:commentRangeStart w:id="{number}"/>', self.run(escape(on), look),
            f'<w:commentRangeEnd w:id="{number}"/><w:r><w:commentReference w:id="{number}"/></w:r>',
            self.run(found["text"][at + len(escape(on)) :], look),
        ]  # fmt: skip
        self.body = self.body[: found.start()] + "".join(pieces) + self.body[found.end() :]
        written = (
            f'<w:comment w:id="{number}" w:author="{by}" w:date="{WHEN}"><w:p><w:r><w:t>{escape(words)}</w:t></w:r>'
            "</w:p></w:comment></w:comments>"
        )
        name = "word/comments.xml"
        part = self._parts[name].decode()
        part = re.sub(r"(<w:comments[^>]*)/>", r"\1></w:comments>", part)
        self._parts[name] = part.replace("</w:comments>", written).encode()

    def run(self, text: str, look: str) -> str:
        """A run of words that are escaped already."""
        return f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""

    def _mark(self, kind: str, inside: str, by: str) -> str:
        about = f'w:id="{self._next()}" w:author="{by}" w:date="{WHEN}"'
        return f"<w:{kind} {about}>{inside}</w:{kind}>" if inside else f"<w:{kind} {about}/>"

    def _run(self, holding: str) -> re.Match[str]:
        found = next((one for one in _RUN.finditer(self.body) if escape(holding) in one["text"]), None)
        assert found is not None, f"{holding!r} stands in no run"
        return found

    def _paragraph(self, holding: str) -> tuple[int, int]:
        at = self.body.index(escape(holding))
        return self.body.rindex("<w:p>", 0, at), self.body.index("</w:p>", at) + len("</w:p>")

    def _next(self) -> int:
        self._number += 1
        return self._number
