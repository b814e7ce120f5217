"""`repair` and `check --pin` as they are typed: what they show, what they write, how they end."""

import hashlib
import json
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

from recoupe.loading import load
from tests.editing.conftest import ARTICLE, CLAIM, PAGE, PIN, SOURCE, Drifting

HOSTS = ("services d’hébergement avaient", "services d’hébergment avaient")


def recoupe(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "recoupe", words[0], "--root", str(root), *words[1:]]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def hash_of(project: Drifting) -> str:
    return hashlib.sha256((project.root / "seeds" / ARTICLE).read_bytes()).hexdigest()


def facts(project: Drifting) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in project.root.rglob("facts/**/*.*")}


def test_nothing_that_drifted_is_told_in_one_line(drifting: Drifting) -> None:
    ended = recoupe(drifting.root, "repair")

    assert ended.returncode == 0
    assert ended.stdout == ""
    assert ended.stderr.startswith("nothing has drifted")


def test_dry_run_shows_old_and_new_words_and_writes_nothing(drifting: Drifting) -> None:
    drifting.capture(drifting.article.replace(*HOSTS))
    before = facts(drifting)

    ended = recoupe(drifting.root, "repair")

    assert ended.returncode == 1
    assert "the text that was checked is known from git, " in ended.stdout
    assert "[-d’hébergement-] {+d’hébergment+} avaient refusé" in ended.stdout
    assert "98% alike, clearly the same passage" in ended.stdout
    assert "write: - de nombreux services d’hébergment avaient refusé" in ended.stdout
    assert "nothing was written; next: `recoupe repair --write`" in ended.stderr
    assert facts(drifting) == before


def test_written_repair_keeps_comments_and_tells_it_in_the_history(drifting: Drifting) -> None:
    drifting.capture(drifting.article.replace(*HOSTS))

    ended = recoupe(drifting.root, "repair", "--write")

    assert ended.returncode == 0
    assert drifting.fact("claims/compte.yaml") == CLAIM.replace(
        "services d’hébergement avaient", "services d’hébergment avaient"
    ) + (
        "history:\n"
        f"  - date: {date.today().isoformat()}\n"
        "    kind: updated\n"
        '    note: "Le texte de «\u00a0Le retour\u00a0» a changé\u202f;'
        " les citations le suivent\u00a0:"
        ' «\u00a0hébergement\u00a0» devient «\u00a0hébergment\u00a0»."\n'
    )
    assert drifting.fact("sources/retour.yaml") == SOURCE.replace(PIN, hash_of(drifting))
    assert drifting.fact("pages/a-propos.md") == PAGE.replace("hébergement", "hébergment")
    assert not load(drifting.root).report.failed


def test_second_run_finds_nothing_more(drifting: Drifting) -> None:
    drifting.capture(drifting.article.replace(*HOSTS))
    recoupe(drifting.root, "repair", "--write")
    before = facts(drifting)

    ended = recoupe(drifting.root, "repair", "--write")

    assert ended.returncode == 0
    assert facts(drifting) == before


def test_changed_figure_is_shown_and_never_written(drifting: Drifting) -> None:
    drifting.capture(drifting.article.replace("15 millions", "16 millions"))
    before = facts(drifting)

    ended = recoupe(drifting.root, "repair", "--write")

    assert ended.returncode == 1
    assert "changed in meaning?" in ended.stdout
    assert "? a figure or a date has changed: `15`, `16`" in ended.stdout
    assert "if it is right, type: - Parler comptait 16 millions" in ended.stdout
    assert "`sha256` left as it is: 1 citation of it not proved, or in doubt" in ended.stderr
    assert facts(drifting) == before


def test_text_whose_typesetting_alone_changed_is_pinned_anew(drifting: Drifting) -> None:
    drifting.capture(drifting.article.replace("’", "'"))

    ended = recoupe(drifting.root, "repair", "--write")

    assert ended.returncode == 0
    assert drifting.fact("sources/retour.yaml") == SOURCE.replace(PIN, hash_of(drifting))
    assert drifting.fact("claims/compte.yaml") == CLAIM


def test_slip_of_the_pen_is_mended_without_a_word_to_readers(drifting: Drifting) -> None:
    slip = CLAIM.replace("services d’hébergement", "sevices d’hébergement")
    drifting.write("claims/compte.yaml", slip)

    ended = recoupe(drifting.root, "repair", "--write")

    assert ended.returncode == 0
    assert drifting.fact("claims/compte.yaml") == CLAIM


def test_draft_gets_no_history(drifting: Drifting) -> None:
    drifting.write("claims/compte.yaml", f"draft: true\n{CLAIM}")
    drifting.capture(drifting.article.replace(*HOSTS))

    recoupe(drifting.root, "repair", "--write")

    assert "history" not in drifting.fact("claims/compte.yaml")


def test_repair_that_would_take_a_comment_with_it_is_left_and_told(drifting: Drifting) -> None:
    quote = "de nombreux services d’hébergement avaient refusé les demandes de retour"
    block = f"exact: {quote}\n        prefix: dernières semaines,  # twice, once\n"
    drifting.write("claims/compte.yaml", CLAIM.replace(f"{quote}\n", block))
    drifting.capture(drifting.article.replace("semaines, de nombreux", "semaines et de nombreux"))

    ended = recoupe(drifting.root, "repair", "--write")

    assert ended.returncode == 1
    assert "not written: facts/claims/compte.yaml:8: a comment stands in what" in ended.stderr


def test_neighbours_that_still_tell_the_passage_are_kept(drifting: Drifting) -> None:
    quote = "de nombreux services d’hébergement avaient refusé les demandes de retour"
    block = f"exact: {quote}\n        prefix: dernières semaines,  # twice, once\n"
    claim = CLAIM.replace(f"{quote}\n", block)
    drifting.write("claims/compte.yaml", claim)
    drifting.capture(drifting.article.replace(*HOSTS))

    recoupe(drifting.root, "repair", "--write")

    after = drifting.fact("claims/compte.yaml")
    assert after.startswith(claim.replace("d’hébergement avaient", "d’hébergment avaient"))


def test_pin_is_added_where_there_is_none(drifting: Drifting) -> None:
    bare = SOURCE[: SOURCE.index("sha256")]
    drifting.write("sources/retour.yaml", bare)

    ended = recoupe(drifting.root, "check", "--pin")

    assert ended.returncode == 0
    assert ended.stderr.startswith("facts/sources/retour.yaml: `sha256` added\n")
    assert drifting.fact("sources/retour.yaml") == f"{bare}sha256: {PIN}\n"


def test_pin_is_renewed_where_all_is_proved(drifting: Drifting) -> None:
    drifting.capture(drifting.article.replace("’", "'"))

    ended = recoupe(drifting.root, "check", "--pin")

    assert ended.stderr.startswith("facts/sources/retour.yaml: `sha256` renewed\n")
    assert "source-changed" not in ended.stderr
    assert drifting.fact("sources/retour.yaml") == SOURCE.replace(PIN, hash_of(drifting))


def test_pin_is_left_while_a_quote_is_not_proved(drifting: Drifting) -> None:
    drifting.capture(drifting.article.replace(*HOSTS))

    ended = recoupe(drifting.root, "check", "--pin")

    assert ended.returncode == 1
    assert "`sha256` left as it is: 2 citations of it not proved" in ended.stderr
    assert drifting.fact("sources/retour.yaml") == SOURCE


def test_report_for_programs_is_left_whole_while_pins_are_written(drifting: Drifting) -> None:
    drifting.capture(drifting.article.replace("’", "'"))

    ended = recoupe(drifting.root, "check", "--pin", "--format", "json")

    codes = [one["code"] for one in json.loads(ended.stdout)["diagnostics"]]
    assert "source-changed" not in codes


def test_fact_file_behind_a_link_is_not_written(drifting: Drifting) -> None:
    drifting.capture(drifting.article.replace(*HOSTS))
    claim = drifting.root / "facts/claims/compte.yaml"
    claim.rename(drifting.root / "facts/elsewhere.txt")
    claim.symlink_to("../elsewhere.txt")

    ended = recoupe(drifting.root, "repair", "--write")

    assert ended.returncode == 1
    assert "is reached by a link, and links are not written through" in ended.stderr
    assert drifting.fact("elsewhere.txt") == CLAIM


def test_doubtful_words_are_written_where_an_editor_has_accepted_them(drifting: Drifting) -> None:
    drifting.capture(drifting.article.replace("15 millions", "16 millions"))
    dry = recoupe(drifting.root, "repair")
    (line,) = re.findall(r"--accept (facts/claims/compte\.yaml:\d+)`", dry.stdout)

    ended = recoupe(drifting.root, "repair", "--write", "--accept", line)

    assert ended.returncode == 0
    assert "1 repair written into 1 file" in ended.stderr
    assert "16 millions" in drifting.fact("claims/compte.yaml")
    assert "Le texte de" in drifting.fact("claims/compte.yaml")


def test_place_with_nothing_to_accept_is_wrong_usage(drifting: Drifting) -> None:
    drifting.capture(drifting.article.replace("15 millions", "16 millions"))
    before = facts(drifting)

    ended = recoupe(drifting.root, "repair", "--write", "--accept", "facts/claims/compte.yaml:1")

    assert ended.returncode == 2
    assert "at facts/claims/compte.yaml:1 there is nothing to write" in ended.stderr
    assert facts(drifting) == before


def test_link_is_renewed_and_not_what_only_reads_like_it(drifting: Drifting) -> None:
    link = '[là](quote:retour "de nombreux services d’hébergement")'
    page = f"# À propos\n\nOn écrit `{link}` : voir {link}, et {link}.\n"
    note = "note: Il le dit [ainsi]("
    twice = CLAIM.replace(note, f"note: On écrit `{link}`, dit {link} et [ainsi](")
    drifting.write("pages/a-propos.md", page)
    drifting.write("claims/compte.yaml", twice)
    drifting.capture(drifting.article.replace(*HOSTS))

    ended = recoupe(drifting.root, "repair", "--write")

    new = link.replace("hébergement", "hébergment")
    assert ended.returncode == 0
    assert drifting.fact("pages/a-propos.md") == (
        f"# À propos\n\nOn écrit `{link}` : voir {new}, et {new}.\n"
    )
    assert f"note: On écrit `{link}`, dit {new} et [ainsi](" in drifting.fact("claims/compte.yaml")


def test_source_that_cannot_be_read_is_not_said_to_stand(drifting: Drifting) -> None:
    (drifting.root / "seeds" / ARTICLE).unlink()

    ended = recoupe(drifting.root, "repair")

    assert ended.returncode == 1
    assert "every source is the text that was checked" not in ended.stderr
    assert "not looked at: sources/retour" in ended.stderr


def test_sources_without_a_pin_are_counted(drifting: Drifting) -> None:
    drifting.write("sources/retour.yaml", SOURCE.partition("sha256")[0])

    ended = recoupe(drifting.root, "repair")

    assert ended.returncode == 0
    assert "1 source of 1 without `sha256`; next: `recoupe check --pin`" in ended.stderr


def test_link_with_the_spaces_of_french_is_renewed(drifting: Drifting) -> None:
    words = "Parler comptait 15\u00a0millions d’utilisateurs"
    drifting.write("pages/a-propos.md", f'# À propos\n\n[Là](quote:retour "{words}").\n')
    drifting.capture(drifting.article.replace("comptait 15", "compatit 15"))

    ended = recoupe(drifting.root, "repair", "--write")

    assert ended.returncode == 0
    assert "compatit 15" in drifting.fact("pages/a-propos.md")


def test_long_passage_with_other_words_inside_is_accepted_and_told(drifting: Drifting) -> None:
    drifting.capture(drifting.article.replace("parti politique", "camp politique"))
    dry = recoupe(drifting.root, "repair")
    (line,) = re.findall(r"--accept (facts/claims/compte\.yaml:\d+)`", dry.stdout)
    assert "1 changed" in dry.stdout
    left = recoupe(drifting.root, "repair", "--write")
    assert "left as it is" in left.stderr

    ended = recoupe(drifting.root, "repair", "--write", "--accept", line)

    assert ended.returncode == 0
    assert hash_of(drifting) in drifting.fact("sources/retour.yaml")
    claim = drifting.fact("claims/compte.yaml")
    assert claim.startswith(CLAIM)
    assert "«\u00a0parti\u00a0» devient «\u00a0camp\u00a0»" in claim
