"""Typing slips: input-method left-overs ("hooj ngheof", "ho65 ngheo2") and one wrong letter.

A word that is unknown as typed becomes one that the corpus knows (`AccentModel`). A word that is known, but never beside
its neighbours ("hị trấn", "sữa chửa"), becomes one that stands between them in the corpus, where that is far likelier: a
noisy channel over pairs of syllables (Mays, Damerau and Mercer, 1991).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from plans.document import Span
from plans.text import canonical, fold, has_accents
from retriever.accents import EDGE, MARKS, NUMBER, AccentModel, Restoration

_WORD = re.compile(r"[^\W_]+")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_SYLLABLE = re.compile(  # the spelling rules of Vietnamese syllables, accents dropped
    r"(?:ngh(?=[iey])|ng(?![iey])|gh(?=[ie])|g(?!e)|gi|k(?=[iey])|c(?![iey])|ch|kh|nh|ph|th|tr|qu|[bdhlmnprstvx])?"
    r"(?:uye|uya|uyu|ieu|yeu|uoi|uou|oai|oay|oeo|uay|uau|ai|ao|au|ay|eo|eu|ia|ie|iu|oa|oe|oi|oo|ua|ue|ui|uo|uu|uy|ye"
    r"|[aeiouy])(?:ch?|ng?|nh|m|p|t)?"
)
_CALLED_FOR = 0.3  # share of the followers of a syllable, from which it calls for this one ("Cai" for "Lậy")
_NAMED = 0.5  # the same share, for a word with a capital, which may be a name that the corpus lacks
# Gain in log-likelihood for which a word is taken for another; on 1,700 questions, and 900 with a slip, the gains of
# words that were meant end at 8.2, and three in four slips gain more.
_FAR_LIKELIER, _LIKELIER = 8.5, 5.0
_RARE = 10  # times that a word was seen, up to which the smaller of the two will do
_VOWELS = "aeiouy"
_TELEX_TONES = {"s": "\u0301", "f": "\u0300", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
_VNI_TONES = {"1": "\u0301", "2": "\u0300", "3": "\u0309", "4": "\u0303", "5": "\u0323"}
_CIRCUMFLEX = {"a": "â", "e": "ê", "o": "ô"}
_HORN = {"a": "ă", "o": "ơ", "u": "ư"}
_NUCLEUS = re.compile(r"(?:^qu|^gi(?=[aăâeêoôơuưy]))?[^aăâeêioôơuưy]*([aăâeêioôơuưy]+)(.*)$")


class Speller:
    """Repairs questions against the syllables of one corpus."""

    def __init__(self, model: AccentModel) -> None:
        self.model = model
        self._near: dict[str, set[str]] | None = None
        self._without_accents: AccentModel | None = None

    def repair(self, text: str, protected: tuple[Span, ...] = ()) -> Restoration:
        """`text` with the slips repaired that can be; words inside `protected` spans are left alone."""
        words = list(_WORD.finditer(text))
        parts: list[str] = []
        spans: list[Span] = []
        at = length = 0
        accented = has_accents(text)
        forms = [canonical(match.group()) for match in words]
        for i, match in enumerate(words):
            new = None
            if not any(one.start < match.end() and match.start() < one.end for one in protected):
                right = forms[i + 1] if i + 1 < len(forms) else ""
                new = self._repaired(match.group(), forms[i - 1] if i else "", right, accented)
                new = new or self._in_place(text, words, forms, i, accented=accented)
            if new is None:
                continue
            forms[i] = canonical(new)
            parts += [text[at : match.start()], new]
            length += match.start() - at
            spans.append(Span(length, length + len(new)))
            length += len(new)
            at = match.end()
        return Restoration("".join([*parts, text[at:]]), tuple(spans))

    def _repaired(self, typed: str, left: str, right: str, accented: bool) -> str | None:
        word = canonical(typed)
        if typed.isdigit() or len(word) < 3 or self.model.knows(word) or (typed.isupper() and len(typed) > 1):
            return None
        for decoded in decodings(word):
            if self.model.count(decoded):
                return _cased(decoded, typed)
        if any(c.isdigit() for c in word):
            return None
        shorter = re.sub(r"(.)\1+", r"\1", word)  # a key held down: "nghèooo"
        if shorter != word and self.model.knows(shorter):
            return _cased(shorter, typed)
        best = self._nearest(word, left, right, accented=accented, careful=typed[0].isupper())
        return _cased(best, typed) if best is not None else None

    def _in_place(self, text: str, words: list[re.Match[str]], forms: list[str], i: int, *, accented: bool) -> str | None:
        """What was meant by a word that the corpus does not have beside its neighbours, where it is one slip away from a
        word that stands between them and is far likelier there; None otherwise. A name is only taken for one that its
        neighbour calls for."""
        typed, word = words[i].group(), forms[i]
        if len(word) < 2 or not word.isalpha() or (typed.isupper() and len(typed) > 1):
            return None
        model = self.model if accented else self._bare
        left, right = self._neighbours(text, words, forms, i)
        if model.pair_count(left, word) and model.pair_count(word, right):
            return None
        restorable = [one for one in self._accented(word) if one != word] if accented else []
        if any(model.pair_count(left, one) or model.pair_count(one, right) for one in restorable):
            return None
        near = self._candidates(word) | set(_other_tones(word))
        if accented:
            near = {form for one in near for form in self._accented(one)}
        near = {one for one in near if model.pair_count(one, right) and model.pair_count(left, one)}
        if typed[0].isupper() and i:
            near = {one for one in near if max(model.share(one, right), model.share(left, one)) >= _NAMED}
        if not near:
            return None
        best = max(sorted(near), key=lambda one: _likelihood(model, left, one, right))
        gain = _likelihood(model, left, best, right) - _likelihood(model, left, word, right)
        return _cased(best, typed) if gain >= (_FAR_LIKELIER if model.count(word) > _RARE else _LIKELIER) else None

    def _neighbours(self, text: str, words: list[re.Match[str]], forms: list[str], i: int) -> tuple[str, str]:
        """The syllables on either side as the model counts them: a number, or the edge of a sentence, as one symbol."""
        before = text[words[i - 1].end() : words[i].start()] if i else "."
        after = text[words[i].end() : words[i + 1].start()] if i + 1 < len(words) else "."
        sides = ((before, forms[i - 1]), (after, forms[i + 1] if i + 1 < len(forms) else ""))
        left, right = (EDGE if MARKS.intersection(gap) else NUMBER if one[:1].isdigit() else one for gap, one in sides)
        return left, right

    @property
    def _bare(self) -> AccentModel:
        """The same pairs without accents."""
        if self._without_accents is None:
            self._without_accents = self.model.folded()
        return self._without_accents

    def _nearest(self, word: str, left: str, right: str, *, accented: bool, careful: bool) -> str | None:
        """The known syllable one slip away that fits its neighbours best, None when nothing tells.

        `accented`: the question is typed with accents, so a bare candidate stands for its accented forms too. `careful`,
        for a word that may be a name: only what stands beside a neighbour in the corpus. A word that can be read as a
        syllable may just be one that the corpus lacks: it must fit both neighbours, or be what its left one calls for.
        """
        near = self._candidates(word)
        if accented:
            near = {form for one in near for form in self._accented(one)}
        if not near:
            return None
        scored = {one: self._fit([one] if accented else self._accented(one), left, right) for one in near}
        best = max(scored, key=lambda one: (sum(scored[one][:2]), scored[one][2], one))
        before, after, _ = scored[best]
        if _SYLLABLE.fullmatch(fold(word)):
            both = (before or not left) and (after or not right) and before + after
            called = any(self.model.share(one, best) >= _CALLED_FOR for one in self._accented(left))
            return best if both or called else None
        alone = len(scored) == 1 and len(word) >= 4 and not careful
        return best if before + after or alone else None

    def _fit(self, forms: list[str], left: str, right: str) -> tuple[int, int, int]:
        """How often a candidate, in any of its `forms`, stands after `left` and before `right`; and how common it is."""
        before = sum(self.model.pair_count(a, form) for form in forms for a in self._accented(left))
        after = sum(self.model.pair_count(form, b) for form in forms for b in self._accented(right))
        return before, after, sum(self.model.count(form) for form in forms)

    def _accented(self, word: str) -> list[str]:
        if not word:
            return []
        if word != fold(word):
            return [word]
        return self._forms(word) or [word]

    def _forms(self, bare: str) -> list[str]:
        return [self.model.vocabulary[i] for i in self.model.forms(bare)]

    def _candidates(self, word: str) -> set[str]:
        """Known syllables one insertion, deletion, substitution or swap away (deletion neighbourhoods, as in SymSpell)."""
        bare = fold(word)
        if word == bare:
            return {one for one in self._around(word) if one == fold(one)}
        near = {one for one in self._around(word) if one != fold(one)}
        if near:
            return near
        letters = {form for one in (bare, *self._around(bare)) for form in self._accented(one)}
        return {one for one in letters if _tone(one) == _tone(word)} or set(self._forms(bare))  # or only the mark is wrong

    def _around(self, word: str) -> set[str]:
        found = {one for form in {word, *_deletions(word)} for one in self._index().get(form, ())}
        return {one for one in found if one != word and _one_slip(word, one)}

    def _index(self) -> dict[str, set[str]]:
        if self._near is None:
            near: dict[str, set[str]] = {}
            known = {one for one in self.model.vocabulary[2:] if len(one) > 1}
            for one in known | {fold(one) for one in known}:
                for form in {one, *_deletions(one)}:
                    near.setdefault(form, set()).add(one)
            self._near = near
        return self._near


def _other_tones(word: str) -> Iterator[str]:
    """The word with ngã for hỏi or the reverse, which half of the country says alike."""
    parts = unicodedata.normalize("NFD", word)
    for one, other in (("\u0303", "\u0309"), ("\u0309", "\u0303")):
        if one in parts:
            yield unicodedata.normalize("NFC", parts.replace(one, other))


def _likelihood(model: AccentModel, left: str, word: str, right: str) -> float:
    """log P(word | left) + log P(right | word)."""
    one, before, after = model.place(word), model.place(left), model.place(right)
    return float(model.log_following([before], [one])[0, 0] + model.log_following([one], [after])[0, 0])


def decodings(word: str) -> Iterator[str]:
    """What lower-case ASCII letters, perhaps with digits, stand for when typed with Telex or VNI and the method was off."""
    if not word.isascii():
        return
    for tones, marks in ((_TELEX_TONES, _telex_marks), (_VNI_TONES, _vni_marks)):
        tone = ""
        letters = ""
        for i, char in enumerate(word):
            if i and char in tones and any(v in _VOWELS for v in word[:i]):
                if tone:
                    break
                tone = tones[char]
            else:
                letters += char
        else:
            marked = marks(letters)
            if (marked != word or tone) and marked.isalpha():
                placed = _with_tone(marked, tone)
                if placed is not None:
                    yield placed


def _telex_marks(word: str) -> str:
    if word.startswith("d") and word.count("d") == 2:
        word = "đ" + word[1:].replace("d", "")
    word = re.sub(r"([aeo])\1", lambda found: _CIRCUMFLEX[found.group(1)], word)
    word = re.sub(r"u(w?)o(\w*?)w", r"ươ\2", word)
    word = re.sub(r"([aou])(\w*?)w", lambda found: _HORN[found.group(1)] + found.group(2), word)
    return word.replace("w", "ư")


def _vni_marks(word: str) -> str:
    if word.startswith("d") and "9" in word:
        word = "đ" + word[1:].replace("9", "", 1)
    word = re.sub(r"uo(\w*?)7", r"ươ\1", word)
    for digit, table in (("6", _CIRCUMFLEX), ("7", _HORN), ("8", {"a": "ă"})):
        word = re.sub(rf"([{''.join(table)}])(\D*?){digit}", lambda m, t=table: t[m.group(1)] + m.group(2), word)  # type: ignore[misc]
    return word


def _with_tone(word: str, tone: str) -> str | None:
    """The tone mark on the vowel that carries it; None when the letters have no vowel."""
    match = _NUCLEUS.match(word)
    if match is None:
        return None
    vowels, coda = match.group(1), match.group(2)
    if re.search(r"[aăâeêioôơuưy]", coda):
        return None
    marked = [i for i, vowel in enumerate(vowels) if vowel in "ăâêôơư"]
    if marked:
        at = marked[-1]
    elif len(vowels) == 1:
        at = 0
    elif len(vowels) == 2:
        at = 1 if coda else 0
    else:
        at = 1
    start = match.start(1) + at
    return canonical(word[: start + 1] + tone + word[start + 1 :])


def _tone(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", word) if c in _TONES)


def _deletions(word: str) -> set[str]:
    return {word[:i] + word[i + 1 :] for i in range(len(word))}


def _one_slip(a: str, b: str) -> bool:
    """Whether a and b differ by one insertion, deletion, substitution or swap of neighbours."""
    if len(a) > len(b):
        a, b = b, a
    if len(b) - len(a) > 1:
        return False
    i = 0
    while i < len(a) and a[i] == b[i]:
        i += 1
    if len(a) < len(b):
        return a[i:] == b[i + 1 :]
    return a[i + 1 :] == b[i + 1 :] or (a[i : i + 2] == b[i : i + 2][::-1] and a[i + 2 :] == b[i + 2 :])


def _cased(form: str, like: str) -> str:
    return form[0].upper() + form[1:] if like[0].isupper() else form
