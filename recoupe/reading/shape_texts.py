"""The kinds of texts in fact files, as pydantic checks and JSON Schema describes them.

Every scalar is read as the text that was typed, while an editor's plug-in reads YAML 1.2 and sees
numbers and truth values; so a schema takes those too wherever the build takes their text. Only
words out of a list are checked here: what a date or a URL is wrong about, the conversion says.
"""

from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Discriminator, Field, GetCoreSchemaHandler, Tag
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from recoupe.reading.nodes import Typed

_DATE = r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?"
_TRUTHS = ("true", "false")
TEXT_TAG, LIST_TAG = "(text)", "(list)"  # brackets, so that no key is ever taken for a tag


class Shape(BaseModel):
    """A mapping of a fact file: nothing but the keys that are named, and each value as typed."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, defer_build=True)


@dataclass(frozen=True, eq=False)  # as an annotation it must have a hash
class Scalar:
    """A text as typed, one of `words` if there are any; `schema` describes it to an editor."""

    schema: tuple[tuple[str, Any], ...]
    words: tuple[str, ...] = ()

    def __get_pydantic_core_schema__(
        self, source: type, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """What pydantic checks."""
        any_text = core_schema.is_instance_schema(Typed)
        if not self.words:
            return any_text
        return core_schema.no_info_after_validator_function(self._known, any_text)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: object) -> dict[str, Any]:
        """What an editor's plug-in checks."""
        return dict(self.schema)

    def _known(self, word: Typed) -> Typed:
        if word in self.words or word.missing:
            return word
        raise PydanticCustomError("word_unknown", "unknown word", {"words": self.words})


def _scalar(*types: str, **schema: Any) -> Scalar:
    kinds = ("string", *types)
    named = {"type": list(kinds) if types else "string"} | schema
    return Scalar(tuple(named.items()))


def words(*known: str) -> Scalar:
    """One of the `known` words."""
    return Scalar((("type", "string"), ("enum", list(known))), known)


def text_or_list(value: object) -> str:
    """The tag of a field that takes one text or a list of them."""
    return LIST_TAG if isinstance(value, list) else TEXT_TAG


Text = Annotated[Typed, _scalar("number", "boolean", minLength=1)]
Words = Annotated[Typed, _scalar("number", "boolean")]
Markdown = Annotated[
    Typed, _scalar("number", "boolean", minLength=1, contentMediaType="text/markdown")
]
# Says in a schema of what a text is a name, until the names of a project take its place.
NAMES_KEY = "x-names"
_SLUG = "[a-z][a-z0-9]*(?:-[a-z0-9]+)*"


def _slug(**schema: Any) -> Scalar:
    return _scalar("boolean", pattern=f"^{_SLUG}$", maxLength=80, **schema)


Slug = Annotated[Typed, _slug()]
SourceId = Annotated[Typed, _slug(**{NAMES_KEY: "sources"})]
ClaimId = Annotated[Typed, _slug(**{NAMES_KEY: "claims"})]
RatingId = Annotated[Typed, _slug(**{NAMES_KEY: "ratings"})]
TagId = Annotated[Typed, _slug(**{NAMES_KEY: "tags"})]
AccountNameText = Annotated[
    Typed, _scalar(pattern=f"^{_SLUG}(?:#{_SLUG})?$", **{NAMES_KEY: "accounts"})
]
Day = Annotated[Typed, _scalar("integer", pattern=rf"^\s*{_DATE}\s*$")]
Moment = Annotated[
    Typed,
    _scalar(
        "integer",
        pattern=rf"^\s*(?:(?:(?:after|before|about)\s+)?{_DATE}|from\s+{_DATE}\s+to\s+{_DATE})\s*$",
    ),
]
WebAddress = Annotated[Typed, _scalar(pattern=r"^[Hh][Tt][Tt][Pp][Ss]?://\S+$")]
Address = Annotated[
    Typed, _scalar(pattern=r"^(?:[Hh][Tt][Tt][Pp][Ss]?://|[Mm][Aa][Ii][Ll][Tt][Oo]:)\S+$")
]
Language = Annotated[Typed, _scalar(pattern="^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$")]
FileName = Annotated[Typed, _scalar(pattern=r"^[^/\\]+$", **{NAMES_KEY: "texts"})]
Hash = Annotated[Typed, _scalar(pattern="^[0-9A-Fa-f]{64}$")]
Flag = Annotated[Typed, Scalar((("enum", [True, False, *_TRUTHS]),), _TRUTHS)]
Count = Annotated[
    Typed,
    Scalar((("type", ["integer", "string"]), ("minimum", 1), ("pattern", "^[1-9][0-9]*$"))),
]
Share = Annotated[
    Typed,
    Scalar((("type", ["number", "string"]), ("minimum", 0), ("pattern", r"^[0-9]*\.?[0-9]+$"))),
]
Texts = Annotated[
    Annotated[Text, Tag(TEXT_TAG)] | Annotated[list[Text], Field(min_length=1), Tag(LIST_TAG)],
    Discriminator(text_or_list),
]
