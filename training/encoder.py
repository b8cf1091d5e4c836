"""The encoder: BERT (Devlin et al. 2019) of 6 layers × 384 with a learned embedding of each word's written shape.

Plain PyTorch, so that it exports to a graph of plain operators. Returns the states after every layer: syntax and names read the lower
ones, meaning the last, which training holds to the original encoder's ("one encoder, two depths").
"""

from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

from wordpieces import SHAPES, Tokenizer


@dataclass(frozen=True)
class EncoderSize:
    pieces: int
    layers: int = 6
    width: int = 384
    inner: int = 1536
    attention_heads: int = 12
    positions: int = 512


class Layer(nn.Module):
    def __init__(self, size: EncoderSize, dropout: float):
        super().__init__()
        self.attention_heads, self.dropout = size.attention_heads, dropout
        self.scale = (size.width // size.attention_heads) ** -0.5
        self.query_key_value = nn.Linear(size.width, 3 * size.width)
        self.attended = nn.Linear(size.width, size.width)
        self.attended_norm = nn.LayerNorm(size.width, eps=1e-12)
        self.widen = nn.Linear(size.width, size.inner)
        self.narrow = nn.Linear(size.inner, size.width)
        self.norm = nn.LayerNorm(size.width, eps=1e-12)

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        batch, length, width = states.shape
        per_head = (batch, length, 3, self.attention_heads, width // self.attention_heads)
        query, key, value = self.query_key_value(states).view(per_head).permute(2, 0, 3, 1, 4).unbind(0)
        shares = (query @ key.transpose(2, 3) * self.scale + mask.to(query.dtype)).softmax(-1)
        mixed = (shares @ value).transpose(1, 2).reshape(batch, length, width)
        states = self.attended_norm(states + F.dropout(self.attended(mixed), self.dropout, self.training))
        return self.norm(states + F.dropout(self.narrow(F.gelu(self.widen(states))), self.dropout, self.training))


class Encoder(nn.Module):
    def __init__(self, size: EncoderSize, dropout: float = 0.1):
        super().__init__()
        self.size, self.dropout = size, dropout
        self.piece = nn.Embedding(size.pieces, size.width)
        self.position = nn.Embedding(size.positions, size.width)
        self.shape = nn.Embedding(len(SHAPES), size.width)
        self.norm = nn.LayerNorm(size.width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(size, dropout) for _ in range(size.layers))
        nn.init.zeros_(self.shape.weight)

    def forward(self, pieces: Tensor, shapes: Tensor, depth: int | None = None) -> list[Tensor]:
        """pieces, shapes [B,S] → states [B,S,384] after each layer, the first `depth` of them; piece 0 is padding."""
        mask = torch.where(pieces == 0, -1e4, 0.0)[:, None, None, :]
        positions = self.position.weight[: pieces.shape[1]].float()
        states = self.norm(self.piece(pieces) + positions + self.shape(shapes))
        states = F.dropout(states, self.dropout, self.training)
        every = []
        for layer in self.layers[:depth]:
            states = layer(states, mask)
            every.append(states)
        return every


def original_encoder(weights_path: Path, pieces_path: Path, vocabulary_path: Path, dropout: float = 0.1) -> Encoder:
    """The encoder with the published weights and vocabulary (`pieces_path`), cut to the pieces of `vocabulary_path`."""
    weights = load_file(weights_path)
    rows = Tokenizer(pieces_path).ids
    kept_pieces = [rows[piece] for piece in Tokenizer(vocabulary_path).pieces]
    encoder = Encoder(EncoderSize(len(kept_pieces)), dropout)
    state = {
        "piece.weight": weights["embeddings.word_embeddings.weight"][kept_pieces],
        # every text is one segment, so the embedding of segment 0 is folded into the positions
        "position.weight": weights["embeddings.position_embeddings.weight"] + weights["embeddings.token_type_embeddings.weight"][0],
        "shape.weight": encoder.shape.weight.detach(),
        "norm.weight": weights["embeddings.LayerNorm.weight"],
        "norm.bias": weights["embeddings.LayerNorm.bias"],
    }
    names = {
        "attended": "attention.output.dense", "attended_norm": "attention.output.LayerNorm",
        "widen": "intermediate.dense", "narrow": "output.dense", "norm": "output.LayerNorm",
    }
    for index in range(encoder.size.layers):
        source = f"encoder.layer.{index}"
        for kind in ("weight", "bias"):
            state[f"layers.{index}.query_key_value.{kind}"] = torch.cat(
                [weights[f"{source}.attention.self.{part}.{kind}"] for part in ("query", "key", "value")])
            for ours, theirs in names.items():
                state[f"layers.{index}.{ours}.{kind}"] = weights[f"{source}.{theirs}.{kind}"]
    encoder.load_state_dict(state)
    return encoder
