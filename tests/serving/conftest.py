"""A preview of a small project, running as an editor would run it."""

import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

CASE = Path(__file__).parents[1] / "cases" / "comparing" / "conflict-described"


@dataclass(frozen=True, slots=True)
class Running:
    """The preview's project and port."""

    root: Path
    port: int

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/"


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as held:
        return int(held.getsockname()[1])


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    root = tmp_path / "project"
    shutil.copytree(CASE, root)
    port = free_port()
    command = [sys.executable, "-m", "recoupe", "serve", "--root", str(root), "--port", str(port)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        # It says that it serves, then that it read: from then on it answers with the site.
        assert [process.stderr.readline()[:7] for _ in range(2)] == ["serving", "shown a"]
        yield Running(root, port)
        process.terminate()
