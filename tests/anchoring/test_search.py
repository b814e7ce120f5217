"""Where a searched entry occurs: what disproves a silence."""

import pytest

from recoupe.anchoring import occurrences


@pytest.mark.parametrize(
    ("raw", "entry", "expected"),
    [
        pytest.param("des utilisateurs", "utilisateur", ["utilisateur"], id="longer word"),
        pytest.param("réutilisateur", "utilisateur", [], id="inside a word"),
        pytest.param("l’Utilisateur", "utilisateur", ["Utilisateur"], id="behind an apostrophe"),
        pytest.param("janvier.Utilisateurs", "UTILISATEUR", ["Utilisateur"], id="glued, capitals"),
        pytest.param("ÉTATS-UNIS", "etats-unis", ["ÉTATS-UNIS"], id="accents"),
        pytest.param("e\u0301tat", "etat", ["e\u0301tat"], id="decomposed accent"),
        pytest.param("états", "état", ["état"], id="accent in the entry"),
        pytest.param("Œuvre et cœur", "oeuvre", ["Œuvre"], id="œ is oe"),
        pytest.param("coeur", "cœur", ["coeur"], id="oe is œ"),
        pytest.param("curriculum vitæ", "vitae", ["vitæ"], id="æ is ae"),
        pytest.param("20\u202f000 membres", "20 000", ["20\u202f000"], id="number"),
        pytest.param("120 000", "20", [], id="inside a number"),
        pytest.param("mille\nmembres", "mille membres", ["mille\nmembres"], id="several words"),
        pytest.param("5membres", "membres", [], id="behind a digit"),
        pytest.param("_membres", "membres", ["membres"], id="behind an underscore"),
        pytest.param("والكِتاب", "كتاب", ["كِتاب"], id="Arabic, anywhere"),
        pytest.param("הבַּיִת", "בית", ["בַּיִת"], id="Hebrew, anywhere"),
        pytest.param("我在北京工作", "北京", ["北京"], id="Chinese, anywhere"),
        pytest.param("ฉันชื่อสมชาย", "ชื่อ", ["ชื่อ"], id="Thai, anywhere"),
        pytest.param("公司Parler", "Parler", ["Parler"], id="Latin behind Chinese"),
        pytest.param("किताब", "ताब", [], id="inside a Devanagari word"),
        pytest.param("Москвы", "москв", ["Москв"], id="Cyrillic"),
        pytest.param("Андрей", "андреи", ["Андрей"], id="Cyrillic accent"),
        pytest.param("aaa aa", "aa", ["aa", "aa"], id="only at the start of each word"),
        pytest.param("il a dit « oui »", "« oui »", ["« oui »"], id="quotation, glued by folding"),
        pytest.param('il a dit "oui".', "« oui »", ['"oui"'], id="other quotation marks"),
        pytest.param("dit : Mark", ": Mark", [": Mark"], id="colon, glued by folding"),
        pytest.param("20 % ici", "%", ["%"], id="sign alone"),
        pytest.param("vaut 5€", "€", ["€"], id="sign behind a digit"),
        pytest.param("note²mot", "mot", ["mot"], id="behind a footnote call"),
        pytest.param("½part", "part", ["part"], id="behind a fraction"),
        pytest.param("a b", " ", [], id="entry of nothing"),
        pytest.param("a b", "\u0301", [], id="entry of an accent alone"),
    ],
)
def test_entry_occurs_at_the_start_of_words(raw: str, entry: str, expected: list[str]) -> None:
    spans = occurrences(raw, entry)

    assert [raw[slice(*span)] for span in spans] == expected
