"""Treebanks and name annotation as sentences: words with tags, heads, relations and name tags.

A sentence of EWT takes its names from a Universal NER file (by sentence id); a sentence of GUM from its entity spans (gum_names.py).
"""

from dataclasses import dataclass, field
from pathlib import Path

NAME_TAGS = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC", "B-OTH", "I-OTH"]


@dataclass
class Sentence:
    """Heads count from 1; 0 is the root. `names` is None without annotation; a tag None is not learned from."""

    id: str
    words: list[str] = field(default_factory=list)
    upos: list[str] = field(default_factory=list)
    xpos: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    relations: list[str] = field(default_factory=list)
    misc: list[str] = field(default_factory=list)
    names: list[str | None] | None = None
    changed: bool = False  # by augment.py: the original encoder's states no longer belong to these words


def read_conllu(path: Path) -> list[Sentence]:
    """Basic trees; multi-word ranges and empty nodes are left out."""
    sentences, current = [], None
    for line in Path(path).read_text(encoding="utf-8").split("\n"):
        if line.startswith("# sent_id = "):
            current = Sentence(line[len("# sent_id = "):])
        elif line and not line.startswith("#"):
            current = current or Sentence(str(len(sentences)))
            number, word, _, upos, xpos, _, head, relation, _, misc = line.split("\t")
            if number.isdigit():
                current.words.append(word)
                current.upos.append(upos)
                current.xpos.append(xpos)
                current.heads.append(int(head))
                current.relations.append(relation)
                current.misc.append(misc)
        elif not line and current is not None and current.words:
            sentences.append(current)
            current = None
    return sentences


def read_iob2(path: Path) -> dict[str, tuple[list[str], list[str]]]:
    """Sentence id → words and tags of a Universal NER file."""
    found: dict[str, tuple[list[str], list[str]]] = {}
    words: list[str] = []
    tags: list[str] = []
    for line in Path(path).read_text(encoding="utf-8").split("\n"):
        if line.startswith("# sent_id = "):
            words, tags = [], []
            found[line[len("# sent_id = "):]] = (words, tags)
        elif line and not line.startswith("#"):
            columns = line.split("\t")
            words.append(columns[1])
            tags.append(columns[2])
    return found


def add_names(sentences: list[Sentence], path: Path) -> int:
    """Sets `names` where id and words agree; returns how many sentences got them."""
    found = read_iob2(path)
    count = 0
    for sentence in sentences:
        words, tags = found.get(sentence.id, ([], []))
        if words == sentence.words:
            sentence.names = well_formed(tags)
            count += 1
    return count


def well_formed(tags: list[str | None]) -> list[str | None]:
    """`B-O`, a slip of the annotation (half of them marks, half cut-off names), becomes None; an I- that continues nothing becomes B-."""
    result: list[str | None] = []
    for tag in tags:
        if tag is not None and tag not in NAME_TAGS:
            tag = None
        if tag is not None and tag.startswith("I-"):
            before = result[-1] if result else None
            if before not in ("B-" + tag[2:], tag):
                tag = "B-" + tag[2:]
        result.append(tag)
    return result


def spans(tags: list[str | None]) -> set[tuple[int, int, str]]:
    """(start, end, type) of each name, end exclusive."""
    found, start = set(), 0
    for index, tag in enumerate([*tags, "O"]):
        before = tags[index - 1] if index else "O"
        if before not in (None, "O") and (tag is None or not tag.startswith("I-")):
            found.add((start, index, before[2:]))
        if tag is not None and tag.startswith("B-"):
            start = index
    return found
