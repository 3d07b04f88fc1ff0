"""``python -m tools.imports``: do the rooms know only those they may? (import-linter)."""

import sys

from importlinter.cli import lint_imports_command

if __name__ == "__main__":
    sys.exit(lint_imports_command())
