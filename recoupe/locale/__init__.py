"""The interface in French and English: its texts, and how it writes dates, numbers and values.

The texts in the code and the templates are English; `fr/LC_MESSAGES/recoupe.po` has them in French.
"""

from recoupe.locale.catalogues import LANGUAGES
from recoupe.locale.interfaces import Interface, interface
from recoupe.locale.languages import text_direction

__all__ = ["LANGUAGES", "Interface", "interface", "text_direction"]
