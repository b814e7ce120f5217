"""Recoupe: a static fact-check site generator in which nothing is published that is not proved."""

from recoupe.pipeline import build, load

__all__ = ["build", "load"]
