"""What cannot be written into a fact file, told in one line that ends with what to do."""

from collections.abc import Callable


class EditRefusedError(Exception):
    """The edit could not be made without touching something else; the file is as it was.

    `values` fill the `%(name)s` in `message`; the terminal tells it in English, a page in its own
    language.
    """

    def __init__(self, message: str, **values: str) -> None:
        super().__init__(message % values if values else message)
        self._message, self._values = message, values

    def said(self, translated: Callable[[str], str]) -> str:
        """The message in the language of `translated`, which gives what it does not know back."""
        message = translated(self._message)
        return message % self._values if self._values else message


class FileChangedError(EditRefusedError):
    """The file is no longer as it was read; nothing was written over."""


def refusal(message: str, **values: str) -> EditRefusedError:
    """A refusal that pages show too, so that every catalogue has its message."""
    return EditRefusedError(message, **values)


def file_changed(message: str, **values: str) -> FileChangedError:
    """The same for a file that has changed."""
    return FileChangedError(message, **values)
