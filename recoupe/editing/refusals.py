"""What cannot be written into a fact file, told in one line that ends with what to do."""


class EditRefusedError(Exception):
    """The edit could not be made without touching something else; the file is as it was."""


class FileChangedError(EditRefusedError):
    """The file is no longer as it was read; nothing was written over."""
