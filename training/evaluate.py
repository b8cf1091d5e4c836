"""Figures of an exported model on annotated sentences: attachment, parts of speech, names, speed, meaning kept.

    python evaluate.py --model model.onnx --labels labels.json --vocabulary vocabulary.txt --data DIR [--original model.safetensors --pieces vocab.txt]

Attachment counts universal relations (subtypes off) over gold words; "words" leaves out gold PUNCT. Names are exact spans over PER, ORG, LOC.
"""

import argparse
import json
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch

from batches import Batch, by_length, make_batch
from corpora import Labels, development_sentences
from data import Sentence
from decode import best_tags, best_tree
from encoder import original_encoder
from graph import INPUTS, OUTPUTS
from heads import Parser, word_mean
from tally import Tally
from wordpieces import Tokenizer

Forward = Callable[[Batch], dict[str, np.ndarray]]


def torch_forward(graph: torch.nn.Module, half: bool = False) -> Forward:
    @torch.no_grad()
    def forward(batch: Batch) -> dict[str, np.ndarray]:
        with torch.autocast("cpu", torch.bfloat16, enabled=half):
            found = graph(batch.pieces, batch.shapes, batch.first, batch.last)
        return {name: value.numpy() for name, value in zip(OUTPUTS, found)}

    return forward


def original_words(encoder: torch.nn.Module) -> Forward:
    """The original encoder's last-layer word states; it knows no shapes."""

    @torch.no_grad()
    def forward(batch: Batch) -> dict[str, np.ndarray]:
        last = encoder.eval()(batch.pieces, torch.zeros_like(batch.shapes))[-1]
        return {"word_states": word_mean(last, batch.first, batch.last).numpy()}

    return forward


def onnx_forward(model: Path, threads: int) -> Forward:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    session = onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])

    def forward(batch: Batch) -> dict[str, np.ndarray]:
        tensors = (batch.pieces, batch.shapes, batch.first, batch.last)
        found = session.run(OUTPUTS, {name: value.numpy().astype(np.int32) for name, value in zip(INPUTS, tensors)})
        return dict(zip(OUTPUTS, found))

    return forward


def answers(found: dict[str, np.ndarray], row: int, words: int, labels: Labels) -> dict[str, list]:
    """One sentence's heads, relations, tags and name tags from the outputs of its batch."""
    heads = best_tree(found["arc_scores"][row, :words, : words + 1])
    relations = [labels["relations"][found["relation_ids"][row, i, head]] for i, head in enumerate(heads)]
    best = {key: [labels[key][i] for i in found[f"{key}_scores"][row, :words].argmax(-1)] for key in ("xpos", "upos")}
    tags = best_tags(found["name_scores"][row, :words], np.array(labels["nameStarts"]), np.array(labels["nameFollows"]))
    names = [labels["names"][i] for i in tags]
    return {"heads": heads, "relations": relations, **best, "names": names}


# Added to every path on which such a name begins; chosen on the development sentences (docs/model-trials.md).
LEANS = {"B-ORG": 0.3, "B-LOC": -0.3}


def with_name_paths(labels: Labels, parser: Parser) -> Labels:
    """The labels and the learned scores of name tags that begin a sentence and follow each other, leaning; best_tags wants both."""
    starts, follows = (table.detach().tolist() for table in parser.name_paths.tables())
    leaning = lambda row: [round(x + LEANS.get(tag, 0), 4) for x, tag in zip(row, labels["names"])]
    return {**labels, "nameStarts": leaning(starts), "nameFollows": [leaning(row) for row in follows]}


def measure(forward: Forward, sentences: list[Sentence], tokenizer: Tokenizer, labels: Labels,
            original: Forward | None = None, pieces: int = 2400) -> dict:
    """Figures in percent; with `original`, the mean cosine of last-layer word states to the original encoder's."""
    tally, cosines, words, seconds = Tally(), 0.0, 0, 0.0
    for group in by_length(sentences, tokenizer, pieces, None):
        batch = make_batch(group, tokenizer, {})
        begun = time.perf_counter()
        found = forward(batch)
        seconds += time.perf_counter() - begun
        inside = batch.word_mask.numpy()
        words += inside.sum()
        if original:
            cosines += cosine(found["word_states"][inside], original(batch)["word_states"][inside]).sum()
        for row, sentence in enumerate(group):
            tally.add(sentence, answers(found, row, len(sentence.words), labels))
    figures = {**tally.figures(), "words_per_second": round(words / seconds)}
    if original:
        figures["cosine"] = round(float(cosines / words), 4)
    return figures


def as_lines(record: dict) -> str:
    """JSON with one key a line."""
    return "{\n" + ",\n".join(f" {json.dumps(key)}: {json.dumps(value)}" for key, value in record.items()) + "\n}\n"


def cosine(ours: np.ndarray, theirs: np.ndarray) -> np.ndarray:
    return (ours * theirs).sum(-1) / (np.linalg.norm(ours, axis=-1) * np.linalg.norm(theirs, axis=-1))


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--model", type=Path, required=True)
    options.add_argument("--labels", type=Path, required=True)
    options.add_argument("--vocabulary", type=Path, required=True)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--original", type=Path)
    options.add_argument("--pieces", type=Path)
    options.add_argument("--batch", type=int, default=1200, help="padded pieces a batch")
    options.add_argument("--save", action="store_true", help="write the figures into labels.json")
    options.add_argument("--threads", type=int, default=1)
    chosen = options.parse_args()
    tokenizer = Tokenizer(chosen.vocabulary)
    labels = json.loads(chosen.labels.read_text())
    forward = onnx_forward(chosen.model, chosen.threads)
    figures = {}
    for name, sentences in development_sentences(chosen.data).items():
        original = None
        if chosen.original and name == "ewt-dev":
            original = original_words(original_encoder(chosen.original, chosen.pieces, chosen.vocabulary))
        figures[name] = measure(forward, sentences, tokenizer, labels, original, chosen.batch)
        print(json.dumps({"set": name, **figures[name]}))
    if chosen.save:
        kept = {name: {key: value for key, value in found.items() if key != "words_per_second"} for name, found in figures.items()}
        chosen.labels.write_text(as_lines({**labels, "figures": kept}))


if __name__ == "__main__":
    main()
