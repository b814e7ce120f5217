"""One language of the interface: all that pages say beyond what editors and sources wrote."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from babel import Locale
from babel.lists import format_list
from babel.numbers import format_percent
from babel.support import NullTranslations

from recoupe.locale.catalogues import catalogue
from recoupe.locale.dates import date_text, event_text, moment_text
from recoupe.locale.languages import isolated, language_name, text_direction
from recoupe.locale.quotations import inner_quotes
from recoupe.locale.ticks import DateStep, date_label, number_labels
from recoupe.locale.values import number_text, value_text
from recoupe.values import DateValue, PartialDate, Value

_LOCALES = {"en": "en_001", "fr": "fr"}  # English without a country: the day comes first
_WITH_TERRITORY = {"en": "en_GB", "fr": "fr_FR"}  # which Open Graph wants; the day comes first too


@dataclass(frozen=True, slots=True)
class Interface:
    """A language with its texts; `translations` is what Jinja's i18n extension installs."""

    language: str
    locale: Locale
    translations: NullTranslations

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`."""
        return text_direction(self.language)

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
        return text % {"num": self.number(Decimal(number)), **names}

    def date(self, date: PartialDate) -> str:
        """A date with the parts that are known: 2021, février 2021, 15 février 2021."""
        return date_text(date, self.locale)

    def event(self, event: str, date: PartialDate) -> str:
        """What happened and when: "Correction du 22 novembre 2026"; `event` is in this language."""
        return event_text(event, date, self.locale, self.translations)

    def moment(self, moment: DateValue) -> str:
        """The days that a moment allows: "après le 6 janvier 2021"."""
        return moment_text(moment, self.locale, self.translations)

    def number(self, number: Decimal) -> str:
        """A number with all its digits, grouped."""
        return number_text(number, self.locale)

    def value(
        self, value: Value, unit: str | None = None, labels: Mapping[str, str] | None = None
    ) -> str:
        """A value with its unit; `labels` are those of its choices, by id."""
        return value_text(
            value, unit, labels or {}, locale=self.locale, translations=self.translations
        )

    def share(self, share: Decimal) -> str:
        """A part of 1 as a percentage with all its digits: 0.05 is 5 %."""
        return format_percent(share, locale=self.locale, decimal_quantization=False)

    def number_labels(self, numbers: Sequence[Decimal]) -> tuple[str, ...]:
        """The numbers along an axis, short and exact: 5 M, 10 M."""
        return number_labels(numbers, self.locale)

    def date_label(self, day: datetime.date, step: DateStep) -> str:
        """A day on an axis that goes by days, months or years: 10 janv., janv., 2021."""
        return date_label(day, step, self.locale)

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
    return Interface(language, Locale.parse(_LOCALES[language]), translations)
