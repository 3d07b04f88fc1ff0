"""What is given to others, as it is delivered: two zips and a wheel."""

import os
import re
import subprocess
import sys
import sysconfig
from pathlib import Path
from zipfile import ZipFile

import pytest

from course_lib.frame import read
from course_lib.frame.lessons_data import NOTEBOOKS
from course_lib.sessions.sessions_data import session_names
from course_lib.site.build import lesson_notebooks
from course_lib.site.page_assets import assets
from course_lib.site.problems import SiteError
from tools import release

LESSONS = [path.stem for path in lesson_notebooks(NOTEBOOKS)]
LARGEST = 130_000  # bytes of one lesson, compressed, 28 kB of letters among them: any mail takes it
slow = pytest.mark.slow


def named(folder, end):
    [found] = folder.glob(f"*{end}")
    return found


@pytest.fixture(scope="module")
def lessons(released):
    with ZipFile(named(released, "-lessons.zip")) as zipped:
        return {
            Path(name).stem: zipped.read(name).decode()
            for name in zipped.namelist()
            if name.endswith(".html")
        }


def test_a_zip_says_no_date_and_no_order_of_the_disk(tmp_path):
    files = {"b.html": b"b" * 1000, "a/c.js": b"c"}
    first = release.zipped(tmp_path / "first.zip", files)
    second = release.zipped(tmp_path / "second.zip", dict(reversed(files.items())))
    assert first.read_bytes() == second.read_bytes()
    with ZipFile(first) as zipped:
        assert zipped.namelist() == ["LICENSE.md", "a/c.js", "b.html"]
        assert {entry.date_time[0] for entry in zipped.infolist()} == {1980}
        assert zipped.read("b.html") == files["b.html"]


def test_no_style_or_script_could_end_its_own_element():
    for name, content in assets().items():
        assert not re.search(rb"</(style|script)|<!--", content, re.IGNORECASE), name


def test_a_fault_is_one_sentence(capsys, tmp_path, broken_data):
    broken_data("site.toml", "lesson_name = ", "lessons_name = ")
    assert release.main(["--output", str(tmp_path / "out")]) == 1
    said = capsys.readouterr().err.strip()
    assert "site.toml" in said
    assert "Traceback" not in said


@slow
def test_names_say_nothing_of_the_subject(released):
    names = sorted(path.name for path in released.iterdir())
    assert [re.sub(r"-\d.*?(?=-|\.zip)", "", name) for name in names[:2]] == [
        "course-notes-lessons.zip",
        "course-notes-pages.zip",
    ]
    assert len(names) == 3


@slow
def test_the_zip_of_the_pages_holds_what_was_built(released, site_folder):
    with ZipFile(named(released, "-pages.zip")) as zipped:
        found = {name: zipped.read(name) for name in zipped.namelist()}
    assert found.pop("LICENSE.md") == (release.ROOT / "LICENSE.md").read_bytes()
    built = {
        path.relative_to(site_folder).as_posix(): path.read_bytes()
        for path in site_folder.rglob("*")
        if path.is_file() and not path.name.startswith(".")
    }
    assert found == built


@slow
def test_there_is_one_file_for_each_lesson_small_enough_to_send(released, lessons):
    assert sorted(lessons) == LESSONS
    with ZipFile(named(released, "-lessons.zip")) as zipped:
        large = [
            f"{entry.filename}: {entry.compress_size}"
            for entry in zipped.infolist()
            if entry.compress_size > LARGEST
        ]
    assert large == []
    said = release.table([named(released, "-lessons.zip")])
    assert all(f"{name}.html: " in said for name in LESSONS)


@slow
def test_a_lesson_by_itself_asks_for_nothing_and_points_at_nothing_outside(lessons):
    for name, html in lessons.items():
        places = set(re.findall(r' id="([^"]+)"', html))
        for address in re.findall(r'(?:href|src|srcset|poster|action)="([^"]*)"', html):
            kind = re.match(r"#|data:image/|https://|about:blank$", address)
            assert kind, f"{name}: {address}"
            if kind[0] == "#":
                assert address[1:] in places, f"{name}: {address}"
        assert 'href="#help"' in html, name
        assert "@import" not in html
        assert not re.search(r"""url\((?!#|"data:font/woff2;)""", html)
        assert "'unsafe-inline'" not in html


@slow
def test_the_same_course_gives_the_same_files(released, tmp_path):
    program = "import sys; from tools.release import main; sys.exit(main(sys.argv[1:]))"
    subprocess.run(
        [sys.executable, "-c", program, "--output", tmp_path / "again"],
        cwd=release.ROOT,
        env={**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"},
        check=True,
        stdout=subprocess.DEVNULL,
    )
    for path in released.iterdir():
        assert (tmp_path / "again" / path.name).read_bytes() == path.read_bytes(), path.name


@slow
def test_the_wheel_brings_all_to_a_fresh_environment(released, tmp_path):
    wheel = named(released, ".whl")
    subprocess.run([sys.executable, "-m", "venv", tmp_path / "env"], check=True)
    python = tmp_path / "env" / "bin" / "python"
    [site] = (tmp_path / "env" / "lib").glob("python*/site-packages")
    (site / "lent.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    options = ["--quiet", "--no-deps", "--no-index", "--disable-pip-version-check"]
    subprocess.run([python, "-m", "pip", "install", *options, wheel], check=True)
    data = {
        path.relative_to(read.data_dir()): path.read_bytes()
        for path in read.data_dir().rglob("*")
        if path.is_file()
    }
    installed = site / "course_lib" / "_data"
    assert {
        path.relative_to(installed): path.read_bytes()
        for path in installed.rglob("*")
        if path.is_file()
    } == data
    shared = tmp_path / "env" / "share" / "jupyter" / "labextensions" / "start-lesson"
    for name in ("package.json", "remoteEntry.js", "schemas/start-lesson/plugin.json"):
        assert (shared / name).is_file(), name
    assert {path.stem for path in (shared / "fresh").iterdir()} >= set(LESSONS)
    config = tmp_path / "env" / "etc" / "jupyter" / "jupyter_server_config.d"
    assert (config / "course-lessons.json").is_file()
    code = "import course_lib; print(course_lib.__file__); print(course_lib.ProgressPanel('01'))"
    said = subprocess.run(
        [python, "-c", code], cwd=tmp_path, check=True, capture_output=True, text=True
    ).stdout
    assert said.startswith(str(site))


def test_paper_is_printed_before_the_pages_that_link_to_it(monkeypatch):
    done = []

    def note(name):
        def called(folder, *_, **__):
            done.append(name)
            (folder / name).write_text("x", encoding="utf-8")

        return called

    for name in ("make_handouts", "make_pack", "build"):
        monkeypatch.setattr(release, name, note(name))
    monkeypatch.setattr(release, "find_chromium", lambda: "chromium")
    assert set(release.pages()) == {"build"}
    done.clear()
    assert set(release.pages(paper=True)) == {"make_handouts", "make_pack", "build"}
    assert done == ["make_handouts", *["make_pack"] * len(session_names()), "build"]


def test_paper_without_a_chromium_is_refused_in_a_sentence(monkeypatch):
    monkeypatch.setattr(release, "find_chromium", lambda: None)
    with pytest.raises(SiteError, match="none was found"):
        release.pages(paper=True)
