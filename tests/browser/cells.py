"""What a lesson's cells are in JupyterLab, and what they were when it was shipped."""

import json

from tools.browser import ROOT

#: Id, kind and source of each cell of the open notebook.
CELLS = """() => [...jupyterapp.shell.currentWidget.content.model.cells].map(
  (cell) => [cell.id, cell.type, cell.sharedModel.getSource()])"""
#: Run a command, whatever may stand between it and a learner.
RUN = "([command, args]) => jupyterapp.commands.execute(command, args)"


def shipped(name):
    """Id, kind and source of each cell as it is in the repository."""
    cells = json.loads((ROOT / "notebooks" / name).read_text(encoding="utf-8"))["cells"]
    return [[cell["id"], cell["cell_type"], "".join(cell["source"])] for cell in cells]


def opener(new_visit, lab, *, start):
    """Return what opens a notebook; tests that ask for the same one go on with one page."""
    visits = {}

    def opened(name):
        if name not in visits:
            visits[name] = new_visit()
            visits[name].open(lab, name)
            if start:
                visits[name].run_lesson()
        return visits[name]

    return opened
