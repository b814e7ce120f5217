"""Installs what the tests in a browser need: in CI programs too, which elsewhere are your own.

axe-core, the Nu HTML checker and yaml-language-server come from npm, at the hashes in
package-lock.json. Chromium, Java and npm come from Debian's packages, and only in CI, where no test
may be skipped.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
PACKAGES = {  # each of Debian's packages, and the programs of which any will do
    "chromium-headless-shell": (
        os.environ.get("CHROMIUM") or "chromium-headless-shell",
        *("chromium", "chromium-browser", "google-chrome"),
    ),
    "default-jre-headless": ("java",),
    "npm": ("npm",),
}


def missing_packages() -> list[str]:
    """Debian's packages of programs that are not there."""
    return [name for name, programs in PACKAGES.items() if not any(map(shutil.which, programs))]


def install_packages(names: list[str]) -> None:
    """Install Debian's packages, as root."""
    print(f"installing {', '.join(names)} from Debian's packages", flush=True)
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (
        ["apt-get", "update", "-qq"],
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *names],
    ):
        subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)


def install_checkers() -> None:
    """Install what comes from npm, unless it is there as the lock file has it."""
    lock, installed = HERE / "package-lock.json", HERE / "node_modules/.package-lock.json"
    if installed.is_file() and installed.stat().st_mtime > lock.stat().st_mtime:
        return
    print("installing axe-core, the Nu HTML checker and yaml-language-server", flush=True)
    quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    subprocess.run([str(shutil.which("npm")), "ci", *quiet], check=True, cwd=HERE)


missing = missing_packages()
if missing and os.environ.get("CI") == "true":
    if os.geteuid() != 0:
        sys.exit(f"CI needs {', '.join(missing)}: install them, or run as root on Debian")
    install_packages(missing)
elif missing:
    print(f"tests that need {', '.join(missing)} will be skipped: CONTRIBUTING.md says more")
if shutil.which("npm"):
    install_checkers()
