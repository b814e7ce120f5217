from recoupe.writing.fixed_files import fixed_files


def test_every_site_lets_robots_in_and_jekyll_out() -> None:
    assert fixed_files() == {".nojekyll": b"", "robots.txt": b"User-agent: *\nAllow: /\n"}


def test_robots_are_told_of_a_sitemap_where_there_is_one() -> None:
    robots = fixed_files(sitemap_url="https://a.example/sitemap.xml")["robots.txt"]

    assert robots.endswith(b"\n\nSitemap: https://a.example/sitemap.xml\n")
