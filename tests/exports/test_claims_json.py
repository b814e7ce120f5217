import json
from hashlib import sha256
from typing import Any

import pytest

from recoupe.exports.claims_json import claim_json, claims_json
from recoupe.exports.dataset import ClaimRecord, Dataset

FIRST = "\ufeffTitre\r\nParler 𝟙 revendique « 20 millions » de membres, dit-il.\r\nPublicité"


@pytest.fixture
def text(claims: list[ClaimRecord], data: Dataset) -> str:
    return b"".join(claims_json(map(claim_json, claims), data)).decode()


@pytest.fixture
def published(text: str) -> Any:
    return json.loads(text)


def test_claim_has_the_fields_of_the_format(published: Any) -> None:
    [claim] = published["claims"]

    accounts = claim.pop("accounts")

    assert list(published) == ["claims", "sources", "discrepancies", "conflicts"]
    assert claim == {
        "id": "users",
        "claim": "Parler compte 20 millions de membres.",
        "question": "Combien ?",
        "url": "claims/users/",
        "tags": ["audience"],
        "when": "2021-02",
        "verdict": "unproven",
    }
    assert [account["source"] for account in accounts] == ["first", "second", "third"]


def test_account_has_its_value_as_typed_and_the_origin_that_counts(published: Any) -> None:
    account = published["claims"][0]["accounts"][0]

    account.pop("quotes")

    assert account == {
        "source": "first",
        "id": None,
        "stance": "supports",
        "certainty": "asserted",
        "attributed_to": ["Le Monde", "Parler"],
        "origin": "Parler",
        "value": "20 000 000",
        "unit": "membres",
        "as_of": "2021-02",
        "searched": [],
    }


def test_quote_stands_at_its_code_points_in_the_captured_file(published: Any) -> None:
    quotes = published["claims"][0]["accounts"][0]["quotes"]

    assert [FIRST[quote["start"] : quote["end"]] for quote in quotes] == ["20 millions", "dit-il"]
    assert [quote["text"] for quote in quotes] == ["20 millions", "dit-il"]
    assert quotes[0]["url"].startswith("sources/first/#span-")


def test_silent_account_has_the_words_that_were_searched(published: Any) -> None:
    silent = published["claims"][0]["accounts"][2]

    assert silent["searched"] == ["membres"]
    assert silent["quotes"] == []
    assert silent["value"] is silent["unit"] is silent["as_of"] is None


def test_source_has_the_hashes_of_its_file_and_of_its_body(published: Any) -> None:
    source = published["sources"][0]

    body = FIRST[source["body"]["start"] : source["body"]["end"]]

    assert body.startswith("Parler 𝟙")
    assert body.endswith("dit-il.")
    assert source["body"]["sha256"] == sha256(body.encode()).hexdigest()
    assert source["sha256"] == sha256(FIRST.encode()).hexdigest()
    assert source["published"] == "2021-02"
    assert source["publisher"] is None


def test_discrepancy_that_names_no_sources_has_the_accounts_that_it_concerns(
    published: Any,
) -> None:
    assert published["discrepancies"] == [
        {
            "id": "numbers",
            "title": "Quinze ou vingt",
            "url": "discrepancies/numbers/",
            "kind": ["number", "scope"],
            "strength": "tension",
            "claims": ["users"],
            "sources": ["first", "second#later"],
        }
    ]


def test_conflict_names_its_accounts_and_what_explains_it(published: Any) -> None:
    assert published["conflicts"] == [
        {"claim": "users", "accounts": ["first", "second#later"], "discrepancies": ["numbers"]}
    ]


def test_drafts_are_in_no_list(text: str) -> None:
    assert "hidden" not in text
    assert "secret" not in text
    assert "draft" not in text


def test_characters_stand_as_themselves(text: str) -> None:
    assert "Combien ?" in text
    assert "\\u" not in text
    assert text.startswith('{\n "claims": [\n')
    assert text.endswith("}\n")
