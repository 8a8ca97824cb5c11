"""Whether a word is spelt as a Vietnamese syllable: an onset, a rhyme, at most one tone mark."""

from __future__ import annotations

import functools
import re
import unicodedata

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_ONSETS = re.findall(r"\S+", "ngh ng nh gh gi kh ch th tr ph qu b c d đ g h k l m n p r s t v x")
_RHYMES = frozenset(
    re.findall(
        r"\S+",
        """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
    i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot
    ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uân uâng uât uây uc uê uêch uên uênh uêt ui um un ung uơ uôc uôi uôm uôn uông uôt up ut
    uy uya uych uyên uyêt uyn uynh uyp uyt uyu ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
    ăk ok ôk uk
    y yêm yên yêng yêt yêu
    """,
    )
)


@functools.lru_cache(maxsize=65536)
def is_syllable(word: str) -> bool:
    """`word` is letters only, any case, NFC or not; borrowed words and abbreviations are not syllables."""
    decomposed = unicodedata.normalize("NFD", word.lower())
    tones = sum(mark in _TONES for mark in decomposed)
    if not decomposed or tones > 1:
        return False
    bare = unicodedata.normalize("NFC", "".join(mark for mark in decomposed if mark not in _TONES))
    if bare in _RHYMES:
        return True
    for onset in _ONSETS:
        rhyme = bare[len(onset) :]
        barred = {"ng": "eêiy", "c": "eêiy", "g": "eê"}.get(onset, "")  # written "ngh", "k", "gh" there
        if bare.startswith(onset) and rhyme in _RHYMES and rhyme[0] not in barred:
            return True
    return False
