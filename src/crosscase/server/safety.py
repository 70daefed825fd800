"""Keeping others out of a server on one's own machine.

A page on the web cannot read what another origin answers, but it can send requests to 127.0.0.1, and by changing what
its own name points to (DNS rebinding) it can pose as the same origin. So every request has to pass, in this order:

1. the `Host` is 127.0.0.1 or localhost, at our own port;
2. a browser that says who asks (`Sec-Fetch-Site`) says that it is our own page or the user (the start address alone may
   come from elsewhere: it is opened by other programs);
3. the session's cookie is there. It is given once, for the start token in the address that `crosscase open` prints; it
   is HttpOnly and SameSite=Strict, and its name holds the port, because cookies do not tell ports apart;
4. what is not only read comes from our own `Origin` with a header that no form can send (`X-Crosscase`); a script
   elsewhere would need our consent (CORS) for it, which is never given.

Every answer forbids what pages do not need: scripts from elsewhere, frames, guessing of types, referrers.

What a careful reader would get wrong: another program's page at another port of 127.0.0.1 is *the same site* for
SameSite cookies. It is the Origin and `Sec-Fetch-Site` that keep it out.
"""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable, Iterable
from http.cookies import CookieError, SimpleCookie
from typing import Any, TypeAlias
from urllib.parse import parse_qs

import msgspec

from crosscase.server.problems import MEDIA_TYPE, Problem

Message: TypeAlias = Any
Scope: TypeAlias = Any
Receive: TypeAlias = Callable[[], Awaitable[Message]]
Send: TypeAlias = Callable[[Message], Awaitable[None]]
ASGIApp: TypeAlias = Callable[[Scope, Receive, Send], Awaitable[None]]
"""As ASGI has them: plain dictionaries, whatever framework lies behind."""

SAFE_METHODS = frozenset(("GET", "HEAD"))
HEADER = "x-crosscase"
NONCE = "{{csp-nonce}}"
"""Where the built page has this, it is given the nonce of the answer, for styles that libraries put in."""


class Session(msgspec.Struct):
    """One browser that came in with the start token, and the member working there (empty: the user's own)."""

    member: str = ""


class Doorkeeper:
    """The start token, who has come in with it, and at which port.

    Attributes:
        token: the start token; it opens the door once.
        port: the port the server listens on.
    """

    def __init__(self, port: int, *, member: str = "") -> None:
        self.port = port
        self.member = member
        self.token = secrets.token_urlsafe(32)
        self._used = False
        self._sessions: dict[str, Session] = {}

    @property
    def cookie(self) -> str:
        """The name of the session's cookie."""
        return f"crosscase-{self.port}"

    @property
    def address(self) -> str:
        """What the user opens; good for one browser."""
        return f"http://127.0.0.1:{self.port}/?token={self.token}"

    @property
    def hosts(self) -> tuple[str, ...]:
        """By which names we may be called."""
        return (f"127.0.0.1:{self.port}", f"localhost:{self.port}")

    def let_in(self, token: str) -> str | None:
        """The secret of a new session for a start token that is right and was not used before."""
        if self._used or not secrets.compare_digest(token.encode(), self.token.encode()):
            return None
        self._used = True
        return self.begin()

    def begin(self) -> str:
        """The secret of a new session."""
        secret = secrets.token_urlsafe(32)
        self._sessions[secret] = Session(self.member)
        return secret

    def session(self, secret: str) -> Session | None:
        """The session with that secret."""
        return next((one for known, one in self._sessions.items() if secrets.compare_digest(known, secret)), None)

    def forget_members(self) -> None:
        """Another study lies on the desk: who works on it is asked anew."""
        for session in self._sessions.values():
            session.member = ""


class Guarded:
    """The application behind the door."""

    def __init__(self, app: ASGIApp, keeper: Doorkeeper) -> None:
        self.app = app
        self.keeper = keeper

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request pass, or answer why not."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        nonce = secrets.token_urlsafe(16)
        send = _with_headers(send, nonce)
        if scope["type"] != "http":
            return
        headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
        refused = _wrong_host(headers, self.keeper)
        if refused is not None:
            await _answer(send, refused)
            return
        session = self._session_of(headers)
        token = parse_qs(scope["query_string"].decode("latin-1")).get("token", [""])[0]
        if token and scope["path"] == "/" and scope["method"] == "GET":
            await self._enter(send, token, session)
            return
        refused = self._refused(scope, headers, session)
        if refused is not None:
            await _answer(send, refused, html=not scope["path"].startswith("/api"))
            return
        scope["state"] = {**(scope.get("state") or {}), "session": session, "nonce": nonce}
        await self.app(scope, receive, send)

    def _session_of(self, headers: dict[str, str]) -> Session | None:
        try:
            cookies = SimpleCookie(headers.get("cookie", ""))
        except CookieError:
            return None
        found = cookies.get(self.keeper.cookie)
        return self.keeper.session(found.value) if found is not None else None

    def _refused(self, scope: Any, headers: dict[str, str], session: Session | None) -> Problem | None:
        origin = headers.get("origin")
        own = {f"http://{host}" for host in self.keeper.hosts}
        asks = headers.get("sec-fetch-site", "same-origin")
        page = headers.get("sec-fetch-mode") == "navigate" and not scope["path"].startswith("/api")
        if session is None:
            return Problem(
                type="not-signed-in", title="Not signed in", status=401,
                detail="Open the address that crosscase printed when it started; it lets one browser in, once.",
            )  # fmt: skip
        if origin not in {None, *own} or (asks not in {"same-origin", "none"} and not page):
            return _foreign("Another page asked for this, and it is not told anything.")
        if scope["method"] not in SAFE_METHODS and (origin is None or HEADER not in headers):
            return _foreign("Only the workbench itself may change a study.")
        return None

    async def _enter(self, send: Send, token: str, session: Session | None) -> None:
        """Turn the start token into a cookie, and go on without it in the address."""
        headers = [(b"location", b"/"), (b"content-length", b"0"), (b"cache-control", b"no-store")]
        if session is None:
            secret = self.keeper.let_in(token)
            if secret is None:
                used = "This start address was used already, or is of another run. Start crosscase again for a new one."
                await _answer(
                    send, Problem(type="not-signed-in", title="Not signed in", status=401, detail=used), html=True
                )
                return
            cookie = f"{self.keeper.cookie}={secret}; Path=/; HttpOnly; SameSite=Strict"
            headers.append((b"set-cookie", cookie.encode()))
        await send({"type": "http.response.start", "status": 303, "headers": headers})
        await send({"type": "http.response.body", "body": b"", "more_body": False})


def _wrong_host(headers: dict[str, str], keeper: Doorkeeper) -> Problem | None:
    if headers.get("host", "").lower() in keeper.hosts:
        return None
    return _foreign(f"This server answers at {keeper.hosts[0]} only.", status=421)


def _foreign(detail: str, *, status: int = 403) -> Problem:
    return Problem(type="not-from-here", title="Not from here", status=status, detail=detail)


async def _answer(send: Send, problem: Problem, *, html: bool = False) -> None:
    if html:
        body = page(problem.title, problem.detail).encode()
        kind = b"text/html; charset=utf-8"
    else:
        body, kind = msgspec.json.encode(problem), MEDIA_TYPE.encode()
    headers: Iterable[tuple[bytes, bytes]] = [
        (b"content-type", kind), (b"content-length", str(len(body)).encode()), (b"cache-control", b"no-store"),
    ]  # fmt: skip
    await send({"type": "http.response.start", "status": problem.status, "headers": headers})
    await send({"type": "http.response.body", "body": body, "more_body": False})


def page(title: str, *paragraphs: str) -> str:
    """A plain page that needs nothing else."""
    from html import escape

    body = "".join(f"<p>{escape(text)}</p>" for text in paragraphs)
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(title)} · crosscase</title>'
        f'<meta name="viewport" content="width=device-width"></head><body><main><h1>{escape(title)}</h1>{body}</main>'
        "</body></html>"
    )


def content_policy(nonce: str) -> str:
    """What a page of ours may load and run: what we serve, and nothing else.

    Style attributes are allowed because figures (Vega's SVG) are drawn with them; they load nothing.
    """
    return "; ".join(
        (
            "default-src 'self'", "script-src 'self'", f"style-src-elem 'self' 'nonce-{nonce}'",
            "style-src-attr 'unsafe-inline'", "img-src 'self' data: blob:", "media-src 'self' blob:",
            "font-src 'self'", "worker-src 'self'", "connect-src 'self'", "object-src 'none'", "base-uri 'none'",
            "form-action 'none'", "frame-ancestors 'none'", "frame-src 'self' blob:",
        )
    )  # fmt: skip


_ALWAYS: dict[str, str] = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


def _with_headers(send: Send, nonce: str) -> Send:
    always = [(name.encode(), value.encode()) for name, value in _ALWAYS.items()]
    policy = (b"content-security-policy", content_policy(nonce).encode())

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            # What an answer says itself (a report shown in a frame) stands.
            said = {name.lower() for name, _ in message.get("headers", ())}
            own = [*always, policy, (b"cache-control", b"no-store")]
            message["headers"] = [*message.get("headers", ()), *(one for one in own if one[0] not in said)]
        await send(message)

    return sending
