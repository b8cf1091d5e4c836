"""Does the exported model answer as the trained one? And a table of answers for whoever writes another runtime.

    python parity.py --run RUN --model FOLDER --weights model.safetensors --pieces vocab.txt --data DIR --to parity.json

Checks on EWT dev: the float graph agrees with PyTorch to FLOAT_TOLERANCE in every score; int8 gives the same heads, tags and name tags
as PyTorch for at least the shares in INT8_SHARES. Then writes, for our own sentences in parity-sentences.txt, one sentence a batch: the inputs and
the int8 answers.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import torch

from batches import by_length, make_batch
from corpora import Labels, development_sentences
from data import Sentence
from evaluate import Forward, answers, onnx_forward, torch_forward
from export import trained
from graph import INPUTS, ParserGraph
from wordpieces import Tokenizer

FLOAT_TOLERANCE = 2e-3
INT8_SHARES = {"heads": 0.97, "relations": 0.98, "xpos": 0.99, "upos": 0.99, "names": 0.99}
SENTENCES = 400


def compare(reference: Forward, other: Forward, sentences: list[Sentence], tokenizer: Tokenizer, labels: Labels) -> tuple[float, dict[str, float]]:
    """Largest difference of any score of an existing word, and the share of words with the same answer, by kind."""
    largest, same, count = 0.0, dict.fromkeys(INT8_SHARES, 0), 0
    for group in by_length(sentences, tokenizer, 1200, None):
        batch = make_batch(group, tokenizer, {})
        ours, theirs = reference(batch), other(batch)
        for row, sentence in enumerate(group):
            n = len(sentence.words)
            for name in ("xpos_scores", "upos_scores", "name_scores", "word_states"):
                largest = max(largest, float(np.abs(ours[name][row, :n] - theirs[name][row, :n]).max()))
            arcs = [found["arc_scores"][row, :n, : n + 1] for found in (ours, theirs)]
            largest = max(largest, float(np.abs(arcs[0] - arcs[1]).max()))
            a, b = (answers(found, row, n, labels) for found in (ours, theirs))
            count += n
            for key in same:
                same[key] += sum(x == y for x, y in zip(a[key], b[key]))
    return largest, {key: round(value / count, 4) for key, value in same.items()}


def table(forward: Forward, lines: list[str], tokenizer: Tokenizer, labels: Labels) -> list[dict]:
    rows = []
    for line in lines:
        sentence = Sentence("", line.split(" "), heads=[0] * len(line.split(" ")))
        batch = make_batch([sentence], tokenizer, {})
        tensors = (batch.pieces, batch.shapes, batch.first, batch.last)
        inputs = {name: tensor[0].tolist() for name, tensor in zip(INPUTS, tensors)}
        found = forward(batch)
        names = [round(float(x), 3) for x in found["name_scores"][0, :, 0]]
        rows.append({"words": sentence.words, **inputs, **answers(found, 0, len(sentence.words), labels), "nameScoreOfO": names})
    return rows


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("run", "model", "weights", "pieces", "data", "to"):
        options.add_argument(f"--{name}", type=Path, required=True)
    options.add_argument("--depth", type=int, default=5)
    chosen = options.parse_args()
    chosen.vocabulary = chosen.model / "vocabulary.txt"
    torch.set_num_threads(1)
    tokenizer = Tokenizer(chosen.vocabulary)
    labels = json.loads((chosen.model / "labels.json").read_text())
    reference = torch_forward(ParserGraph(trained(chosen, labels), labels))
    whole, small = onnx_forward(chosen.run / "model-float.onnx", 1), onnx_forward(chosen.model / "model.onnx", 1)
    sentences = development_sentences(chosen.data)["ewt-dev"][:SENTENCES]
    largest, same = compare(reference, whole, sentences, tokenizer, labels)
    print(f"float: largest difference {largest:.6f}, same answers {same}")
    assert largest <= FLOAT_TOLERANCE, f"the float graph differs by {largest}, more than {FLOAT_TOLERANCE}"
    _, same = compare(reference, small, sentences, tokenizer, labels)
    print(f"int8: same answers {same}")
    assert all(same[key] >= share for key, share in INT8_SHARES.items()), f"int8 agrees too rarely: {same}, asked {INT8_SHARES}"
    lines = (Path(__file__).parent / "parity-sentences.txt").read_text(encoding="utf-8").splitlines()
    rows = [json.dumps(row, ensure_ascii=False) for row in table(small, lines, tokenizer, labels)]
    chosen.to.write_text("[\n" + ",\n".join(rows) + "\n]\n", encoding="utf-8")


if __name__ == "__main__":
    main()
