import pytest

from recoupe.pages.views.frame import Frame, SiteFrame
from recoupe.pages.views.overviews import NotFoundView, SearchView
from recoupe.writing.policy import content_security_policy

SITE = SiteFrame("Site", None, "fr", "ltr", None, None, None, (), ())
FRAME = Frame(SITE, "/search/", "Title", "Description", None, ())
SEARCH = SearchView(FRAME, "/search/index/pagefind.js", (), (), (), ())


def rules(view: NotFoundView | SearchView) -> dict[str, str]:
    parted = (rule.partition(" ") for rule in content_security_policy(view).split("; "))
    return {name: allowed for name, _, allowed in parted}


def test_page_may_run_scripts_of_the_site_and_fetch_nothing() -> None:
    found = rules(NotFoundView(FRAME, "/"))

    assert found["default-src"] == "'none'"
    assert found["script-src"] == "'self'"
    assert not {"connect-src", "worker-src"} & found.keys()


def test_page_that_searches_may_load_its_index_besides() -> None:
    found = rules(SEARCH)

    added = {
        name: rule
        for name, rule in found.items()
        if rules(NotFoundView(FRAME, "/")).get(name) != rule
    }
    assert added == {
        "script-src": "'self' 'wasm-unsafe-eval'",
        "worker-src": "'self'",
        "connect-src": "'self'",
    }


@pytest.mark.parametrize("view", [NotFoundView(FRAME, "/"), SEARCH], ids=["a page", "the search"])
def test_no_policy_allows_another_host_or_anything_inline(view: NotFoundView | SearchView) -> None:
    policy = content_security_policy(view)

    assert "'unsafe" not in policy
    assert "://" not in policy
    assert "*" not in policy
