"""One mistake that pydantic found, told to the editor.

Its wording is about Python; ours is about the file. The kinds of mistakes are few, since the shapes
check keys, texts, lists, mappings and words, and nothing else.
"""

from collections.abc import Mapping, Sequence
from itertools import takewhile
from typing import Any

from recoupe.diagnostics import Place, Report
from recoupe.model import Stance
from recoupe.reading.likely_words import likely_word, listed, meant
from recoupe.reading.lines import LocatedText
from recoupe.reading.nodes import Empty, Node, Series, Table, Typed
from recoupe.reading.quoting import block_help, quoted, quoted_text
from recoupe.reading.shape_paths import Spot, keys, stand_in, stand_in_item
from recoupe.reading.shapes_accounts import SilentShape, SpeakingShape
from recoupe.reading.shapes_quotes import ExactShape, PassageShape
from recoupe.values.mistakes import echo

_NOT_IN_A_LIST = frozenset(",:#[]{}\"'\n")  # signs for which a text in brackets would need quotes
_LONGEST_ITEM = 60  # code points; a longer text reads better on a line of its own
_WANTED = {
    "is_instance_of": "a text",
    "list_type": "a list",
    "dict_type": "a mapping",
    "model_type": "a mapping",
}
_NEEDED = {  # what a missing key is for, where its name alone does not tell
    "quotes": "an account that speaks needs `quotes`: words of its source",
    "searched": "a silent source needs `searched`: words that do not occur in it",
    "accounts": "a claim needs `accounts`: what each source says of it",
}


def report_mistake(
    kind: str, context: Mapping[str, Any], where: Spot, file: LocatedText, report: Report
) -> None:
    """Add the diagnostic for pydantic's mistake of `kind`, unless its cause was reported before."""
    if kind == "missing":
        _report_missing(where, file, report)
    elif isinstance(where.node, Empty):
        _report_empty(where, where.node, file, report)
    elif kind == "extra_forbidden":
        _report_unknown_key(where, file, report)
    elif kind == "too_short":
        _report_no_items(where, file, report)
    elif kind == "word_unknown" and isinstance(where.node, Typed):
        _report_unknown_word(context["words"], where, where.node, file, report)
    else:
        _report_wrong_type(_WANTED[kind], where, file, report)


def _place(where: Spot, file: LocatedText) -> Place:
    """The entry itself; the key where the entry is nothing that could be shown."""
    node = where.node
    if node is None:
        first = next(iter(where.around), None)
        if isinstance(where.around, Table) and isinstance(first, Typed):
            return file.place(first.start, first.end)
        return file.place(where.around.start)
    if isinstance(node, Empty) and isinstance(where.around, Table):
        key = where.around.key(str(where.key))
        return file.place(key.start, key.end)
    if isinstance(node, Empty) and file.text.endswith("-", 0, node.start):
        return file.place(node.start - 1, node.start)
    return file.place(node.start, max(node.end, node.start + 1))


def _report_missing(where: Spot, file: LocatedText, report: Report) -> None:
    if isinstance(where.around, Table) and where.key in where.around.lost:
        return
    if _is_misspelt(where):
        return
    key = str(where.key)
    message = _NEEDED.get(key, f"the key `{key}` is missing")
    help_text = f"add `{key}:` with a list below it" if key in _NEEDED else f"add `{key}: …`"
    report.add("key-missing", _place(where, file), message, help=help_text)


def _is_misspelt(where: Spot) -> bool:
    """Whether a key that is not known stands for the missing one; it is reported by itself."""
    if not isinstance(where.around, Table) or where.shape is None:
        return False
    known = keys(where.shape)
    unknown = [key for key in where.around if key not in known]
    return any(likely_word(key, known) == where.key for key in unknown)


def _report_empty(where: Spot, node: Empty, file: LocatedText, report: Report) -> None:
    if node.bare:
        _report_comma(where, file, report)
        return
    if _ends_with_comma(where):
        return
    rest = file.text[node.start : node.start + 2].lstrip()
    after_sign = file.text[node.end :].split("\n", 1)[0].lstrip(" ")
    what = f"`{where.key}` has no value" if isinstance(where.key, str) else "this item is empty"
    if after_sign.startswith("#"):
        marked = quoted(after_sign.rstrip())
        what_to_type = f"quote a text that begins with it: `{marked}`" if marked else block_help("")
        help_text = f"`#` begins a comment; {what_to_type}"
    elif rest.startswith("~"):
        help_text = "quote it if the sign is meant, or leave the key out"
    else:
        help_text = "write a value, or leave it out"
    report.add("value-empty", _place(where, file), what, help=help_text)


def _ends_with_comma(where: Spot) -> bool:
    """Whether a comma behind the colon ended the text, which is reported where it goes on."""
    if not isinstance(where.around, Table):
        return False
    following = list(where.around.values())[list(where.around).index(str(where.key)) + 1 :]
    return bool(following) and _is_bare(following[0])


def _report_comma(where: Spot, file: LocatedText, report: Report) -> None:
    """A comma in `{…}` ended a text, and what followed became a key without a value.

    Of several such keys in a row the first is reported, with all the words up to the last.
    """
    if not isinstance(where.around, Table):
        return
    entries = list(where.around.items())
    index = next(number for number, (key, _) in enumerate(entries) if key == where.key)
    if index and _is_bare(entries[index - 1][1]):
        return
    rest = takewhile(lambda entry: _is_bare(entry[1]), entries[index:])
    end = max(node.end for _, node in rest)
    name = echo(str(where.key))
    message = f"the comma before {name} ends the text, and {name} became a key"
    help_text = _comma_help(where.around, entries[:index], end, file)
    report.add("yaml-unquoted", _place(where, file), message, help=help_text)


def _comma_help(
    around: Table, before: Sequence[tuple[str, Node]], end: int, file: LocatedText
) -> str:
    """The last of the entries `before` as it should be typed, with all its words to `end`."""
    if before and isinstance(before[-1][1], Typed | Empty):
        key, value = before[-1]
        if key == "tolerance":
            return "write it with a point, as in `tolerance: 0.05`"
        colon = file.text.find(":", around.key(key).end, end)
        start = value.start if isinstance(value, Typed) else colon + 1
        marked = quoted(file.text[start:end].strip())
        if marked:
            return f"quote it: `{key}: {marked}`"
    return "inside `{…}`, quote a text that has a comma in it"


def _is_bare(node: Node) -> bool:
    return isinstance(node, Empty) and node.bare


def _report_unknown_key(where: Spot, file: LocatedText, report: Report) -> None:
    if not isinstance(where.around, Table) or where.shape is None:
        return
    key = where.around.key(str(where.key))
    place = file.place(key.start, key.end)
    elsewhere = _elsewhere(where.shape, key)
    if elsewhere:
        report.add("key-conflict", place, elsewhere[0], help=elsewhere[1])
        return
    known = keys(where.shape)
    help_text = meant(key, known, otherwise=f"the keys here are {listed(known)}")
    report.add("key-unknown", place, f"the key {echo(key)} is not known here", help=help_text)


def _elsewhere(shape: type, key: str) -> tuple[str, str] | None:
    """What to say of a key that belongs to the other kind of account or quote."""
    if shape is SilentShape and key in keys(SpeakingShape):
        return f"a silent source has no `{key}`", f"take `{key}` out, or change the stance"
    if shape is SpeakingShape and key in keys(SilentShape):
        return (
            f"only a silent source has `{key}`",
            f"take it out, or write `stance: {Stance.SILENT}`",
        )
    if shape is ExactShape and key in keys(PassageShape):
        return f"`{key}` cannot stand with `exact`", "write `exact`, or `from` and `to`"
    if shape is PassageShape and key in keys(ExactShape):
        return f"`{key}` cannot stand with `from` and `to`", "write `exact`, or `from` and `to`"
    return None


def _report_no_items(where: Spot, file: LocatedText, report: Report) -> None:
    if isinstance(where.node, Series | Table) and where.node.lost:
        return
    kind, piece = ("mapping", "key") if isinstance(where.node, Table) else ("list", "item")
    message = f"`{where.name}` is a {kind} without {piece}s"
    report.add("value-empty", _place(where, file), message, help=f"write at least one {piece}")


def _report_unknown_word(
    known: tuple[str, ...], where: Spot, word: Typed, file: LocatedText, report: Report
) -> None:
    words = tuple(Stance) if where.name == "stance" else known
    help_text = meant(word, words, otherwise="write one of these")
    message = f"`{where.name}` takes {listed(words)}, not {echo(word)}"
    report.add("value-unknown", _place(where, file), message, help=help_text)


def _report_wrong_type(wanted: str, where: Spot, file: LocatedText, report: Report) -> None:
    node = where.node
    if wanted == "a text" and isinstance(node, Table) and _is_prose(node):
        _report_colon(node, file, report)
        return
    found = "a text"
    if isinstance(node, Table | Series):
        found = "a mapping" if isinstance(node, Table) else "a list"
    message = f"{wanted} was expected, and {found} stands here"
    help_text = _type_help(wanted, where, file)
    report.add("type-wrong", _place(where, file), message, help=help_text)


def _is_prose(node: Table) -> bool:
    """Whether a colon in prose made the mapping: it has one key, with a text or nothing."""
    value = next(iter(node.values()), None)
    return len(node) == 1 and not node.flow and isinstance(value, Typed | Empty)


def _report_colon(node: Table, file: LocatedText, report: Report) -> None:
    key, value = next(iter(node.items()))
    line_start, line = file.line_of(node.start)
    opening = line[: node.start - line_start]
    end = value.end if isinstance(value, Typed) else node.start
    continued = file.line_of(max(end - 1, node.start))[0] != line_start
    sign = "question mark before" if file.text[node.start] == "?" else "colon behind"
    message = f"the {sign} {echo(key)} makes a mapping of this text"
    help_text = quoted_text(opening, line[len(opening) :].rstrip(), continued=continued)
    report.add("yaml-unquoted", file.place(node.start, node.end), message, help=help_text)


def _type_help(wanted: str, where: Spot, file: LocatedText) -> str:
    if wanted == "a list":
        return _list_help(where)
    if wanted == "a mapping":
        return _mapping_help(where)
    node = where.node
    if isinstance(node, Series) and not node.flow and len(node) == 1:
        line_start, line = file.line_of(node.start)
        opening, text = line[: node.start - line_start], line[node.start - line_start :]
        return quoted_text(opening, text.rstrip(), continued=False)
    if isinstance(node, Series | Table) and node.flow:
        marked = quoted(file.text[node.start : node.end])
        return f"quote it if it is a text: `{marked}`" if marked else "write one text"
    return "write one text"


def _list_help(where: Spot) -> str:
    node = where.node
    plain = isinstance(node, Typed) and not _NOT_IN_A_LIST.intersection(node)
    if isinstance(node, Typed) and plain and len(node) <= _LONGEST_ITEM:
        return f"write it as a list: `{where.name}: [{node}]`"
    return "write a list, with `- ` before each item"


def _mapping_help(where: Spot) -> str:
    if where.field is None:
        return "write `key: value` lines"
    is_item = isinstance(where.key, int)
    wanted = stand_in_item(*where.field) if is_item else stand_in(*where.field)
    needed = [key for key in wanted if key] if isinstance(wanted, Table) else []
    named = f", with {listed(needed)}" if needed else ""
    return f"write `key: value` lines{named}"
