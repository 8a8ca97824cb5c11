"""Every word a person reads on screen, in Vietnamese and English."""

from ui.strings.en import ENGLISH
from ui.strings.vi import VIETNAMESE
from ui.strings.words import Language, Strings

__all__ = ["ENGLISH", "VIETNAMESE", "Language", "Strings", "strings"]

_BY_LANGUAGE: dict[str, Strings] = {"vi": VIETNAMESE, "en": ENGLISH}


def strings(language: str) -> Strings:
    """The strings of a language; Vietnamese for any other."""
    return _BY_LANGUAGE.get(language, VIETNAMESE)
