"""Who gets in, and what they can do from elsewhere. A real server answers: its sockets and headers count."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from crosscase.server.safety import HEADER, Doorkeeper
from tests.server.conftest import Served, window_on

Server = Callable[..., Served]


@pytest.fixture
def served(serve: Server, demo: Path) -> Served:
    return serve(demo)


@pytest.fixture
def stranger(served: Served) -> Iterator[httpx.Client]:
    """A browser that was never let in."""
    with httpx.Client(base_url=served.base, trust_env=False) as client:
        yield client


def test_the_start_token_lets_one_browser_in_once_and_is_gone_from_the_address(
    served: Served, stranger: httpx.Client
) -> None:
    came = stranger.get(f"/?token={served.keeper.token}")
    assert (came.status_code, came.headers["location"]) == (303, "/")
    cookie = came.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert served.keeper.token not in cookie
    assert stranger.get("/api/me").json()["member"]["name"] == "Ines"
    # The same browser again (it opens addresses ahead, or the user does): no harm. Another one: refused.
    assert stranger.get(f"/?token={served.keeper.token}").status_code == 303
    with httpx.Client(base_url=served.base, trust_env=False) as other:
        refused = other.get(f"/?token={served.keeper.token}")
        assert refused.status_code == 401
        assert "set-cookie" not in refused.headers
        assert other.get("/api/me").status_code == 401


@pytest.mark.parametrize("token", ["", "x", "ümläut", "a" * 5000])
def test_a_wrong_token_opens_nothing(served: Served, stranger: httpx.Client, token: str) -> None:
    assert stranger.get("/", params={"token": token}).status_code == 401
    assert stranger.get("/api/study").status_code == 401
    assert stranger.get(f"/?token={served.keeper.token}").status_code == 303  # and uses nothing up


def test_without_the_cookie_nothing_is_answered_not_even_what_there_is(stranger: httpx.Client) -> None:
    for path in ("/api/study", "/api/openapi.json", "/api/live", "/api/nothing", "/", "/assets/x.js", "/read/1"):
        found = stranger.get(path)
        assert found.status_code == 401, path
        assert "demo" not in found.text
    assert stranger.get("/", headers={"cookie": "crosscase-1=; ;;=\x7f"}).status_code == 401


def test_only_our_own_names_are_answered(served: Served) -> None:
    client = served.client()
    for host in (f"127.0.0.1:{served.port}", f"localhost:{served.port}", f"LOCALHOST:{served.port}"):
        assert client.get("/api/me", headers={"host": host}).status_code == 200
    for host in (
        "evil.example",
        f"evil.example:{served.port}",
        "127.0.0.1",
        f"127.0.0.1:{served.port + 1}",
        "",
        "localhost",
    ):
        found = client.get("/api/me", headers={"host": host})
        assert found.status_code == 421, host
        assert found.json()["type"] == "not-from-here"


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "https://127.0.0.1:{port}", "http://127.0.0.1:1", ""]
)
def test_what_another_origin_asks_is_refused_reading_and_writing(served: Served, origin: str) -> None:
    client = served.client()
    headers = {"origin": origin.format(port=served.port)}
    before = client.get("/api/study").json()["seq"]
    assert client.get("/api/study", headers=headers).status_code == 403
    assert client.post("/api/acts/code.add", json={"name": "theirs"}, headers=headers).status_code == 403
    assert client.get("/api/study").json()["seq"] == before


def test_a_write_needs_our_origin_and_a_header_that_forms_cannot_send(served: Served) -> None:
    client = served.client()
    act = client.build_request("POST", "/api/acts/code.add", json={"name": "theirs"})
    for missing in ("origin", HEADER):
        bare = httpx.Request(
            act.method, act.url, headers=[(k, v) for k, v in act.headers.items() if k != missing], content=act.content
        )
        assert client.send(bare).status_code == 403, missing
    form = client.build_request("POST", "/api/acts/code.add", data={"name": "theirs"})
    del form.headers[HEADER]
    assert client.send(form).status_code == 403
    assert client.send(act).status_code == 200


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])
def test_no_other_method_gets_round_that(served: Served, method: str) -> None:
    client = served.client()
    del client.headers["origin"]
    assert client.request(method, "/api/me").status_code == 403
    preflight = client.request(
        method, "/api/me", headers={"origin": "http://evil.example", "access-control-request-method": "POST"}
    )
    assert preflight.status_code == 403
    assert not [name for name in preflight.headers if name.startswith("access-control")]


def test_a_page_at_another_port_of_this_machine_is_told_nothing(served: Served) -> None:
    """It is the same site, so that the browser sends it our cookie; the browser also says that it is not our page."""
    client = served.client()
    del client.headers["origin"]
    for site in ("same-site", "cross-site"):
        assert client.get("/api/study", headers={"sec-fetch-site": site}).status_code == 403
        assert client.get("/api/live", headers={"sec-fetch-site": site}).status_code == 403
    assert client.get("/api/study", headers={"sec-fetch-site": "same-origin"}).status_code == 200
    followed = client.get("/", headers={"sec-fetch-site": "same-site", "sec-fetch-mode": "navigate"})
    assert followed.status_code == 200


def test_every_answer_forbids_what_pages_do_not_need(served: Served, stranger: httpx.Client) -> None:
    inside = served.client()
    answers = [
        stranger.get("/"), inside.get("/"), inside.get("/api/me"), inside.get("/api/nothing"),
        inside.get("/api/me", headers={"host": "evil.example"}),
    ]  # fmt: skip
    for found in answers:
        policy = dict(part.split(" ", 1) for part in found.headers["content-security-policy"].split("; "))
        assert policy["default-src"] == policy["script-src"] == policy["connect-src"] == "'self'"
        assert policy["frame-ancestors"] == policy["object-src"] == policy["base-uri"] == "'none'"
        assert "unsafe-eval" not in str(policy)
        assert "unsafe-inline" not in policy["style-src-elem"]
        assert found.headers["x-content-type-options"] == "nosniff"
        assert found.headers["referrer-policy"] == "no-referrer"
        assert found.headers["cache-control"] == "no-store"
        assert "server" not in found.headers


def test_it_listens_on_this_machine_alone(served: Served) -> None:
    assert served.listener.getsockname()[0] == "127.0.0.1"
    others = {found[4][0] for found in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)} - {"127.0.0.1"}
    for address in others:
        with pytest.raises(OSError, match=r".*"), socket.create_connection((str(address), served.port), timeout=2):
            pass


def test_small_answers_are_sent_at_once(served: Served) -> None:
    """Not before the last of several is acknowledged, which takes 40 ms on Linux; asyncio looks at the protocol."""
    assert served.listener.proto == socket.IPPROTO_TCP


def test_cookies_of_two_workbenches_do_not_meet() -> None:
    assert Doorkeeper(1).cookie != Doorkeeper(2).cookie


def test_what_is_sent_is_bounded(served: Served) -> None:
    found = served.client().post("/api/acts/code.add", content=b'{"name":"' + b"x" * (5 << 20) + b'"}')
    assert found.status_code == 413
    assert found.json()["type"] == "too-large"


def test_long_answers_are_compressed(served: Served) -> None:
    found = served.client().get("/api/sources", headers={"accept-encoding": "gzip"})
    assert found.headers["content-encoding"] == "gzip"
    assert len(found.json()) == 42


def test_serving_connects_to_nothing(demo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, lambda _self, *where: asked.append(where))
    monkeypatch.setattr(socket, "getaddrinfo", lambda *where, **_rest: asked.append(where))
    with window_on(demo, "Ines") as window:
        line = window.get("/sources")[0]
        window.get(f"/sources/{line['id']}")
        window.act("code.add", name="new")
        window.get("/openapi.json")
    assert asked == []


def test_a_session_may_be_another_members(demo: Path) -> None:
    with window_on(demo) as window:  # nobody was named, and there are three
        assert window.get("/me") == {"member": None, "may": ["read"]}
        assert window.act("code.add", name="nobody's", status=403)["type"] == "no-member"
        window.put("/me", {"member": "Tom"})
        done = window.act("code.add", name="Tom's")
        tom = window.get("/me")["member"]["id"]
        assert window.get("/study")["me"]["member"]["id"] == tom
        assert done["entry"]
        assert window.put("/me", {"member": "Nobody"}, status=404)["type"] == "not-found"


def test_the_page_has_the_nonce_of_its_answer_and_assets_are_kept_for_ever(demo: Path, tmp_path: Path) -> None:
    built = tmp_path / "static"
    (built / "assets").mkdir(parents=True)
    (built / "index.html").write_text('<!doctype html><meta property="csp-nonce" nonce="{{csp-nonce}}">', "utf-8")
    (built / "assets" / "main-1a2b.js").write_text("let x = 1;", "utf-8")
    (built / "assets" / "worker-1a2b.mjs").write_text("let x = 1;", "utf-8")
    (tmp_path / "secret.txt").write_text("not yours", "utf-8")
    with window_on(demo, "Ines", client=built) as window:
        page = window.client.get("/read/a-source")
        nonce = page.text.split('nonce="')[1].split('"')[0]
        assert len(nonce) > 16
        assert f"'nonce-{nonce}'" in page.headers["content-security-policy"]
        assert page.headers["cache-control"] == "no-store"
        assert window.client.get("/").text != page.text  # another nonce
        asset = window.client.get("/assets/main-1a2b.js")
        assert "immutable" in asset.headers["cache-control"]
        assert window.client.get("/assets/worker-1a2b.mjs").headers["content-type"].startswith("text/javascript")
        for path in ("/assets/none.js", "/../secret.txt", "/%2e%2e/secret.txt", "/assets/..%2f..%2fsecret.txt"):
            assert window.client.get(path).status_code == 404, path


def test_without_a_built_client_the_page_says_how_to_build_it(demo: Path, tmp_path: Path) -> None:
    with window_on(demo, "Ines", client=tmp_path / "nothing") as window:
        page = window.client.get("/")
        assert page.status_code == 200
        assert "make web" in page.text
