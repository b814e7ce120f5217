"""Installs Chromium from Debian's packages in CI, where browser tests may not be skipped.

Elsewhere it only says that they will be.
"""

import os
import shutil
import subprocess
import sys

browser = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
if browser is None and os.environ.get("CI") == "true" and os.geteuid() == 0:
    print("installing Chromium from Debian's packages", flush=True)
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (
        ["apt-get", "update", "-qq"],
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"],
    ):
        subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)
elif browser is None and os.environ.get("CI") == "true":
    sys.exit("CI needs Chromium: set $CHROMIUM, or run as root on Debian")
