"""The few files that every site has and that no template makes."""

from collections.abc import Mapping


def fixed_files(*, sitemap_url: str | None = None) -> Mapping[str, bytes]:
    """`robots.txt`, and `.nojekyll`, so that GitHub Pages publishes every file as it is."""
    lines = ["User-agent: *", "Allow: /"]
    if sitemap_url is not None:
        lines += ["", f"Sitemap: {sitemap_url}"]
    return {".nojekyll": b"", "robots.txt": "\n".join([*lines, ""]).encode()}
