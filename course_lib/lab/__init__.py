"""How the notebooks are stored and how JupyterLab is set up for learners."""
