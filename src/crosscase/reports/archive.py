"""Zip files whose bytes depend on nothing but what is in them.

docx and odt are zip files. Times, the order of the parts and the program that packed them would differ from run to
run and machine to machine; here they are always the same. The first part stays first and an odt's `mimetype` is stored,
as the formats demand.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Final

_NO_TIME: Final = (1980, 1, 1, 0, 0, 0)


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """The parts as a zip file, in their order."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, _NO_TIME)
            info.create_system = 3
            info.external_attr = 0o644 << 16
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(info, content.encode() if isinstance(content, str) else content)
    return held.getvalue()


def unzipped(data: bytes) -> dict[str, bytes]:
    """The parts of a zip file that pandoc made, in its order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {info.filename: archive.read(info) for info in archive.infolist() if not info.is_dir()}
