"""Sentences to tensors: pieces, shapes, the first and last piece of each word, and the gold answers."""

import random
from dataclasses import dataclass

import torch
from torch import Tensor

from data import Sentence
from wordpieces import Tokenizer, shape

LONGEST = 510  # pieces of one sentence; the encoder has 512 positions
IGNORED = -100


@dataclass
class Batch:
    sentences: list[Sentence]
    pieces: Tensor  # [B,S]
    shapes: Tensor  # [B,S] of each piece's word
    first: Tensor  # [B,W] row·S + position
    last: Tensor  # [B,W]
    word_shapes: Tensor  # [B,W]
    word_mask: Tensor  # [B,W]
    gold: dict[str, Tensor]  # heads, relations, xpos, upos, names [B,W]; IGNORED where padded or not annotated


def piece_count(sentence: Sentence, tokenizer: Tokenizer) -> int:
    return 2 + sum(len(tokenizer.encode(word)) for word in sentence.words)


def make_batch(sentences: list[Sentence], tokenizer: Tokenizer, labels: dict[str, list[str]]) -> Batch:
    """`labels` {} leaves only heads in the gold answers."""
    rows = [[tokenizer.encode(word) for word in sentence.words] for sentence in sentences]
    size = 2 + max(sum(map(len, row)) for row in rows)
    width = max(map(len, rows))
    pieces = torch.full((len(rows), size), tokenizer.pad)
    shapes = torch.zeros(len(rows), size, dtype=torch.long)
    first, last, word_shapes = (torch.zeros(len(rows), width, dtype=torch.long) for _ in range(3))
    indices = {key: {label: i for i, label in enumerate(values)} for key, values in labels.items()}
    gold = {key: torch.full((len(rows), width), IGNORED) for key in ("heads", *labels)}
    for b, (sentence, row) in enumerate(zip(sentences, rows)):
        position = 1
        pieces[b, 0] = tokenizer.start
        for w, (word, ids) in enumerate(zip(sentence.words, row)):
            end = position + len(ids)
            pieces[b, position:end] = torch.tensor(ids)
            word_shapes[b, w] = shape(word)
            shapes[b, position:end] = word_shapes[b, w]
            first[b, w], last[b, w] = b * size + position, b * size + end - 1
            position = end
        pieces[b, position] = tokenizer.end
        count = len(sentence.words)
        gold["heads"][b, :count] = torch.tensor(sentence.heads)
        for key, index in indices.items():
            values = getattr(sentence, key)
            if values is not None:
                gold[key][b, :count] = torch.tensor([index.get(value, IGNORED) for value in values])
    return Batch(sentences, pieces, shapes, first, last, word_shapes, first > 0, gold)


def by_length(sentences: list[Sentence], tokenizer: Tokenizer, pieces: int, chance: random.Random | None) -> list[list[Sentence]]:
    """Groups of at most `pieces` padded pieces, of like length; in random order with `chance`, else short to long."""
    noise = (lambda: chance.random() * 4) if chance else (lambda: 0.0)
    ordered = sorted(sentences, key=lambda sentence: piece_count(sentence, tokenizer) + noise())
    groups: list[list[Sentence]] = []
    current: list[Sentence] = []
    longest = 0
    for sentence in ordered:
        length = piece_count(sentence, tokenizer)
        if current and max(longest, length) * (len(current) + 1) > pieces:
            groups.append(current)
            current, longest = [], 0
        current.append(sentence)
        longest = max(longest, length)
    groups.append(current)
    if chance:
        chance.shuffle(groups)
    return groups
