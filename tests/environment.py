"""The environment in which tests run; a pytest plugin (`-p tests.environment`) so that it is set before settings load.

Nothing of a developer's own `.env` may reach the tests, so each variable that they depend on is set here.
"""

import os
import tempfile
from pathlib import Path

os.environ.update(
    {
        "SECRET_KEY": "tests-only-" + "k" * 50,
        "PORTAL_DEMO": "0",
        "DEBUG": "0",
        "ALLOWED_HOSTS": "testserver,127.0.0.1,localhost",
        "SECURE_SSL_REDIRECT": "0",
        "PORTAL_TRUSTED_PROXIES": "0",
        "PORTAL_BEHIND_PROXY": "0",
        "PASSWORD_MIN_LENGTH": "14",
        "LOG_LEVEL": "ERROR",
    }
)
os.environ.setdefault("PORTAL_DATA_DIR", tempfile.mkdtemp(prefix="portal-tests-"))
os.environ.setdefault("DATABASE_URL", f"sqlite:///{os.environ['PORTAL_DATA_DIR']}/tests.sqlite3")
# WhiteNoise warns of a folder that isn't there.
Path(os.environ["PORTAL_DATA_DIR"], "static").mkdir(parents=True, exist_ok=True)
