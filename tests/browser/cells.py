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
