"""Set up the course and open it: ``python3 start.py``.

The first run makes a private folder of packages, ``.venv``, beside this file; later runs start
at once. Nothing is written outside the course's folder. Only the standard library is used, and
Python 3.7 can read this file, so that an old Python gets a sentence instead of a traceback.
"""

from __future__ import annotations

import argparse
import io
import sys

OLDEST, TOO_NEW = (3, 11), (3, 15)
#: What each command runs, with the packages it needs.
COMMANDS = {
    "site": (
        "learner",
        "course_lib.site",
        "build the pages and open them; --output DIR builds",
    ),
    "present": (
        "learner",
        "course_lib.site.present",
        "show a session on a projector: demo, 30, 60, 90, or a lesson such as 04",
    ),
    "pack": (
        "learner",
        "course_lib.site.pack",
        "print all that a leader needs: for demo, 30, 60, 90, or a lesson such as 04",
    ),
    "share": (
        "learner",
        "course_lib.site.share",
        "let phones in this room's network read the pages, until Ctrl+C",
    ),
    "check": ("learner", "tools.check", "check the data files, in seconds"),
    "release": (
        "learner",
        "tools.release",
        "make what is given to others: the pages, a file for each lesson, a wheel",
    ),
    "forget": ("learner", "tools.forget", "remove what use has left behind on this device"),
    "test": ("tests", "tools.test", "run every check; --fast, --long, and pytest's options"),
    "bench": ("tests", "tools.bench", "measure the course; further options go to the bench"),
}


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code; every expected error is one sentence."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace", line_buffering=True)
    problem = wrong_python(sys.version_info[:2])
    if problem:
        print("\n" + problem, file=sys.stderr)
        return 1
    from tools import own_python, troubles  # noqa: PLC0415 - an older Python could not read them

    try:
        return run(arguments)
    except own_python.Stop as stop:
        print(f"\n{stop}", file=sys.stderr)
    except OSError as error:
        print(f"\n{troubles.os_sentence(error)}", file=sys.stderr)
    except KeyboardInterrupt:
        print("\nStopped. It is safe to start again; what was already done is kept.")
    return 1


def run(arguments: list[str] | None) -> int:
    """Read the command line and do what it asks for."""
    from tools import install, opening, own_python  # noqa: PLC0415 - like above

    parser = argparse.ArgumentParser(description="Set up the course and open it.")
    parser.add_argument("--no-browser", action="store_true", help="only print the address")
    parser.add_argument("--port", type=int, help="use this port and no other")
    parser.add_argument("--author", action="store_true", help="lessons may be changed")
    commands = parser.add_subparsers(dest="command", metavar=f"[{' | '.join(COMMANDS)}]")
    for name, (_, _, about) in COMMANDS.items():
        commands.add_parser(name, help=about, add_help=False)  # each says its own
    options, extra = parser.parse_known_args(arguments)
    if options.command:
        want, module, _ = COMMANDS[options.command]
        install.set_up(want)
        return own_python.call([module, *extra])
    if extra:
        parser.error(f"unknown option: {' '.join(extra)}")
    opening.check_port(options.port)
    install.set_up("learner")
    return opening.open_course(options.port, browser=not options.no_browser, author=options.author)


def wrong_python(version: tuple[int, ...]) -> str:
    """Return a sentence if the course does not run on this version of Python."""
    if OLDEST <= version < TOO_NEW:
        return ""
    what = "too old" if version < OLDEST else "too new"
    return (
        f"This is Python {version[0]}.{version[1]}, which is {what} for the course: get a "
        "Python from 3.11 to 3.14 from python.org and start this file with it."
    )


if __name__ == "__main__":
    sys.exit(main())
