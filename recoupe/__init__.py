"""Recoupe: a static fact-check site generator in which nothing is published that is not proved."""
