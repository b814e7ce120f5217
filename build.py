"""The front door of this repository: `python build.py [COMMAND]` is `recoupe [COMMAND]`."""

from recoupe.__main__ import main

if __name__ == "__main__":
    main()
