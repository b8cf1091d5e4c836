"""The whole forward pass as it is exported: four integer inputs, seven outputs (CONTRACT.md has the shapes)."""

import torch
from torch import Tensor, nn

from heads import Parser, word_mean

INPUTS = ["input_ids", "shape_ids", "word_first", "word_last"]
OUTPUTS = ["arc_scores", "relation_ids", "xpos_scores", "upos_scores", "name_scores", "word_states", "sentence_states"]


class ParserGraph(nn.Module):
    def __init__(self, parser: Parser, labels: dict[str, list[str]]):
        super().__init__()
        self.parser = parser
        self.root_label = labels["relations"].index("root")
        self.is_root = torch.tensor([float(label == "root") for label in labels["relations"]])

    def forward(self, input_ids: Tensor, shape_ids: Tensor, word_first: Tensor, word_last: Tensor) -> tuple[Tensor, ...]:
        """[B,S], [B,S], [B,W], [B,W] → the outputs in the order of OUTPUTS."""
        parser = self.parser
        every = parser.encoder(input_ids, shape_ids)
        words, with_root = parser.words(every, word_first, word_last)
        word_shapes = shape_ids.reshape(-1)[word_first]
        arcs = parser.arcs(words, with_root, word_first > 0).float()
        name_words = parser.name_words(every, word_first, word_last)
        inside = (input_ids != 0).float()[..., None]
        return (
            arcs.log_softmax(-1),
            self.relation_ids(words, with_root),
            parser.xpos(words, word_shapes).float().log_softmax(-1),
            parser.upos(words, word_shapes).float().log_softmax(-1),
            parser.names(name_words, word_shapes).float().log_softmax(-1),
            word_mean(every[-1], word_first, word_last).float(),
            (every[-1] * inside).sum(1).float() / inside.sum(1),
        )

    def relation_ids(self, words: Tensor, with_root: Tensor) -> Tensor:
        """The best label of each pair [B,W,W+1]: `root` for the root and for nothing else."""
        scores = self.parser.relations.every_pair(words, with_root[:, 1:], self.is_root)
        best = scores.argmax(2).to(torch.int32)
        root = torch.full_like(best[..., :1], self.root_label)
        return torch.cat([root, best], -1)
