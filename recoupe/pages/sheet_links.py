"""Links to worksheets, which lead somewhere only where the site has them."""

from recoupe.pages.editions import Edition


def sheet_url(edition: Edition, url: str) -> str | None:
    """`url`, the place of a worksheet; None where the site has no worksheets."""
    return url if edition.project.site.sheets else None
