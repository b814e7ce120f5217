"""The Content-Security-Policy of every page: nothing from anyone else's host, nothing inline.

It stands in a `<meta>`, because static hosts send no headers of ours.
"""


def content_security_policy(*, scripts: bool) -> str:
    """The policy; scripts of the site's own may run only where the templates bring any."""
    rules = [
        "default-src 'none'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    if scripts:
        rules.append("script-src 'self'")
    return "; ".join(rules)
