"""The policy of a page as the preview shows it."""

from html import escape, unescape

import pytest

from recoupe.serving.injection import Shown, previewed

PAGE = '<head><meta http-equiv="Content-Security-Policy" content="{}"></head><body></body>'


@pytest.mark.parametrize(
    ("published", "shown"),
    [
        pytest.param(
            "default-src 'none'; script-src 'self'",
            "default-src 'none'; script-src 'self'; connect-src 'self'",
            id="a page",
        ),
        pytest.param(
            "script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'",
            "script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'",
            id="the page that searches",
        ),
    ],
)
def test_preview_allows_what_a_reload_needs_and_forbids_nothing(published: str, shown: str) -> None:
    page = previewed(PAGE.format(escape(published)), Shown(1))

    assert f'content="{shown}"' in unescape(page)
