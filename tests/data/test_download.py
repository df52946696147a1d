"""Downloading, from a server of this test's own that can be as bad as the real ones."""

import hashlib
import os
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from nnviz.data import download, reading
from nnviz.data.download import FILES, MEGABYTES, MIRRORS, Remote, fetch, fetch_mnist, host
from nnviz.data.mnist import ROLES
from nnviz.errors import Cancelled, FileError

CONTENTS = {"images.gz": os.urandom(50_000), "labels.gz": os.urandom(300)}
REMOTES = tuple(
    Remote(name, len(content), hashlib.sha256(content).hexdigest()) for name, content in CONTENTS.items()
)


class Server:
    """Sends CONTENTS, in one of several ways, and keeps what it was asked for."""

    def __init__(self):
        self.ways = []
        self.asked = []
        self.released = threading.Event()
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                way = outer.ways.pop(0) if outer.ways else "well"
                asked_for = self.headers.get("Range")
                outer.asked.append((self.path[1:], asked_for))
                getattr(outer, way.replace(" ", "_"))(self, self.path[1:], asked_for)

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.01})
        self.thread.start()
        self.url = f"http://127.0.0.1:{self.server.server_port}/"

    def close(self):
        self.released.set()
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()

    def send(self, to, content, asked_for, announced=None):
        begin = int(asked_for.removeprefix("bytes=").rstrip("-")) if asked_for else 0
        to.send_response(206 if begin else 200)
        if begin:
            to.send_header("Content-Range", f"bytes {begin}-{len(content) - 1}/{len(content)}")
        to.send_header("Content-Length", str((announced or len(content)) - begin))
        to.end_headers()
        to.wfile.write(content[begin:])

    def well(self, to, name, asked_for):
        self.send(to, CONTENTS[name], asked_for)

    def without_ranges(self, to, name, asked_for):
        self.send(to, CONTENTS[name], None)

    def wrong(self, to, name, asked_for):
        self.send(to, bytes(len(CONTENTS[name])), asked_for)

    def too_much(self, to, name, asked_for):
        self.send(to, CONTENTS[name] + bytes(10**6), asked_for)

    def half(self, to, name, asked_for):
        content = CONTENTS[name]
        begin = int(asked_for.removeprefix("bytes=").rstrip("-")) if asked_for else 0
        self.send(to, content[: begin + 20_000], asked_for, announced=len(content))

    def slowly(self, to, name, asked_for):
        content = CONTENTS[name]
        self.send(to, b"", None, announced=len(content))
        for begin in range(0, len(content), 2000):
            self.released.wait(0.002)
            to.wfile.write(content[begin : begin + 2000])

    def nothing(self, to, name, asked_for):
        self.send(to, b"", None, announced=len(CONTENTS[name]))

    def silent(self, to, name, asked_for):
        self.released.wait()

    def missing(self, to, name, asked_for):
        to.send_error(404)

    def no_such_range(self, to, name, asked_for):
        to.send_error(416)


@pytest.fixture
def server():
    server = Server()
    yield server
    server.close()


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(download, "SILENCE_S", 0.1)
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path / "cache" / "mnist"


def check(folder):
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == CONTENTS
    assert os.listdir(folder.parent) == [folder.name]


@contextmanager
def refused(*parts):
    with pytest.raises(FileError) as caught:
        yield
    sentence = str(caught.value)
    assert sentence.isprintable()
    assert sentence.endswith(".")
    for part in parts:
        assert part in sentence


class TestGood:
    def test_files_arrive_whole(self, server, folder):
        assert fetch(REMOTES, (server.url,), folder) == folder
        check(folder)
        assert server.asked == [("images.gz", None), ("labels.gz", None)]

    def test_progress_over_all_files(self, server, folder, monkeypatch):
        monkeypatch.setattr(reading, "CHUNK", 4096)
        calls = []
        fetch(REMOTES, (server.url,), folder, lambda *call: calls.append(call))
        assert {total for _, total in calls} == {50_300}
        assert len(calls) > 10
        assert [done for done, _ in calls] == sorted(done for done, _ in calls)
        assert calls[-1] == (50_300, 50_300)

    def test_a_break_is_gone_on_from(self, server, folder):
        server.ways = ["half", "half"]
        fetch(REMOTES, (server.url,), folder)
        check(folder)
        ranges = [asked_for for name, asked_for in server.asked if name == "images.gz"]
        assert ranges == [None, "bytes=20000-", "bytes=40000-"]

    def test_a_server_that_knows_no_ranges_begins_again(self, server, folder):
        server.ways = ["half", "without ranges"]
        fetch(REMOTES, (server.url,), folder)
        check(folder)

    def test_a_slow_server_is_waited_for(self, server, folder):
        server.ways = ["slowly"]
        calls = []
        fetch(REMOTES, (server.url,), folder, lambda done, _: calls.append(done))
        check(folder)
        assert len(calls) > 10

    def test_of_a_slow_server_one_need_not_wait_for_the_end(self, server, folder):
        server.ways = ["slowly"]
        calls = []
        with pytest.raises(Cancelled):
            fetch(REMOTES, (server.url,), folder, lambda done, _: calls.append(done), lambda: len(calls) > 3)
        assert 0 < calls[-1] < 50_000
        assert not folder.exists()

    def test_a_silence_is_asked_into(self, server, folder):
        server.ways = ["silent"]
        fetch(REMOTES, (server.url,), folder)
        check(folder)

    def test_cancelled_it_goes_on_the_next_time(self, server, folder, monkeypatch):
        monkeypatch.setattr(reading, "CHUNK", 4096)
        done = []
        with pytest.raises(Cancelled):
            fetch(REMOTES, (server.url,), folder, lambda n, _: done.append(n), lambda: sum(done) > 9000)
        assert not folder.exists()
        fetch(REMOTES, (server.url,), folder)
        check(folder)
        (first, again) = (asked_for for name, asked_for in server.asked if name == "images.gz")
        assert first is None
        assert again == f"bytes={done[-1]}-"

    def test_what_is_whole_is_not_fetched_again(self, server, folder):
        server.ways = ["well", "missing"]
        with refused():
            fetch(REMOTES, (server.url,), folder)
        fetch(REMOTES, (server.url,), folder)
        check(folder)
        assert [name for name, _ in server.asked] == ["images.gz", "labels.gz", "labels.gz"]


class TestBad:
    @pytest.mark.parametrize("way", ["wrong", "too much", "missing", "nothing", "silent"])
    def test_another_mirror_helps(self, server, folder, way):
        server.ways = [way] * (3 if way in ("nothing", "silent") else 1)
        other = server.url.replace("127.0.0.1", "localhost")
        fetch(REMOTES, (server.url, other), folder)
        check(folder)

    @pytest.mark.parametrize(
        ("way", "words"),
        [
            ("wrong", "127.0.0.1 sent something else than it should"),
            ("too much", "127.0.0.1 sent something else than it should"),
            ("missing", "127.0.0.1 answered 404 Not Found"),
            ("nothing", "127.0.0.1 stopped in the middle"),
            ("silent", "127.0.0.1 does not answer"),
        ],
    )
    def test_no_mirror_is_one_sentence_and_no_file(self, server, folder, way, words):
        server.ways = [way] * 9
        with refused(words, "MNIST could not be downloaded", "choose a folder"):
            fetch(REMOTES, (server.url,), folder)
        assert not folder.exists()

    def test_a_wrong_half_does_not_stay(self, server, folder):
        arriving = folder.with_name("mnist-arriving")
        arriving.mkdir(parents=True)
        (arriving / "images.gz.part").write_bytes(b"x" * 49_999)
        fetch(REMOTES, (server.url,), folder)
        check(folder)
        assert [asked_for for _, asked_for in server.asked] == ["bytes=49999-", None, None]

    def test_a_range_that_is_refused_begins_again(self, server, folder):
        server.ways = ["half", "no such range"]
        fetch(REMOTES, (server.url,), folder)
        check(folder)

    def test_offline(self, server, folder):
        server.close()
        with refused("127.0.0.1 cannot be reached (Connection refused)"):
            fetch(REMOTES, (server.url,), folder)

    def test_a_place_that_cannot_be_written(self, server, tmp_path):
        (tmp_path / "cache").write_text("a file")
        with refused(str(tmp_path / "cache")):
            fetch(REMOTES, (server.url,), tmp_path / "cache" / "mnist")

    def test_a_disk_that_is_full_is_not_the_network(self, server, folder, monkeypatch):
        (folder.parent / "mnist-arriving" / "images.gz.part").mkdir(parents=True)
        with refused("images.gz.part", "cannot be written"):
            fetch(REMOTES, (server.url,), folder)


def test_mnist_comes_from_the_mirrors_into_the_cache(server, monkeypatch, tmp_path):
    monkeypatch.setattr(download, "MIRRORS", (server.url,))
    monkeypatch.setattr(download, "FILES", REMOTES)
    monkeypatch.setattr(download, "cache_folder", lambda: tmp_path / "new" / "nnviz")
    folder = fetch_mnist()
    assert folder == tmp_path / "new" / "nnviz" / "mnist"
    check(folder)


def test_what_is_known_of_mnist():
    assert [file.name for file in FILES] == [f"{name}.gz" for name in ROLES.values()]
    assert {len(file.sha256) for file in FILES} == {64}
    assert MEGABYTES == 12
    assert all(mirror.startswith("https://") and mirror.endswith("/") for mirror in MIRRORS)
    assert host(MIRRORS[0]) == "storage.googleapis.com"
