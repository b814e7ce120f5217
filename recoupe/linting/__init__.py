"""What a site would publish that is proved and still not fit: warnings, never errors."""

from recoupe.linting.lint import lint

__all__ = ["lint"]
