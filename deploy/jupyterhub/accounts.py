"""Accounts for a class: ``accounts.py add 25``, ``new-password NAME``, ``remove``.

Names are numbers, not people's names. Each account gets a password of its own, which is printed
once, on a slip to cut out, and kept by the system as a hash only. Standard library only.
"""

from __future__ import annotations

import argparse
import grp
import os
import pwd
import secrets
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

GROUP = "course-learners"
PREFIX = "learner"
#: Without those that are easily taken for each other: 12 of them make 2 to the power of 54.
LETTERS = "abcdefghijkmnpqrstuvwxyz"


def main(arguments: list[str] | None = None) -> int:
    """Read the command line and do what it asks for."""
    parser = argparse.ArgumentParser(description="Accounts for a class.")
    parser.add_argument("--prefix", default=PREFIX, help=f"how names begin ({PREFIX})")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("add", help="make accounts").add_argument("many", type=int)
    commands.add_parser("new-password", help="give one a new password").add_argument("name")
    commands.add_parser("remove", help="remove all accounts, with everything in them")
    options = parser.parse_args(arguments)
    if options.command == "remove":
        remove(options.prefix)
        return 0
    if options.command == "add":
        made = add(options.prefix, options.many)
    elif options.name in learners(options.prefix):
        made = {options.name: new_password(options.name)}
    else:
        print(f"{options.name} is no account of this class.", file=sys.stderr)
        return 1
    print("\n".join(slip(name, password) for name, password in made.items()))
    return 0


def learners(prefix: str = "") -> list[str]:
    """Return the accounts of the class."""
    try:
        members = grp.getgrnam(GROUP).gr_mem
    except KeyError:
        return []
    return sorted(name for name in members if name.startswith(prefix))


def add(prefix: str, many: int) -> dict[str, str]:
    """Make accounts, numbered on from those there are; return each with its password."""
    run("groupadd", "--force", "--system", GROUP)
    made: dict[str, str] = {}
    number = 0
    while len(made) < many:
        number += 1
        name = f"{prefix}{number:02}"
        if exists(name):
            continue
        # No shell: the account opens the course and no terminal of this machine.
        run("useradd", "--create-home", "--key", "HOME_MODE=0700", "--shell", "/usr/sbin/nologin",
            "--user-group", "--groups", GROUP, name)  # fmt: skip
        made[name] = new_password(name)
    return made


def new_password(name: str) -> str:
    """Give an account a password by chance and return it."""
    password = "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(3))
    run("chpasswd", told=f"{name}:{password}\n")
    return password


def remove(prefix: str) -> None:
    """Remove the accounts of the class, with their homes and what still runs for them."""
    for name in learners(prefix):
        end_all(pwd.getpwnam(name).pw_uid)
        run("userdel", "--remove", name)
    if not learners():
        subprocess.run(["groupdel", GROUP], check=False, stderr=subprocess.DEVNULL)


def end_all(user: int) -> None:
    """End what still runs for a user: an account with a running program cannot be removed."""
    for process in processes(user):
        with suppress(ProcessLookupError):  # it ended by itself
            os.kill(int(process.name), signal.SIGKILL)


def processes(user: int) -> Iterator[Path]:
    """Yield the folder of each process of a user."""
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(ProcessLookupError, FileNotFoundError):  # it ended meanwhile
            if process.stat().st_uid == user:
                yield process


def slip(name: str, password: str) -> str:
    """Return what is printed for one person."""
    return f"- - - - - - - - - - - - - - - -\n  name:      {name}\n  password:  {password}\n"


def exists(name: str) -> bool:
    """Return whether there is a user of this name."""
    try:
        pwd.getpwnam(name)
    except KeyError:
        return False
    return True


def run(*command: str, told: str = "") -> None:
    """Run one of the system's commands; what it is told is seen by nobody else."""
    subprocess.run(command, check=True, input=told, text=True, stderr=subprocess.PIPE)


if __name__ == "__main__":
    sys.exit(main())
