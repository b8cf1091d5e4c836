"""Name tags from GUM's entity spans, in the manner of Universal NER: the proper noun only, without title or article.

`Entity=(4-person-new-cf1-3-coref-Barack_Obama … 4)`: a span whose head word is a proper noun is a name of the entity's type.
What GUM cannot tell (a capitalised adjective: nationality or not?) is tagged None and not learned from.
"""

import re

from data import Sentence

TYPES = {"person": "PER", "organization": "ORG", "place": "LOC"}
TITLES = {
    "mr", "mrs", "ms", "miss", "dr", "prof", "professor", "president", "sir", "lord", "lady", "king", "queen", "prince", "princess",
    "captain", "general", "senator", "sen", "rep", "representative", "governor", "gov", "minister", "chancellor", "justice", "judge",
    "dame", "chairman", "director", "secretary", "st", "saint", "pope", "bishop", "mayor", "colonel", "sergeant", "lieutenant", "admiral",
}
MARK = re.compile(r"\([^()]+\)|\([^()]+|[^()]+\)")
NAME_PARTS = {"flat", "compound", "amod"}


def entity_spans(sentence: Sentence) -> list[tuple[int, int, str]]:
    """(start, end, entity type); spans over a sentence's edge, and spans with gaps, are left out."""
    found, opened = [], {}
    for index, misc in enumerate(sentence.misc):
        value = next((part[7:] for part in misc.split("|") if part.startswith("Entity=")), "")
        for mark in MARK.findall(value):
            group, *fields = mark.strip("()").split("-")
            if "[" in group:
                continue
            if mark.startswith("("):
                opened.setdefault(group, []).append((index, fields[0] if fields else ""))
            if mark.endswith(")") and opened.get(group):
                start, kind = opened[group].pop()
                found.append((start, index + 1, kind))
    return found


def name_inside(sentence: Sentence, start: int, end: int, label: str) -> tuple[int, int] | None:
    """The proper noun that heads a span or is flat on its head ("actor Dennis Hopper"), widened over its name parts; None without one."""
    inside = range(start, end)
    seed = next((i for i in inside if sentence.heads[i] - 1 not in inside), start)
    if sentence.upos[seed] != "PROPN":
        flat = [i for i in inside if sentence.heads[i] - 1 == seed and sentence.relations[i] == "flat" and sentence.upos[i] == "PROPN"]
        if not flat:
            return None
        seed = flat[0]
    left = right = seed
    while left - 1 in inside and goes_left(sentence, left - 1, left):
        left -= 1
    while right + 1 in inside and goes_right(sentence, right + 1, left, right, inside, label):
        right += 1
    titles = [i for i in range(left, right + 1) if sentence.words[i].lower().rstrip(".") in TITLES]
    if label == "PER" and titles:
        left = titles[-1] + 1
    while left <= right and sentence.words[left].lower() in ("the", ".", "-"):
        left += 1
    return (left, right + 1) if left <= right else None


def goes_left(sentence: Sentence, i: int, left: int) -> bool:
    if sentence.upos[i] == "PROPN":
        return not sentence.relations[i].startswith("nmod:poss")
    if sentence.words[i] in ("-", "&"):
        return i > 0 and sentence.upos[i - 1] == "PROPN"
    return sentence.words[i][:1].isupper() and sentence.heads[i] - 1 >= left and sentence.relations[i] in NAME_PARTS


def goes_right(sentence: Sentence, i: int, left: int, right: int, inside: range, label: str) -> bool:
    if sentence.upos[i] == "PROPN":
        return True
    if sentence.relations[i] == "flat" and left <= sentence.heads[i] - 1 <= right:
        return True
    word = sentence.words[i]
    if word in ("-", "&"):
        return i + 1 in inside and sentence.upos[i + 1] == "PROPN"
    if label == "PER" or word not in ("of", "for", "and", "the"):
        return False
    if word in ("of", "for") and any(w in ("of", "for") for w in sentence.words[left:right]) and sentence.words[right] != "State":
        return False
    after = next((j for j in range(i, min(i + 3, inside.stop)) if sentence.upos[j] == "PROPN"), None)
    return after is not None and all(w in ("of", "for", "and", "the") for w in sentence.words[i:after])


def add_gum_names(sentences: list[Sentence]) -> None:
    for sentence in sentences:
        sentence.names = gum_tags(sentence)


def gum_tags(sentence: Sentence) -> list[str | None]:
    tags: list[str | None] = ["O"] * len(sentence.words)
    for i, word in enumerate(sentence.words):
        if word[:1].isupper() and i > 0 and (sentence.upos[i] == "ADJ" or sentence.xpos[i] == "NNPS"):
            tags[i] = None
    for start, end, kind in sorted(entity_spans(sentence), key=lambda span: span[0] - span[1]):  # an inner name does not cut an outer one
        if kind not in TYPES:
            continue
        for i in range(start, end):  # a proper noun here that is part of no name below: unclear
            if sentence.upos[i] == "PROPN" and tags[i] == "O":
                tags[i] = None
        name = name_inside(sentence, start, end, TYPES[kind])
        if name is None or any(tag not in ("O", None) for tag in tags[name[0]:name[1]]):
            continue
        plural = kind == "person" and sentence.xpos[name[1] - 1] == "NNPS"
        label = "OTH" if plural else TYPES[kind]
        tags[name[0]:name[1]] = ["B-" + label] + ["I-" + label] * (name[1] - name[0] - 1)
    return tags
