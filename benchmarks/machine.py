"""What the figures were measured on, without which they say nothing."""

import os
import platform
import subprocess
import time
from pathlib import Path

_BUSY = 0.3  # other work of the machine, in processors, from which figures are not to be trusted
_LOOKED = 3  # seconds
_HERE = Path(__file__).parents[1]


def machine() -> str:
    """Processor, memory, system and Python, in one line."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    system = f"{platform.system()} {platform.release().partition('-')[0]}"
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{_processor()}, {os.cpu_count()} processors, {memory:.0f} GiB, {system}, {python}"


def load_warning() -> str:
    """A sentence where the machine has other work to do; nothing otherwise. Takes a few seconds.

    Not the system's load, which is a mean over a minute and would count our own last command.
    """
    before = _worked()
    time.sleep(_LOOKED)
    busy = (_worked() - before) / _LOOKED
    if busy < _BUSY:
        return ""
    return f"The machine was not idle ({busy:.1f} processors at other work): times are too long."


def _worked() -> float:
    """Seconds that all processors have worked since the start; 0 where the system has no /proc."""
    try:
        words = Path("/proc/stat").read_text(encoding="ascii").splitlines()[0].split()
    except OSError:
        return 0.0
    user, nice, system = map(int, words[1:4])
    return (user + nice + system) / os.sysconf("SC_CLK_TCK")


def state() -> str:
    """Which state of the code was measured: its commit, or that it had changes over it.

    Changed documentation is no other code: the figures themselves are written there.
    """
    commit = _git("rev-parse", "--short", "HEAD")
    if not commit:
        return "a release"
    changed = _git("status", "--porcelain", "-uno", "--", ".", ":!docs")
    return f"commit {commit}" + (" with changes" if changed else "")


def _git(*words: str) -> str:
    try:
        told = subprocess.run(
            ["git", *words], cwd=_HERE, capture_output=True, text=True, check=False
        )
    except FileNotFoundError:
        return ""
    return told.stdout.strip()


def _processor() -> str:
    """The processor's name, where Linux tells it; else its architecture."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.machine()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()
