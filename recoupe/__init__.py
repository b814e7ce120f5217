"""Recoupe: a static fact-check site generator in which nothing is published that is not proved."""

TYPE_CHECKING = False  # what type checkers read as true; typing itself takes long to load

if TYPE_CHECKING:
    from recoupe.loading import load
    from recoupe.pipeline import build

__all__ = ["build", "load"]


def __getattr__(name: str) -> object:
    """`build` and `load`, when they are asked for: a build with nothing to do needs neither."""
    if name not in __all__:
        raise AttributeError(f"module 'recoupe' has no attribute {name!r}")
    from recoupe import loading, pipeline  # noqa: PLC0415  a second's worth of imports

    return loading.load if name == "load" else pipeline.build
