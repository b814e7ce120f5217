"""The preview in a browser: reload, stylesheets, focus, mistakes, and words that become a quote."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.serving.conftest import CASE, Running, free_port

CLAIM = "facts/claims/people.yaml"
PATIENCE = 30_000  # milliseconds until a test gives up


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Running]:
    root = tmp_path / "project"
    shutil.copytree(CASE, root)
    site = root / "facts/site.yaml"
    site.write_text(site.read_text("utf-8") + "source_text: full\n", "utf-8")
    port = free_port()
    command = [sys.executable, "-m", "recoupe", "serve", "--root", str(root), "--port", str(port)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        assert [process.stderr.readline()[:7] for _ in range(2)] == ["serving", "shown a"]
        yield Running(root, port)
        process.terminate()


@pytest.fixture
def shown(page: Page) -> Page:
    """A page that is waited for with patience: a machine may be at other work."""
    page.set_default_timeout(PATIENCE)
    expect.set_options(timeout=PATIENCE)
    return page


def visit(page: Page, preview: Running, path: str) -> None:
    with page.expect_websocket() as opened:
        page.goto(f"{preview.address}{path}")
    opened.value.wait_for_event("framereceived")


def rewritten(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def select(page: Page, words: str) -> None:
    """Select words of the source's text as a reader would, over whatever elements they stand in."""
    page.evaluate(
        """(words) => {
          const text = document.getElementById('text');
          const at = text.textContent.indexOf(words);
          const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
          const range = document.createRange();
          let passed = 0;
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const end = passed + node.length;
            if (passed <= at && at < end) range.setStart(node, at - passed);
            if (at + words.length <= end) {
              range.setEnd(node, at + words.length - passed);
              break;
            }
            passed = end;
          }
          getSelection().removeAllRanges();
          getSelection().addRange(range);
        }""",
        words,
    )


def test_change_of_a_fact_is_shown_and_focus_and_place_are_kept(
    shown: Page, preview: Running
) -> None:
    visit(shown, preview, "claims/people/")
    shown.set_viewport_size({"width": 600, "height": 300})
    focused = shown.evaluate(
        """() => {
          const link = [...document.querySelectorAll('main a')].at(-1);
          link.focus({ preventScroll: true });
          scrollTo({ top: 150, behavior: 'instant' });
          return link.href;
        }"""
    )

    rewritten(preview.root / CLAIM, "Le pont est ouvert.", "Le pont est fermé.")

    expect(shown.locator("h1")).to_contain_text("fermé")
    shown.wait_for_function("href => document.activeElement.href === href", arg=focused)
    shown.wait_for_function("Math.abs(scrollY - 150) < 5")


def test_changed_page_takes_the_place_of_the_old_one_without_a_reload(
    shown: Page, preview: Running
) -> None:
    visit(shown, preview, "claims/people/#accounts")
    shown.evaluate("window.unloaded = false")
    shown.locator("main details > summary").first.click()

    rewritten(preview.root / CLAIM, "Le pont est ouvert.", "Le pont est fermé.")

    expect(shown.locator("h1")).to_contain_text("fermé")
    expect(shown).to_have_title(re.compile("fermé"))
    assert shown.evaluate("window.unloaded") is False
    assert shown.evaluate("document.querySelector('main details').open") is True
    assert shown.evaluate("document.querySelector(':target')?.id") == "accounts"
    expect(shown.locator("button.copy").first).to_be_attached()


def test_selection_stays_on_a_page_on_which_nothing_has_changed(
    shown: Page, preview: Running
) -> None:
    visit(shown, preview, "sources/alpha/")
    select(shown, "le pont a fermé")
    state = shown.evaluate("state")
    site = preview.root / "facts/site.yaml"

    site.write_text("# a remark\n" + site.read_text("utf-8"), "utf-8")

    shown.wait_for_function("before => state !== before", arg=state)
    assert shown.evaluate("getSelection().toString()") == "le pont a fermé"


def test_changed_stylesheet_takes_the_place_of_the_old_one_without_a_reload(
    shown: Page, preview: Running
) -> None:
    sheet = preview.root / "templates/assets/css/print.css"
    sheet.parent.mkdir(parents=True)
    sheet.write_text("h1 { color: rgb(1, 2, 3); }\n", "utf-8")
    visit(shown, preview, "claims/people/")
    expect(shown.locator("h1")).to_have_css("color", "rgb(1, 2, 3)")
    shown.evaluate("window.unloaded = false")

    sheet.write_text("h1 { color: rgb(4, 5, 6); }\n", "utf-8")

    expect(shown.locator("h1")).to_have_css("color", "rgb(4, 5, 6)")
    assert shown.evaluate("window.unloaded") is False


def test_mistake_lies_over_the_page_until_it_is_mended(shown: Page, preview: Running) -> None:
    visit(shown, preview, "claims/people/")

    rewritten(preview.root / CLAIM, "La ville compte 12", "La ville compta 12")
    told = shown.locator(".preview-mistakes")
    expect(told).to_contain_text("error[quote-absent]")
    expect(shown.locator("h1")).to_contain_text("Le pont est ouvert.")
    rewritten(preview.root / CLAIM, "La ville compta 12", "La ville compte 12")

    expect(told).to_have_count(0)


def test_selected_words_are_added_to_a_claim_and_taken_out_again(
    shown: Page, preview: Running
) -> None:
    path = preview.root / CLAIM
    before = path.read_bytes()
    visit(shown, preview, "sources/alpha/")

    select(shown, "pont était s")
    panel = shown.get_by_role("complementary", name="Citer ces mots")
    expect(panel.locator("[data-yaml]")).to_have_text("- pont était sûr")
    panel.get_by_role("searchbox").fill("ouvert")
    panel.get_by_role("button", name="Ajouter à ce qu’il en dit").click()

    told = shown.get_by_role("status").filter(has_text=CLAIM)
    expect(told).to_be_visible()
    assert b"      - pont \xc3\xa9tait s\xc3\xbbr\n" in path.read_bytes()
    expect(shown.locator("#text mark", has_text="pont était sûr")).to_be_visible()
    shown.get_by_role("button", name="Annuler").click()
    expect(shown.locator("#text mark", has_text="pont était sûr")).to_have_count(0)
    assert path.read_bytes() == before


def test_selected_words_start_a_claim(shown: Page, preview: Running) -> None:
    visit(shown, preview, "sources/alpha/")

    select(shown, "le pont a fermé mardi")
    panel = shown.get_by_role("complementary", name="Citer ces mots")
    panel.get_by_text("Commencer une affirmation").click()
    panel.get_by_label("L’affirmation, en une phrase").fill("Le pont a fermé mardi.")
    expect(panel.get_by_label("Son identifiant")).to_have_value("pont-ferme-mardi")
    panel.get_by_role("button", name="Écrire l’affirmation").click()

    expect(shown.locator("#text mark", has_text="le pont a fermé mardi")).to_be_visible()
    shown.goto(f"{preview.address}claims/pont-ferme-mardi/")
    expect(shown.locator("h1")).to_contain_text("Le pont a fermé mardi.")


def test_offsets_count_characters_and_not_what_a_browser_counts(
    shown: Page, preview: Running
) -> None:
    rewritten(preview.root / "seeds/a.txt", "Le maire", "𝒜𝓁𝓅𝒽𝒶 🌉 Le maire")
    visit(shown, preview, "sources/alpha/")
    expect(shown.locator("#text")).to_contain_text("🌉")

    select(shown, "maire a par")

    expect(shown.locator("#preview-quote [data-yaml]")).to_have_text("- maire a parlé")


def test_panel_closes_and_pages_without_a_text_have_none(shown: Page, preview: Running) -> None:
    visit(shown, preview, "sources/alpha/")
    select(shown, "le pont a fermé")
    panel = shown.locator("#preview-quote")
    expect(panel).to_be_visible()

    shown.keyboard.press("Escape")

    expect(panel).to_be_hidden()
    visit(shown, preview, "claims/people/")
    expect(panel).to_have_count(0)


def test_words_that_are_quoted_already_are_selected_with_the_mouse(
    shown: Page, preview: Running
) -> None:
    visit(shown, preview, "sources/alpha/")
    marked = shown.locator("#text mark a").first

    marked.dblclick()

    panel = shown.get_by_role("complementary", name="Citer ces mots")
    expect(panel.locator("[data-yaml]")).not_to_be_empty()
    shown.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    box = marked.bounding_box()
    assert box is not None
    shown.mouse.move(box["x"] + 2, box["y"] + box["height"] / 2)
    shown.mouse.down()
    shown.mouse.move(box["x"] + box["width"], box["y"] + box["height"] / 2, steps=4)
    shown.mouse.up()
    expect(panel.locator("[data-yaml]")).to_have_text("- La ville compte 12 millions")


def test_selection_may_reach_beyond_the_text(shown: Page, preview: Running) -> None:
    visit(shown, preview, "sources/alpha/")

    select(shown, "a fermé mardi")
    shown.evaluate("getSelection().extend(document.getElementById('passages'), 0)")

    quoted = shown.locator("#preview-quote [data-yaml]")
    expect(quoted).to_have_text("- a fermé mardi.")


def test_panel_is_next_from_the_keyboard_and_leads_back(shown: Page, preview: Running) -> None:
    visit(shown, preview, "sources/alpha/")
    select(shown, "le pont a fermé")
    expect(shown.locator("#preview-quote")).to_be_visible()

    shown.keyboard.press("Tab")

    expect(shown.get_by_role("button", name="Copier le YAML")).to_be_focused()
    shown.keyboard.press("Escape")
    expect(shown.locator("main")).to_be_focused()


def test_what_is_typed_in_the_panel_outlives_a_save_elsewhere(
    shown: Page, preview: Running
) -> None:
    visit(shown, preview, "sources/alpha/")
    select(shown, "le pont a fermé")
    panel = shown.locator("#preview-quote")
    panel.get_by_text("Commencer une affirmation").click()
    panel.get_by_label("L’affirmation, en une phrase").fill("Le pont a fermé.")
    state = shown.evaluate("state")

    rewritten(preview.root / CLAIM, "Le pont est ouvert.", "Le pont est fermé.")

    shown.wait_for_function("before => state !== before", arg=state)
    expect(panel.get_by_label("L’affirmation, en une phrase")).to_have_value("Le pont a fermé.")
    shown.keyboard.press("Escape")
    expect(shown.locator("main")).to_contain_text("Le pont est fermé.")
