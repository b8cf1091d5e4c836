"""The heads over word states: arcs, relations, part of speech, names. To add one, add a module here and a loss in train.py.

Arcs: deep biaffine attention (Dozat & Manning 2017). Relations: a low-rank form of the same classifier,
score[l] = Σ_r U[l,r]·D[r]·H[r] + A[l]·D + B[l]·H, cheap enough to label every pair of words inside the exported graph.
"""

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from wordpieces import SHAPES

FAR = -1e4  # the score of what cannot be


def reduced(width: int, size: int, dropout: float) -> nn.Sequential:
    return nn.Sequential(nn.Linear(width, size), nn.GELU(), nn.Dropout(dropout))


class WordStates(nn.Module):
    """Learned mix of the states after some layers, then per word the mean of its first and last piece."""

    def __init__(self, layers: int, width: int, dropout: float):
        super().__init__()
        self.weights = nn.Parameter(torch.linspace(-2.0, 1.0, layers))
        self.norm = nn.LayerNorm(width)
        self.dropout = nn.Dropout(dropout)

    def forward(self, every: list[Tensor], first: Tensor, last: Tensor) -> Tensor:
        shares = self.weights.softmax(0)
        mixed = sum(share * states for share, states in zip(shares, every))
        return self.dropout(self.norm(word_mean(mixed, first, last)))


def word_mean(states: Tensor, first: Tensor, last: Tensor) -> Tensor:
    """states [B,S,D]; first, last [B,W] as row·S + position → [B,W,D]."""
    flat = states.reshape(-1, states.shape[-1])
    return (flat[first] + flat[last]) * 0.5


class Arcs(nn.Module):
    def __init__(self, width: int, size: int, dropout: float):
        super().__init__()
        self.dependent, self.head = reduced(width, size, dropout), reduced(width, size, dropout)
        self.weight = nn.Linear(size, size, bias=False)
        self.head_bias = nn.Linear(size, 1, bias=False)
        self.scale = size ** -0.5

    def forward(self, words: Tensor, with_root: Tensor, word_mask: Tensor) -> Tensor:
        """words [B,W,D], with_root [B,W+1,D] → scores [B,W,W+1]; column 0 is the root, column h word h−1."""
        heads = self.head(with_root)
        scores = self.weight(self.dependent(words)) @ heads.transpose(1, 2) * self.scale + self.head_bias(heads).transpose(1, 2)
        possible = F.pad(word_mask, (1, 0), value=True)[:, None, :]
        return torch.where(possible, scores, FAR)


class Relations(nn.Module):
    def __init__(self, width: int, rank: int, labels: int, dropout: float):
        super().__init__()
        self.dependent, self.head = reduced(width, rank, dropout), reduced(width, rank, dropout)
        self.pair = nn.Parameter(torch.randn(labels, rank) * rank ** -0.5)
        self.of_dependent, self.of_head = nn.Linear(rank, labels), nn.Linear(rank, labels, bias=False)

    def forward(self, words: Tensor, with_root: Tensor, heads: Tensor) -> Tensor:
        """Scores [B,W,L] of each word's relation to the head given in heads [B,W]."""
        dependent = self.dependent(words)
        every = self.head(with_root)
        head = every.gather(1, heads[..., None].expand(-1, -1, every.shape[-1]))
        return (dependent * head) @ self.pair.T + self.of_dependent(dependent) + self.of_head(head)

    def every_pair(self, words: Tensor, heads: Tensor, never: Tensor) -> Tensor:
        """Scores [B,W,L,W] of every word's relation to every other; labels with a 1 in `never` [L] are kept out."""
        dependent, head = self.dependent(words), self.head(heads)
        batch, length, rank = dependent.shape
        labels = self.pair.shape[0]
        bilinear = (dependent[:, :, None, :] * self.pair).reshape(batch, length * labels, rank) @ head.transpose(1, 2)
        pair = bilinear.reshape(batch, length, labels, length)
        return pair + (self.of_dependent(dependent) + never * FAR)[..., None] + self.of_head(head).transpose(1, 2)[:, None]


class Tags(nn.Module):
    """One label a word; the word's shape is read again here, since names and parts of speech lean on capitals."""

    def __init__(self, width: int, size: int, labels: int, dropout: float):
        super().__init__()
        self.shape = nn.Embedding(len(SHAPES), 32)
        self.inner = reduced(width + 32, size, dropout)
        self.score = nn.Linear(size, labels)

    def forward(self, words: Tensor, shapes: Tensor) -> Tensor:
        return self.score(self.inner(torch.cat([words, self.shape(shapes)], -1)))


class NamePaths(nn.Module):
    """Linear-chain CRF (Lafferty et al. 2001) over name tags; an I- may only follow the same type, and what is learned is added to that."""

    def __init__(self, tags: list[str]):
        super().__init__()
        self.follows = nn.Parameter(torch.zeros(len(tags), len(tags)))  # [before, tag]
        self.starts = nn.Parameter(torch.zeros(len(tags)))
        legal = [[not tag.startswith("I-") or before[2:] == tag[2:] for tag in tags] for before in tags]
        self.register_buffer("illegal", torch.where(torch.tensor(legal), 0.0, FAR), persistent=False)
        self.register_buffer("no_start", torch.tensor([FAR if tag.startswith("I-") else 0.0 for tag in tags]), persistent=False)

    def tables(self) -> tuple[Tensor, Tensor]:
        """Scores of the first tag [T] and of each tag after each [T,T]."""
        return self.starts + self.no_start, self.follows + self.illegal

    def loss(self, scores: Tensor, gold: Tensor, word_mask: Tensor) -> Tensor:
        """Negative log-likelihood a word; a gold tag below 0 may be any."""
        tags = torch.arange(scores.shape[-1])
        wrong = (gold[..., None] >= 0) & (gold[..., None] != tags)
        both = self.all_paths(torch.cat([scores.masked_fill(wrong, FAR), scores]), torch.cat([word_mask, word_mask]))
        given, every = both.chunk(2)
        return (every - given).sum() / word_mask.sum()

    def all_paths(self, scores: Tensor, word_mask: Tensor) -> Tensor:
        """Log of the summed exponentials of every path's score [B]."""
        starts, follows = self.tables()
        total = starts + scores[:, 0]
        for step in range(1, scores.shape[1]):
            onward = (total[:, :, None] + follows).logsumexp(1) + scores[:, step]
            total = torch.where(word_mask[:, step, None], onward, total)
        return total.logsumexp(1)


class Parser(nn.Module):
    """Encoder and heads. `depth` layers feed syntax and names."""

    def __init__(self, encoder, labels: dict[str, list[str]], depth: int, dropout: float = 0.3):
        super().__init__()
        width = encoder.size.width
        self.encoder, self.depth = encoder, depth
        self.syntax_words = WordStates(depth, width, dropout)
        self.name_words = WordStates(depth, width, dropout)
        self.root = nn.Parameter(torch.randn(width) * 0.1)
        self.arcs = Arcs(width, 256, dropout)
        self.relations = Relations(width, 64, len(labels["relations"]), dropout)
        self.xpos = Tags(width, 128, len(labels["xpos"]), dropout)
        self.upos = Tags(width, 64, len(labels["upos"]), dropout)
        self.names = Tags(width, 192, len(labels["names"]), dropout)
        self.name_paths = NamePaths(labels["names"])

    def words(self, every: list[Tensor], first: Tensor, last: Tensor) -> tuple[Tensor, Tensor]:
        """Word states for syntax, and the same with the root before them."""
        words = self.syntax_words(every[: self.depth], first, last)
        root = self.root.to(words.dtype).expand(words.shape[0], 1, -1)
        return words, torch.cat([root, words], 1)
