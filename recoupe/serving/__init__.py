"""The live preview: rebuilds on change, reloads, shows mistakes over the last good site.

It listens on 127.0.0.1 only and answers only those who ask for it by that name.
"""

from recoupe.serving.server import serve
from recoupe.serving.state import Preview

__all__ = ["Preview", "serve"]
