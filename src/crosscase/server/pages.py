"""The built client, as files: the page for every address of the workbench, and its assets.

The files are listed once when the server starts, so that only what was built can be asked for. Assets carry a digest in
their names and are kept by browsers for ever; the page itself is asked for anew each time. Where nothing was built the
page says which command builds it, because the server is of use to programs without it.
"""

from __future__ import annotations

import mimetypes
from pathlib import Path
from typing import Any

from litestar import Request, Response, get
from litestar.exceptions import NotFoundException

from crosscase.server.safety import NONCE, page

BUILT = Path(__file__).parent.parent / "static"
FOR_EVER = "public, max-age=31536000, immutable"

_TYPES = {
    ".js": "text/javascript", ".mjs": "text/javascript", ".css": "text/css", ".json": "application/json",
    ".svg": "image/svg+xml", ".woff2": "font/woff2", ".wasm": "application/wasm", ".map": "application/json",
}  # fmt: skip


class Client:
    """The files of the built client."""

    def __init__(self, folder: Path = BUILT) -> None:
        self.files = {
            path.relative_to(folder).as_posix(): path
            for path in (folder.rglob("*") if folder.is_dir() else ())
            if path.is_file() and not path.name.startswith(".")
        }

    def answer(self, path: str, nonce: str) -> Response[bytes]:
        """A file of the client; for an address within the workbench, its page."""
        found = self.files.get(path.strip("/"))
        if found is not None and found.name != "index.html":
            kind = _TYPES.get(found.suffix) or mimetypes.guess_type(found.name)[0] or "application/octet-stream"
            kept = FOR_EVER if path.strip("/").startswith("assets/") else "no-cache"
            return Response(found.read_bytes(), media_type=kind, headers={"cache-control": kept})
        if "." in path.rpartition("/")[2]:
            raise NotFoundException("There is no such file.")
        return Response(self._page(nonce), media_type="text/html", headers={"cache-control": "no-store"})

    def _page(self, nonce: str) -> bytes:
        built = self.files.get("index.html")
        if built is None:
            return page(
                "The workbench is not built",
                "The server runs, and its answers are under /api. The pages of the workbench are built with: make web",
            ).encode()
        return built.read_bytes().replace(NONCE.encode(), nonce.encode())


@get(["/", "/{path:path}"], include_in_schema=False)
async def get_page(request: Request[Any, Any, Any]) -> Response[bytes]:
    """The page of the workbench, or one of its files."""
    client: Client = request.app.state.client
    return client.answer(request.scope["path"], request.scope["state"]["nonce"])
