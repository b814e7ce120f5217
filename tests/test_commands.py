"""The commands as they are typed: what they write, what they print, how they end."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CASES = Path(__file__).parent / "cases"
SOUND = CASES / "comparing" / "conflict-described"
BROKEN = CASES / "anchoring" / "quote-absent"
SEED = next((SOUND / "seeds").iterdir())


def recoupe(*words: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "recoupe", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def project(case: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(case, tmp_path / "project"))


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_no_command_builds(tmp_path: Path) -> None:
    root = project(SOUND, tmp_path)

    ended = recoupe("--root", root)

    assert ended.returncode == 0
    assert (root / "site/claims/people/index.html").is_file()


def test_quick_build_and_jobs_change_nothing_where_nothing_has_changed(tmp_path: Path) -> None:
    root = project(SOUND, tmp_path)
    recoupe("build", "--root", root)
    before = tree(root / "site")

    ended = recoupe("build", "--root", root, "--quick", "--jobs", "4")

    assert ended.returncode == 0
    assert tree(root / "site") == before


def test_processes_together_make_what_one_makes_alone(tmp_path: Path) -> None:
    root = project(SOUND, tmp_path)
    claim = (root / "facts/claims/people.yaml").read_text("utf-8")
    for number in range(40):
        (root / f"facts/claims/more-{number}.yaml").write_text(claim, "utf-8")

    alone = recoupe("build", "--root", root, "--quick", "--jobs", "1", "--output", root / "alone")
    spread = recoupe("build", "--root", root, "--quick", "--jobs", "3", "--output", root / "spread")

    assert (alone.returncode, spread.returncode) == (0, 0)
    assert tree(root / "spread") == tree(root / "alone")


def test_profile_tells_where_the_time_went(tmp_path: Path) -> None:
    ended = recoupe("build", "--root", project(SOUND, tmp_path), "--quick", "--profile")

    stages = [line.split()[0] for line in ended.stderr.splitlines()]
    assert stages[:5] == ["reading", "anchoring", "comparing", "edition", "reusing"]
    assert stages[-2:] == ["in", "everything"]


def test_build_tells_whether_the_search_index_is_new(tmp_path: Path) -> None:
    root = project(SOUND, tmp_path)

    first, second, quick = (recoupe("--root", root, *more) for more in ([], [], ["--quick"]))

    assert "search index over 4 pages, new" in first.stderr
    assert "search index over 4 pages, unchanged" in second.stderr
    assert "search index" not in quick.stderr


def test_index_that_cannot_be_made_ends_with_three_and_leaves_the_pages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = project(SOUND, tmp_path)
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(tmp_path / "nowhere"))

    ended = recoupe("--root", root)

    assert ended.returncode == 3
    assert "error: no search index: " in ended.stderr
    assert "the pages are published" in ended.stderr
    assert (root / "site/claims/people/index.html").is_file()


def test_new_project_is_made_below_the_root_and_its_site_is_proved(tmp_path: Path) -> None:
    made = recoupe("init", "--root", tmp_path, "mine")
    built = recoupe("--root", tmp_path / "mine")
    proved = recoupe("verify", "--root", tmp_path, "mine/site")

    assert [made.returncode, built.returncode, proved.returncode] == [0, 0, 0]


def test_mistake_ends_with_one_and_leaves_the_last_good_site(tmp_path: Path) -> None:
    root = project(SOUND, tmp_path)
    recoupe("build", "--root", root)
    before = tree(root / "site")
    claim = root / "facts/claims/people.yaml"
    claim.write_text(claim.read_text("utf-8").replace("12 millions", "13 millions"), "utf-8")

    ended = recoupe("build", "--root", root)

    assert ended.returncode == 1
    assert "error[quote-absent]" in ended.stderr
    assert "nothing was written" in ended.stderr
    assert tree(root / "site") == before


@pytest.mark.parametrize(
    ("words", "code"),
    [
        pytest.param(["build", "--root", "nowhere"], 2, id="a root that is not there"),
        pytest.param(["no-such-command"], 2, id="a command that is not there"),
        pytest.param(["build", "--no-such-option"], 2, id="an option that is not there"),
        pytest.param(["build", "--jobs", "0"], 2, id="no process"),
        pytest.param(["new", "claim", "BAD"], 2, id="an id that is none"),
        pytest.param(["new", "claim", "page"], 2, id="an id that is taken by lists"),
        pytest.param(["init", __file__], 2, id="a project where a file is"),
        pytest.param(["init", f"{__file__}/x"], 2, id="a project below a file"),
        pytest.param(["init", "--root", SOUND, "."], 2, id="a project where one is"),
        pytest.param(["new", "claim", "people", "--root", SOUND], 2, id="a claim that is there"),
        pytest.param(["find", "x", "--root", SOUND, "--source", "x"], 2, id="no such source"),
        pytest.param(["new", "source", "x", "--keep"], 2, id="nothing to keep"),
        pytest.param(["new", "claim", "x", "--from", __file__], 2, id="a claim out of a file"),
        pytest.param(["new", "source", "x", "--from", __file__], 2, id="a source out of a script"),
        pytest.param(
            ["new", "source", "x", "--from", SEED, "--retrieved", "2021-02-30"], 2, id="no such day"
        ),
        pytest.param(["verify", "nowhere"], 2, id="a site that is not there"),
        pytest.param(["--root", SOUND, "check"], 0, id="the root in front"),
        pytest.param(["check", "--root", __file__], 2, id="a root that is a file"),
        pytest.param(["--help"], 0, id="help"),
        pytest.param(["--version"], 0, id="version"),
    ],
)
def test_usage_is_told_by_the_exit_code(words: list[str | Path], code: int) -> None:
    assert recoupe(*words).returncode == code


def test_output_that_is_somebody_elses_is_refused_as_wrong_usage(tmp_path: Path) -> None:
    root = project(SOUND, tmp_path)
    page = root / "site/index.html"
    page.parent.mkdir()
    page.write_text("mine")

    ended = recoupe("build", "--root", root)

    assert ended.returncode == 2
    assert page.read_text() == "mine"


def test_machine_that_fails_ends_with_three(tmp_path: Path) -> None:
    root = project(SOUND, tmp_path)
    (root / "in the way").write_text("a file, so no folder can be made below it")

    ended = recoupe("build", "--root", root, "--output", root / "in the way" / "site")

    assert ended.returncode == 3


def test_check_writes_nothing(tmp_path: Path) -> None:
    root = project(SOUND, tmp_path)
    before = tree(root)

    ended = recoupe("check", "--root", root)

    assert ended.returncode == 0
    assert tree(root) == before


def test_strict_makes_warnings_errors() -> None:
    warned = CASES / "comparing" / "source-unused"

    assert recoupe("check", "--root", warned).returncode == 0
    assert recoupe("check", "--root", warned, "--strict").returncode == 1


def test_check_prints_json_for_programs() -> None:
    ended = recoupe("check", "--root", BROKEN, "--format", "json")

    (row,) = json.loads(ended.stdout)["diagnostics"]
    assert (row["path"], row["line"], row["column"]) == ("facts/claims/bridge.yaml", 6, 9)
    assert row["code"] == "quote-absent"


def test_check_prints_annotations_for_pull_requests() -> None:
    ended = recoupe("check", "--root", BROKEN, "--format", "github")

    assert "/facts/claims/bridge.yaml,line=6,col=9," in ended.stdout
    assert ended.stdout.startswith("::error file=")


def test_annotations_name_files_as_the_repository_sees_them(tmp_path: Path) -> None:
    project(BROKEN, tmp_path)

    ended = subprocess.run(
        [sys.executable, "-m", "recoupe", "check", "--root", "project", "--format", "github"],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )

    assert ended.stdout.startswith("::error file=project/facts/claims/bridge.yaml,line=6,")


def test_page_of_a_run_has_every_mistake_and_takes_none_for_a_mark(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, page = project(BROKEN, tmp_path), tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    for number in range(11):
        file = root / f"facts/sources/more-{number}.yaml"
        file.write_text(f"text: 'a|<b>@c-{number}.txt'\ntitle: x\n", "utf-8")

    ended = recoupe("check", "--root", root, "--format", "github")

    table = page.read_text("utf-8")
    assert "GitHub shows 10 of each" in ended.stderr
    assert table.count("(file-missing)") == 11
    assert "<b>" not in table
    assert "@c" not in table
    assert "a|" not in table


@pytest.mark.parametrize(
    ("words", "yaml"),
    [
        pytest.param("le pont reste ouvert", "Le pont reste ouvert", id="as remembered"),
        pytest.param("La ville compte 12 millions", "La ville compte 12 millions", id="exact"),
    ],
)
def test_find_gives_the_line_to_paste(words: str, yaml: str) -> None:
    ended = recoupe("find", words, "--root", BROKEN, "--format", "json")

    assert ended.returncode == 0
    assert json.loads(ended.stdout)[0]["yaml"] == yaml


def test_find_says_so_where_nothing_is_like_the_words() -> None:
    ended = recoupe("find", "Une phrase venue de nulle part", "--root", BROKEN)

    assert ended.returncode == 0
    assert "no source" in ended.stdout


@pytest.mark.parametrize("words", [[], ["--source", "alpha"]], ids=["anywhere", "in one source"])
def test_find_tells_the_mistakes_that_keep_it_from_searching(
    tmp_path: Path, words: list[str]
) -> None:
    root = project(SOUND, tmp_path)
    (root / "facts/sources/alpha.yaml").write_text("text: nowhere.txt\ntitle: x\n", "utf-8")

    ended = recoupe("find", "Une phrase venue de nulle part", "--root", root, *words)

    assert ended.returncode == 1
    assert ended.stdout == ""
    assert "error[file-missing]" in ended.stderr
    assert "not searched: alpha" in ended.stderr


def test_find_needs_no_site_file(tmp_path: Path) -> None:
    root = project(SOUND, tmp_path)
    (root / "facts/site.yaml").unlink()

    ended = recoupe("find", "12 millions", "--root", root)

    assert ended.returncode == 0
    assert "12 millions" in ended.stdout


def test_mistake_in_a_template_is_told_in_one_line_and_leaves_no_site(tmp_path: Path) -> None:
    root = project(SOUND, tmp_path)
    (root / "templates/pages").mkdir(parents=True)
    (root / "templates/pages/not-found.html").write_text("\n{{ 1/0 }}", "utf-8")

    ended = recoupe("build", "--root", root)

    assert ended.returncode == 1
    assert ended.stderr == (
        "error: templates/pages/not-found.html, line 2: ZeroDivisionError: division by zero\n"
    )
    assert list((root / "site").iterdir()) == []


def test_link_out_of_the_templates_leaves_no_site(tmp_path: Path) -> None:
    root = project(SOUND, tmp_path)
    (root / "templates").mkdir()
    (root / "templates/assets").symlink_to(CASES)

    ended = recoupe("build", "--root", root)

    assert ended.returncode == 1
    assert ended.stderr.startswith("error: templates/assets: leads out")
    assert not (root / "site").exists()


def test_schema_writes_one_for_each_kind_of_file(tmp_path: Path) -> None:
    recoupe("schema", "--output", tmp_path)

    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == ["claim.json", "discrepancy.json", "site.json", "source.json"]


def test_changed_page_of_a_built_site_is_found_out(tmp_path: Path) -> None:
    root = project(SOUND, tmp_path)
    recoupe("build", "--root", root)
    sound = recoupe("verify", root / "site").returncode
    page = root / "site/claims/people/index.html"
    page.write_text(page.read_text("utf-8").replace("12 millions", "13 millions"), "utf-8")

    ended = recoupe("verify", root / "site")

    assert sound == 0
    assert ended.returncode == 1
    assert "claims/people/index.html" in ended.stderr


def test_address_given_on_the_way_makes_canonical_links(tmp_path: Path) -> None:
    root = project(SOUND, tmp_path)

    recoupe("build", "--root", root, "--base-url", "https://example.org/parler")

    page = (root / "site/claims/people/index.html").read_text("utf-8")
    assert '<link rel="canonical" href="https://example.org/parler/claims/people/">' in page


def test_find_marks_the_words_that_match_below_them() -> None:
    ended = recoupe("find", "LE PONT ouvert", "--root", BROKEN)

    place, passage, marks, line = ended.stdout.splitlines()[:4]
    marked = "".join(letter for letter, mark in zip(passage, marks, strict=False) if mark == "^")
    assert place.endswith("alike)")
    assert marked == "Lepontouvert"
    assert line == "   - Le pont reste ouvert"


def test_command_that_takes_no_page_does_not_load_what_reads_pages() -> None:
    loaded = "print({'lxml', 'trafilatura'} & set(sys.modules))"
    program = f"import sys, recoupe.cli, recoupe.pipeline; {loaded}"

    ended = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert ended.stdout == "set()\n"
