"""The facts of a folder, from files to the model, with every mistake of every file in one run."""

from recoupe.reading.projects import read_project

__all__ = ["read_project"]
