"""Sharing in a room: one address, GET only, the learners' pages and nothing else."""

import http.client
import re
import socket
import subprocess
import sys
import threading

import pytest

from course_lib.frame import read
from course_lib.sessions.leading_data import leading
from course_lib.site import share
from course_lib.site.page_assets import POLICY
from course_lib.site.problems import SiteError

#: A second client in the house: another loopback address, as a phone is another device.
PHONE = "127.0.0.2"
LINK = r'href="([\w./]+\.(?:html|pdf|json|csv))'


@pytest.fixture(scope="module")
def shared(site_folder):
    """Share the whole site, with things beside it that are not for phones."""
    with socket.socket() as probe:
        try:
            probe.bind((PHONE, 0))
        except OSError:
            pytest.skip("This computer has one loopback address only.")
    (site_folder.parent / "secret.html").write_text("secret", encoding="utf-8")
    server, home = share.make_share_server(site_folder, PHONE)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server, home
    server.shutdown()
    thread.join(timeout=10)
    server.server_close()


@pytest.fixture
def ask(shared):
    """Ask as a phone does: ``ask("/index.html")`` gives status, headers and content."""

    def asked(path, method="GET"):
        connection = http.client.HTTPConnection(*shared[0].server_address, timeout=10)
        connection.putrequest(method, path, skip_accept_encoding=True)
        connection.endheaders()
        answer = connection.getresponse()
        found = (
            answer.status,
            {key.title(): value for key, value in answer.getheaders()},
            answer.read(),
        )
        connection.close()
        return found

    return asked


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/01_the_science_behind_it.html", "text/html; charset=utf-8"),
        ("/help.html?x=1", "text/html; charset=utf-8"),
        ("/assets/type.css", "text/css"),
        ("/assets/icon.svg", "image/svg+xml"),
        ("/join.html", "text/html; charset=utf-8"),
        ("/join.svg", "image/svg+xml"),
    ],
)
def test_a_phone_gets_the_learners_pages_with_the_right_type(ask, path, kind):
    status, headers, content = ask(path)
    assert (status, headers["Content-Type"]) == (200, kind)
    assert int(headers["Content-Length"]) == len(content) > 0
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Content-Security-Policy"] == POLICY


def test_a_phone_gets_the_scripts_that_its_page_asks_for(ask):
    page = ask("/01_the_science_behind_it.html")[2].decode()
    found = re.findall(r'<script (?:async )?src="([^"]+)"', page)
    assert len(found) > 1
    for each in found:
        status, headers, _ = ask(f"/{each}")
        assert (status, headers["Content-Type"]) == (200, "text/javascript")


@pytest.mark.parametrize(
    "path",
    [
        *("/assets/", "/assets", "/handouts/", "/.built.json", "/nothing.html"),
        *("/../secret.html", "/%2e%2e/secret.html", "/..%2fsecret.html", "/assets/../index.html"),
        *("//etc/passwd", "/assets//page.css", "/index.html%00", "/index.html/", "/assets/%2e"),
    ],
)
def test_nothing_else_is_given_out_and_nothing_is_listed(ask, path):
    status, _, content = ask(path)
    assert status == 404
    assert b"secret" not in content
    assert b"href" not in content


@pytest.mark.parametrize(
    "path",
    [
        *("/packs/60_board.html", "/stage_60.html", "/leader_60.html", "/%6ceader_60.html"),
        *("/packs/", "/packs/60.pdf", "/handouts/04_known.pdf", "/leading.html"),
    ],
)
def test_a_link_to_what_is_the_leaders_says_so_and_leads_back(ask, path):
    status, headers, _ = ask(path)
    assert (status, headers["Location"]) == (302, "/held.html")


def test_the_page_that_says_so_can_be_left_and_has_all_it_needs(ask):
    status, headers, content = ask("/held.html")
    page = content.decode()
    assert (status, headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert leading().share.held in page
    assert "data-exit" in page
    needed = re.findall(r'(?:href|src)="([^"#?]+)', page)
    assert {"index.html", "notes.html", "help.html"} <= set(needed)
    for address in needed:
        assert ask(f"/{address}")[0] == 200, address


def test_each_link_of_the_pages_leads_a_phone_somewhere(site_folder, ask):
    linked = {
        address
        for page in site_folder.glob("*.html")
        if not page.name.startswith(("stage_", "leader_"))
        for address in re.findall(LINK, page.read_text("utf-8"))
    }
    assert len(linked) > 20
    for address in sorted(linked):
        status, headers, _ = ask(f"/{address}")
        assert status == 200 or headers.get("Location") == "/held.html", address


@pytest.mark.parametrize("method", ["HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE"])
def test_only_get_is_answered(ask, method):
    assert ask("/index.html", method)[0] in (405, 501)


def test_a_phone_that_leads_out_of_the_folder_by_a_link_gets_nothing(tmp_path):
    (tmp_path / "site").mkdir()
    (tmp_path / "secret.html").write_text("secret", encoding="utf-8")
    (tmp_path / "site" / "page.html").symlink_to(tmp_path / "secret.html")
    server, _ = share.make_share_server(tmp_path / "site", "127.0.0.1")
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    connection = http.client.HTTPConnection(*server.server_address, timeout=10)
    connection.request("GET", "/page.html")
    assert connection.getresponse().status == 404
    connection.close()
    server.shutdown()
    server.server_close()


def test_the_screen_shows_the_address_and_the_square(shared, ask):
    _, home = shared
    page = ask("/join.html")[2].decode()
    assert f'class="address">{home}<' in page
    assert re.fullmatch(rf"http://{re.escape(PHONE)}:\d+/", home)
    assert ask("/join.svg")[2] == share.qr_svg(home) != share.qr_svg("http://other/")
    for step in leading().share.steps:
        assert step in page


def answered(monkeypatch, answer, own=("192.168.1.7", "10.0.0.9")):
    monkeypatch.setattr(share, "own_addresses", lambda: list(own))
    monkeypatch.setattr("builtins.input", lambda _: answer)


@pytest.mark.parametrize(("answer", "wanted"), [("1", "192.168.1.7"), (" 2 ", "10.0.0.9")])
def test_the_leader_confirms_one_address(monkeypatch, capsys, answer, wanted):
    answered(monkeypatch, answer)
    assert share._confirmed(None) == wanted
    assert leading().share.who in capsys.readouterr().out


@pytest.mark.parametrize("answer", ["", "3", "0", "-1", "yes", "192.168.1.7", "²"])
def test_anything_but_a_number_of_the_list_shares_nothing(monkeypatch, capsys, answer):
    answered(monkeypatch, answer)
    assert share.main(["--no-open"]) == 1
    assert leading().share.not_chosen in capsys.readouterr().out


def test_without_a_network_or_with_a_strange_address_there_is_a_sentence(monkeypatch):
    answered(monkeypatch, "1", own=())
    with pytest.raises(SiteError, match="in no network"):
        share._confirmed(None)
    with pytest.raises(SiteError, match="no address of this computer"):
        share._confirmed("0.0.0.0")
    with pytest.raises(SiteError, match="cannot be used"):
        share.make_share_server(read.data_dir(), "127.0.0.1", 99999)


def test_it_ends_by_itself_and_says_so(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(share, "build", lambda *_, **__: [])
    given = ["--address", "127.0.0.1", "--hours", "0.0001", "--no-open"]
    assert share.main([*given, "--output", str(tmp_path)]) == 0
    said = capsys.readouterr().out
    assert leading().share.firewall in said
    assert said.strip().endswith(leading().share.ended)


@pytest.mark.slow
def test_ctrl_c_ends_it_and_the_address_leads_nowhere(site_folder):
    program = (
        "import signal, sys; from course_lib.site import share;"
        # A shell that runs the tests in the background has its children ignore Ctrl+C.
        "signal.signal(signal.SIGINT, signal.default_int_handler);"
        "share.build = lambda *_, **__: [];"
        "given = ['--address', '127.0.0.1', '--no-open', '--output', sys.argv[1]];"
        "sys.exit(share.main(given))"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, site_folder], stdout=subprocess.PIPE, encoding="utf-8"
    ) as running:
        lines = []
        while not lines or "http://127.0.0.1:" not in lines[-1]:
            lines.append(running.stdout.readline())
        port = int(re.search(r"127\.0\.0\.1:(\d+)", lines[-1])[1])
        with socket.create_connection(("127.0.0.1", port), timeout=5):
            pass
        running.send_signal(2)
        rest = running.stdout.read()
    assert running.returncode == 0
    assert leading().share.ended in rest
    with pytest.raises(OSError, match="refused"):
        socket.create_connection(("127.0.0.1", port), timeout=5)
