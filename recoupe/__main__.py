"""`recoupe`, `python -m recoupe`, `python build.py`: a command, unless there is nothing to do."""

import os
import sys

from recoupe.memory.standing import standing


def main() -> None:
    """Say what the last build said where all of it still stands; else run the command."""
    asked = "_RECOUPE_COMPLETE" in os.environ  # a shell completes a command and runs none
    left = None if asked else standing(sys.argv[1:])
    if left is None:
        from recoupe import cli  # noqa: PLC0415  a second's worth of imports

        cli.main()
        return
    if left.report:
        from recoupe.terminal.stored import print_stored  # noqa: PLC0415  not needed by most

        print_stored(left.report)
    sys.stderr.write(f"{left.said}\n")


if __name__ == "__main__":
    main()
