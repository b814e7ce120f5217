"""Which addresses may become links."""

import pytest

from recoupe.reading.addresses import is_mail_address, is_site_address, is_web_address


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org",
        "http://example.org:8080/a?b=c#d",
        "HTTPS://example.org/é",
        "https://[2001:db8::1]/",
    ],
)
def test_web_pages_are_linked(address: str) -> None:
    assert is_web_address(address)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "javascript:alert(1)",
        "data:text/html,a",
        "//example.org",
        "https:///path",
        "https://",
        "https://exa mple.org",
        "https://example.org/\n",
        'https://example.org/"onclick=',
        "https://example.org:port/",
        "https://[::1",
        "ftp://example.org/",
        "mailto:a@example.org",
    ],
)
def test_other_addresses_are_not(address: str) -> None:
    assert not is_web_address(address)


def test_mail_addresses_have_a_person_and_a_host() -> None:
    assert is_mail_address("mailto:desk@example.org?subject=Erreur")
    assert not is_mail_address("mailto:desk")


def test_sites_are_served_without_query_and_fragment() -> None:
    assert is_site_address("https://example.org/parler")
    assert not is_site_address("https://example.org/?a")
