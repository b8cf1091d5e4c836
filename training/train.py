"""Fine-tunes the encoder with its heads; writes a checkpoint after each epoch and resumes from it.

    python train.py --weights model.safetensors --pieces vocab.txt --vocabulary vocabulary.txt --data DIR --run DIR [--epochs 14]

DIR of data holds treebank/*.conllu and names/*.iob2 (README.md). RUN gets checkpoint.pt, labels.json, log.jsonl (a line an epoch).
"""

import argparse
import json
import random
import time
from pathlib import Path

import torch
from torch.nn import functional as F
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from augment import NamePools, changed
from batches import IGNORED, Batch, by_length, make_batch
from corpora import Labels, development_sentences, inventories, training_sentences
from data import Sentence
from encoder import Encoder, original_encoder
from evaluate import measure, original_words, torch_forward, with_name_paths
from graph import ParserGraph
from heads import Parser
from wordpieces import Tokenizer

LOSSES = {"arcs": 1.0, "relations": 1.0, "xpos": 0.5, "upos": 0.25, "names": 1.5, "meaning": 6.0}
MEANING_EVERY = 2  # steps; the layers above the syntax are run only then
NEW_FASTER = 10.0  # learning rate of what begins from nothing over the encoder's
AVERAGED = 0.998  # decay a step of the running mean of the weights, which is what is measured and exported


@torch.no_grad()
def original_states(encoder: Encoder, sentences: list[Sentence], tokenizer: Tokenizer) -> dict[str, torch.Tensor]:
    """Sentence id → the original encoder's last-layer states [S,384] in bfloat16."""
    encoder.eval()
    states = {}
    for group in by_length(sentences, tokenizer, 4000, None):
        batch = make_batch(group, tokenizer, {})
        with torch.autocast("cpu", torch.bfloat16):
            last = encoder(batch.pieces, torch.zeros_like(batch.shapes))[-1].bfloat16()
        for sentence, row, pieces in zip(group, last, batch.pieces):
            states[sentence.id] = row[: int((pieces != 0).sum())].clone()
    return states


def losses(parser: Parser, batch: Batch, originals: dict[str, torch.Tensor] | None) -> dict[str, torch.Tensor]:
    """`originals` None: only the layers that syntax reads are run, and meaning has no loss."""
    every = parser.encoder(batch.pieces, batch.shapes, None if originals else parser.depth)
    words, with_root = parser.words(every, batch.first, batch.last)
    gold = batch.gold
    heads = gold["heads"].clamp(min=0)
    scores = {
        "arcs": (parser.arcs(words, with_root, batch.word_mask), gold["heads"]),
        "relations": (parser.relations(words, with_root, heads), gold["relations"]),
        "xpos": (parser.xpos(words, batch.word_shapes), gold["xpos"]),
        "upos": (parser.upos(words, batch.word_shapes), gold["upos"]),
    }
    names = parser.names(parser.name_words(every, batch.first, batch.last), batch.word_shapes)
    found = {"names": parser.name_paths.loss(names.float(), gold["names"], batch.word_mask)}
    for key, (score, answer) in scores.items():
        flat = answer.flatten()
        known = (flat != IGNORED).sum().clamp(min=1)
        found[key] = F.cross_entropy(score.flatten(0, 1).float(), flat, ignore_index=IGNORED, reduction="sum") / known
    if originals:
        found["meaning"] = meaning_loss(every[-1], batch, originals)
    return found


def meaning_loss(last: torch.Tensor, batch: Batch, originals: dict[str, torch.Tensor]) -> torch.Tensor:
    """1 − cosine to the original encoder's last layer, over the pieces of the sentences that were not changed."""
    ours, theirs = [], []
    for sentence, row in zip(batch.sentences, last):
        if not sentence.changed:
            original = originals[sentence.id]
            ours.append(row[: len(original)])
            theirs.append(original)
    if not ours:
        return last.sum() * 0.0
    return (1 - F.cosine_similarity(torch.cat(ours).float(), torch.cat(theirs).float(), dim=-1)).mean()


def make_optimizer(parser: Parser, rate: float) -> torch.optim.AdamW:
    """What begins from nothing, the heads and the shapes, learns faster than what was trained before."""
    new = [p for name, p in parser.named_parameters() if not name.startswith("encoder.") or name == "encoder.shape.weight"]
    old = [p for name, p in parser.named_parameters() if name.startswith("encoder.") and name != "encoder.shape.weight"]
    groups = [{"params": old, "lr": rate, "scale": 1.0}, {"params": new, "lr": rate, "scale": NEW_FASTER}]
    return torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), fused=True)


def rate_at(step: int, steps: int) -> float:
    """6 % warm-up, then straight down to zero."""
    warm = 0.06 * steps
    return min(step / max(warm, 1), max(0.0, (steps - step) / (steps - warm)))


class Training:
    """The parser, its optimizer and how far it is; one `epoch` at a time."""

    def __init__(self, options: argparse.Namespace, sentences: list[Sentence], labels: Labels):
        self.options, self.sentences, self.labels = options, sentences, labels
        self.tokenizer = Tokenizer(options.vocabulary)
        original = original_encoder(options.weights, options.pieces, options.vocabulary)
        self.original = original_words(original)
        self.originals = original_states(original, sentences, self.tokenizer)
        self.parser = Parser(original_encoder(options.weights, options.pieces, options.vocabulary), labels, options.depth)
        self.average = AveragedModel(self.parser, multi_avg_fn=get_ema_multi_avg_fn(AVERAGED))
        self.optimizer = make_optimizer(self.parser, options.rate)
        self.pools = NamePools(sentences)
        self.done = self.step = 0
        self.steps = options.epochs * len(by_length(sentences, self.tokenizer, options.batch, random.Random(0)))

    def save(self, path: Path) -> None:
        state = {"parser": self.parser.state_dict(), "average": self.average.module.state_dict(),
                 "optimizer": self.optimizer.state_dict(), "done": self.done, "step": self.step}
        torch.save(state, path.with_suffix(".new"))
        path.with_suffix(".new").replace(path)

    def resume(self, path: Path) -> None:
        state = torch.load(path, weights_only=True)
        self.parser.load_state_dict(state["parser"])
        self.average.module.load_state_dict(state["average"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.done, self.step = state["done"], state["step"]
        self.average.n_averaged.fill_(self.step)

    def epoch(self) -> dict[str, float]:
        """One pass over freshly varied sentences; the mean of each loss."""
        seed = self.options.seed * 1000 + self.done
        chance = random.Random(seed)
        torch.manual_seed(seed)
        drawn = [changed(sentence, self.pools, chance) for sentence in self.sentences]
        self.parser.train()
        sums: dict[str, list[float]] = {}
        for group in by_length(drawn, self.tokenizer, self.options.batch, chance):
            for key, value in self.learn(make_batch(group, self.tokenizer, self.labels)).items():
                sums.setdefault(key, []).append(value)
        self.done += 1
        return {key: round(sum(values) / len(values), 4) for key, values in sums.items()}

    def learn(self, batch: Batch) -> dict[str, float]:
        """One step."""
        for group in self.optimizer.param_groups:
            group["lr"] = self.options.rate * group["scale"] * rate_at(self.step, self.steps)
        with torch.autocast("cpu", torch.bfloat16):
            found = losses(self.parser, batch, self.originals if self.step % MEANING_EVERY == 0 else None)
        sum(LOSSES[key] * value for key, value in found.items()).backward()
        torch.nn.utils.clip_grad_norm_(self.parser.parameters(), 1.0)
        self.optimizer.step()
        self.optimizer.zero_grad(set_to_none=True)
        self.average.update_parameters(self.parser)
        self.step += 1
        return {key: float(value.detach()) for key, value in found.items()}

    def figures(self, sentences: list[Sentence], with_meaning: bool) -> dict:
        averaged = self.average.module.eval()
        graph = ParserGraph(averaged, self.labels)
        return measure(torch_forward(graph, half=True), sentences, self.tokenizer, with_name_paths(self.labels, averaged),
                       self.original if with_meaning else None)


def train(options: argparse.Namespace) -> None:
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    sentences = training_sentences(options.data)
    labels = inventories(sentences)
    options.run.mkdir(parents=True, exist_ok=True)
    (options.run / "labels.json").write_text(json.dumps(labels, indent=1))
    training = Training(options, sentences[: options.limit], labels)
    saved = options.run / "checkpoint.pt"
    if saved.exists():
        training.resume(saved)
    development = development_sentences(options.data)
    while training.done < options.epochs:
        begun = time.time()
        means = training.epoch()
        training.save(saved)
        line = {"epoch": training.done, "seconds": round(time.time() - begun), "losses": means}
        last = training.done == options.epochs
        if last or training.done % options.measure == 0:
            line |= {name: training.figures(dev, name == "ewt-dev") for name, dev in development.items()}
        print(json.dumps(line), flush=True)
        with (options.run / "log.jsonl").open("a") as log:
            log.write(json.dumps(line) + "\n")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--weights", type=Path, required=True)
    options.add_argument("--pieces", type=Path, required=True)
    options.add_argument("--vocabulary", type=Path, required=True)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--run", type=Path, required=True)
    options.add_argument("--epochs", type=int, default=14)
    options.add_argument("--depth", type=int, default=5)
    options.add_argument("--rate", type=float, default=1.5e-4)
    options.add_argument("--batch", type=int, default=1200)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--threads", type=int, default=2)
    options.add_argument("--measure", type=int, default=2, help="epochs between two measurements")
    options.add_argument("--limit", type=int, default=None)
    train(options.parse_args())


if __name__ == "__main__":
    main()
