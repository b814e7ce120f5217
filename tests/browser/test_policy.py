"""What no page may do: run anything inline, ask another host, or need JavaScript to be read."""

from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

REMEMBER = """
window.refused = []
document.addEventListener("securitypolicyviolation", (one) => {
  window.refused.push(`${one.violatedDirective}: ${one.blockedURI} ${one.sample}`)
})
"""
SHOWN = "() => document.querySelector('main').innerText"
DATA = ("application/ld+json", "application/json")  # a script of these types runs nothing


class Inline(HTMLParser):
    """Collects what would run or be styled inline, and whether a policy stands before it all."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.policy = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        if known.get("http-equiv") == "Content-Security-Policy":
            self.policy = known.get("content") or ""
        loads = tag in ("script", "style", "link", "img")
        if loads and not self.policy:
            self.found.append(f"<{tag}> before the policy")
        if tag == "style" or (
            tag == "script" and not known.get("src") and known.get("type") not in DATA
        ):
            self.found.append(f"inline <{tag}>")
        self.found += [
            f"{name} on <{tag}>" for name in known if name == "style" or name.startswith("on")
        ]


def lines(text: str) -> list[str]:
    """The lines of a page's visible text, without the white space that only parts them."""
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def test_no_page_has_anything_inline(served: Path) -> None:
    for path in served.rglob("*.html"):
        page = Inline(path.read_text("utf-8"))

        assert page.found == [], path
        assert "default-src 'none'" in page.policy, path
        assert "unsafe-inline" not in page.policy, path
        assert "'unsafe-eval'" not in page.policy, path
        assert "http" not in page.policy, path


def test_policy_refuses_nothing_that_the_page_needs(page: Page, examples: list[str]) -> None:
    page.add_init_script(REMEMBER)

    for example in examples:
        page.goto(example)
        page.wait_for_load_state("networkidle")

        assert page.evaluate("window.refused") == [], example


def test_page_shows_all_that_it_says_with_scripts_and_without(
    browser: Browser, examples: list[str]
) -> None:
    for example in examples:
        shown = {}
        for scripts in (True, False):
            context = browser.new_context(java_script_enabled=scripts)
            page = context.new_page()
            page.goto(example)
            shown[scripts] = lines(page.evaluate(SHOWN))
            context.close()

        scripted = "\n".join(shown[True])  # a script may add to a line, a button say
        lost = [line for line in shown[False] if line not in scripted]
        assert [line for line in lost if "JavaScript" not in line] == [], example
        assert shown[False], example


@pytest.mark.parametrize("suffix", ["woff", "woff2", "ttf", "otf", "eot"])
def test_site_brings_no_font(site: Path, suffix: str) -> None:
    assert list(site.rglob(f"*.{suffix}")) == []


def test_no_stylesheet_asks_for_a_font(site: Path) -> None:
    sheets = [path.read_text("utf-8") for path in site.rglob("*.css")]

    assert sheets
    assert not any("@font-face" in sheet for sheet in sheets)
