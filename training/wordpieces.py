"""Words to what the encoder reads: plain characters, lower case, WordPiece ids and one shape per word.

`tokenizer.encode("Xi’s")` → pieces of "xi", "'", "s". The TypeScript side copies this file; CONTRACT.md states it in words.
WordPiece: Schuster & Nakajima 2012, greedy longest match first, as in BERT.
"""

import unicodedata
from pathlib import Path

PAD, UNKNOWN, START, END = "[PAD]", "[UNK]", "[CLS]", "[SEP]"
LONGEST_WORD = 100  # characters; a longer run is one unknown piece

SHAPES = ["none", "lower", "title", "upper", "capital", "mixed", "digit"]

PLAIN = {  # typographic character → plain form, before anything else
    **dict.fromkeys("‘’‚‛′`´ʼ", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    "…": "...",
    "\u00a0": " ",
}
PLAIN_TABLE = str.maketrans(PLAIN)


def plain(word: str) -> str:
    """Typographic quotes, dashes and ellipses as plain ones; doubled plain quotes and backquotes as one mark."""
    text = word.translate(PLAIN_TABLE)
    if text == "''":
        return '"'
    if len(text) > 1 and set(text) == {"-"}:
        return "-"
    return text


def shape(word: str) -> int:
    """Index into SHAPES from the word as written; letters are code points whose upper and lower case differ."""
    if any("0" <= character <= "9" for character in word):
        return SHAPES.index("digit")
    cased = [character for character in word if character.lower() != character.upper()]
    if not cased:
        return SHAPES.index("none")
    capitals = [character == character.upper() for character in cased]
    if not any(capitals):
        return SHAPES.index("lower")
    if all(capitals):
        return SHAPES.index("capital" if len(cased) == 1 else "upper")
    if capitals[0] and not any(capitals[1:]):
        return SHAPES.index("title")
    return SHAPES.index("mixed")


def basic_tokens(word: str) -> list[str]:
    """Lower case, accents off, controls dropped, split at white space and around every punctuation mark."""
    tokens, current = [], ""
    for character in unicodedata.normalize("NFD", plain(word).lower()):
        category = unicodedata.category(character)
        if category == "Mn" or category in ("Cc", "Cf", "Cn", "Co", "Cs") and character not in "\t\n\r":
            continue
        if character.isspace():
            if current:
                tokens.append(current)
            current = ""
        elif is_punctuation(character, category):
            if current:
                tokens.append(current)
            tokens.append(character)
            current = ""
        else:
            current += character
    return tokens + [current] if current else tokens


def is_punctuation(character: str, category: str) -> bool:
    """ASCII marks and symbols ($ + < = > ^ ` | ~ too) and every Unicode P category."""
    code = ord(character)
    if 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126:
        return True
    return category.startswith("P")


class Tokenizer:
    """WordPiece over a vocabulary file of one piece a line; the line number is the id."""

    def __init__(self, path: Path):
        self.pieces = Path(path).read_text(encoding="utf-8").splitlines()
        self.ids = {piece: index for index, piece in enumerate(self.pieces)}
        self.pad, self.unknown = self.ids[PAD], self.ids[UNKNOWN]
        self.start, self.end = self.ids[START], self.ids[END]
        self.known: dict[str, list[int]] = {}

    def encode(self, word: str) -> list[int]:
        """Ids of one word's pieces, at least one."""
        ids = self.known.get(word)
        if ids is None:
            ids = [i for token in basic_tokens(word) for i in self.longest_matches(token)] or [self.unknown]
            self.known[word] = ids
        return ids

    def longest_matches(self, token: str) -> list[int]:
        if len(token) > LONGEST_WORD:
            return [self.unknown]
        ids, start = [], 0
        while start < len(token):
            for end in range(len(token), start, -1):
                piece = token[start:end] if start == 0 else "##" + token[start:end]
                if piece in self.ids:
                    ids.append(self.ids[piece])
                    start = end
                    break
            else:
                return [self.unknown]
        return ids
