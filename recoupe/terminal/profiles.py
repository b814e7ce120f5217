"""Where the time of a run went, as a table for whoever asks."""

from recoupe.runs import Run

_ALL = "in all"


def profile_table(run: Run) -> str:
    """Seconds of processor and share of each stage, in the order in which the stages began.

    What no stage counts, such as starting Python, is not in it.
    """
    whole = sum(run.seconds.values())
    width = max(map(len, [*run.seconds, _ALL]))
    rows = [
        f"{stage:{width}} {seconds:8.3f} s {seconds / whole:5.0%}"
        for stage, seconds in run.seconds.items()
    ]
    return "\n".join([*rows, f"{_ALL:{width}} {whole:8.3f} s"])
