"""One language of the interface: all that pages say beyond what editors and sources wrote."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from babel import Locale
from babel.lists import format_list
from babel.numbers import format_percent
from babel.support import NullTranslations

from recoupe.locale.catalogues import catalogue
from recoupe.locale.formats import Formats, formats
from recoupe.locale.languages import isolated, language_name
from recoupe.locale.quotations import inner_quotes
from recoupe.locale.ticks import DateStep
from recoupe.locale.values import value_text
from recoupe.values import ChoiceValue, DateValue, PartialDate, Value

_LOCALES = {"en": "en_001", "fr": "fr"}  # English without a country: the day comes first
_WITH_TERRITORY = {"en": "en_GB", "fr": "fr_FR"}  # which Open Graph wants; the day comes first too


@dataclass(frozen=True, slots=True)
class Interface:
    """A language with its texts; `translations` is what Jinja's i18n extension installs."""

    language: str
    locale: Locale
    translations: NullTranslations
    formats: Formats = field(repr=False, compare=False)

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`."""
        return self.formats.direction(self.language)

    def text_direction(self, tag: str) -> str:
        """How a text in the language of a BCP 47 tag runs, like `recoupe.locale.text_direction`."""
        return self.formats.direction(tag)

    @property
    def social_locale(self) -> str:
        """The language with a territory, as Open Graph names locales."""
        return _WITH_TERRITORY[self.language]

    def gettext(self, message: str) -> str:
        """`message` in this language."""
        return self.translations.gettext(message)

    def ngettext(self, singular: str, plural: str, number: int, **names: str) -> str:
        """The form that this language wants with `number`, which is in the text as `%(num)s`.

        `names` are the other names in it.
        """
        text = self.translations.ngettext(singular, plural, number)
        return text % {"num": self.formats.number(str(number)), **names}

    def date(self, date: PartialDate) -> str:
        """A date with the parts that are known: 2021, février 2021, 15 février 2021."""
        return self.formats.date(date)

    def event(self, event: str, date: PartialDate) -> str:
        """What happened and when: "Correction du 22 novembre 2026"; `event` is in this language."""
        return self.formats.event(event, date)

    def moment(self, moment: DateValue) -> str:
        """The days that a moment allows: "après le 6 janvier 2021"."""
        return self.formats.moment(moment)

    def number(self, number: Decimal) -> str:
        """A number with all its digits, grouped."""
        return self.formats.number(str(number))

    def value(
        self, value: Value, unit: str | None = None, labels: Mapping[str, str] | None = None
    ) -> str:
        """A value with its unit; `labels` are those of its choices, by id."""
        if not isinstance(value, ChoiceValue):
            return self.formats.value(value, unit)
        return value_text(
            value, unit, labels or {}, locale=self.locale, translations=self.translations
        )

    def share(self, share: Decimal) -> str:
        """A part of 1 as a percentage with all its digits: 0.05 is 5 %."""
        return format_percent(share, locale=self.locale, decimal_quantization=False)

    def number_labels(self, numbers: Sequence[Decimal]) -> tuple[str, ...]:
        """The numbers along an axis, short and exact: 5 M, 10 M."""
        return self.formats.numbers(tuple(numbers))

    def date_label(self, day: datetime.date, step: DateStep) -> str:
        """A day on an axis that goes by days, months or years: 10 janv., janv., 2021."""
        return self.formats.day(day, step)

    def listed(self, texts: Iterable[str]) -> str:
        """The texts in a row, the last two joined by "and"."""
        return format_list(list(texts), "standard", self.locale)

    def isolated(self, text: str) -> str:
        """Words of any language as they can stand in a sentence of this one."""
        return isolated(text, self.direction)

    def inner_quotes(self, text: str) -> str:
        """`text` as it stands between quotation marks, its own being the inner ones."""
        return inner_quotes(text, self.language)

    def language_name(self, tag: str) -> str:
        """What this language calls the language of a BCP 47 tag."""
        return language_name(tag, self.locale)


def interface(language: str) -> Interface:
    """The interface in `language`; raises ValueError for one that it does not speak."""
    translations = catalogue(language)
    locale = Locale.parse(_LOCALES[language])
    return Interface(language, locale, translations, formats(locale, translations))
