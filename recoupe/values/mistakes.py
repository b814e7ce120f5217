"""What is wrong with a value as typed, and what to type instead.

The two halves are kept apart, so that a diagnostic can show them on lines of their own; as a text
the mistake is both.
"""

_LONGEST_ECHO = 60  # characters; more of a runaway text would hide the message around it


class ValueMistake(ValueError):  # noqa: N818 - a mistake is the editor's, an error would be ours
    """A text that is no value: `message` says what was found, `help` what to type."""

    def __init__(self, message: str, *, help: str) -> None:
        super().__init__(f"{message}; {help}")
        self.message = message
        self.help = help


def echo(text: str) -> str:
    """`text` in backticks, on one line, cut where it is long."""
    line = " ".join(text.split())
    return f"`{line}`" if len(line) <= _LONGEST_ECHO else f"`{line[: _LONGEST_ECHO - 1]}…`"
