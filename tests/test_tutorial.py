"""The tutorial is true: what it says to type, typed in an empty folder, prints what it shows."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

DOCS = Path(__file__).parents[1] / "docs"
_BLOCK = re.compile(
    r"(?:^`(?P<file>[\w./-]+)`:\n\n)?(?P<block>(?:^    .*\n|^\n(?=    ))+)", re.MULTILINE
)


def blocks(text: str) -> Iterator[tuple[str | None, str]]:
    """Each block with the file that it is said to be."""
    for found in _BLOCK.finditer(text):
        yield (
            found["file"],
            re.sub(r"^ {4}", "", found["block"].strip("\n") + "\n", flags=re.MULTILINE),
        )


def commands(block: str) -> Iterator[tuple[list[str], str]]:
    """Each command of a block, and what it is said to print."""
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        typed, _, printed = part.partition("\n")
        yield re.findall(r'"[^"]*"|\S+', typed), printed.strip("\n")


def printed(words: list[str], folder: Path) -> str:
    ended = subprocess.run(
        [sys.executable, "-m", "recoupe", *(word.strip('"') for word in words)],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return ended.stdout.strip("\n")


def followed(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Each command of the tutorial as it is followed, what it is said to print, what it prints."""
    for name in ("courrier.html", "ouest-matin.txt"):
        shutil.copy(DOCS / "tutorial" / name, folder)
    for file, block in blocks((DOCS / "tutorial.md").read_text("utf-8")):
        if file:
            (folder / file).write_text(block, "utf-8")
        for words, said in commands(block):
            if words[0] == "cd":
                folder /= words[1]
            else:
                yield " ".join(words), said, printed(words[1:], folder)


def uncounted(text: str) -> str:
    """`text` without how many files a site has, which every change of the templates changes."""
    return re.sub(r"\d+(?= (?:files|links|new or changed))", "N", text)


def test_tutorial_prints_what_it_says(tmp_path: Path) -> None:
    for command, said, shown in followed(tmp_path):
        assert (command, uncounted(shown)) == (command, uncounted(said))
