import pytest

from recoupe.writing.stylesheets import stylesheet


def test_files_stand_in_the_layer_that_their_name_says() -> None:
    sheet = stylesheet(
        {
            "print.css": "p{}",
            "components/b.css": "b{}",
            "components/a.css": "a{}",
            "base.css": "h{}",
        }
    )

    assert sheet == (
        "@layer tokens, base, layout, components, print;\n"
        "@layer base {\nh{}\n}\n"
        "@layer components {\na{}\n}\n"
        "@layer components {\nb{}\n}\n"
        "@layer print {\np{}\n}\n"
    )


def test_file_of_another_name_is_a_component() -> None:
    assert "@layer components {\nx{}\n}" in stylesheet({"extra.css": "x{}"})


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("/* why */\na {\n  b: c; /* so */\n}", "a {\nb: c;\n}"),
        ('a { content: "/* kept */" }', 'a { content: "/* kept */" }'),
        ('a { content: "it\\"s /* kept */" }', 'a { content: "it\\"s /* kept */" }'),
        ("a { b: url(data:,/*x*/) }", "a { b: url(data:,/*x*/) }"),
        (".a/**/.b {}", ".a/**/.b {}"),
        ("/* it's */\na{} /* don't */", "a{}"),
        ("a{}/* one */\n/* two\n  lines */ b{}", "a{}\nb{}"),
    ],
    ids=["plain", "string", "escaped quote", "url", "parting", "apostrophes", "many lines"],
)
def test_comments_and_indentation_go_and_nothing_else(source: str, expected: str) -> None:
    sheet = stylesheet({"base.css": source})

    assert f"@layer base {{\n{expected}\n}}\n" in sheet
