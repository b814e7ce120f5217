"""Every page and stylesheet before the Nu HTML checker, in one run: a start costs seconds."""

import json
import subprocess
from pathlib import Path

# What the checker says, and why it is not so; empty is best.
ALLOWED = {
    "Resource violates Content Security Policy": (
        "'self' is no host for a file; that the policy lets everything load is seen in a browser"
    ),
    "Inline script violates Content Security Policy": (
        "a block of JSON-LD is no script that runs; that nothing else is inline is tested elsewhere"
    ),
    "A numeric character reference expanded to carriage return": (
        "written so on purpose: a bare one would be lost, and the text shown is the source's own"
    ),
    # Parts of CSS that the checker does not know yet; it knows the rest, and finds slips.
    "CSS: Unrecognized at-rule “@container”": "CSS Containment 3",
    "CSS: “container-type”": "CSS Containment 3",
    "CSS: “block-size”: Unknown dimension": "`cqi`, of CSS Containment 3",
    "CSS: “max-block-size”: The types are incompatible": "`calc()` with a variable",
    "CSS: “reading-flow”": "CSS Display 4",
    "CSS: “vector-effect”": "SVG 2",
}


def test_no_page_has_an_error_or_a_warning(served: Path, checker: list[str]) -> None:
    command = [*checker, "--skip-non-html", "--also-check-css", "--stdout", "--exit-zero-always"]

    run = subprocess.run(
        [*command, "--format", "json", str(served)],
        capture_output=True,
        check=True,
        encoding="utf-8",
    )

    found = [
        f"{one['url'].rpartition('/served/')[2]}:{one.get('lastLine')}: {one['message']}"
        for one in json.loads(run.stdout)["messages"]
        if not any(allowed in one["message"] for allowed in ALLOWED)
    ]
    assert found == []
