"""Tunes the upper layers of the shipped encoder together with the networks that read them: nouns that describe somebody, and pairs.

    python tune.py --features OUT --model FOLDER --to FOLDER --nouns FILE --pairs FILE

OUT is what write-reader-features.ts wrote. The layers below, and with them parse and names, stay as they are byte for byte.
"""

import argparse
import json
import time
from pathlib import Path

import numpy as np
import onnx
import torch
import torch.nn.functional as F

import reader
from upper import LowerStates, UpperLayers, with_upper

PLACES = 700  # of one chunk of sentences, padding included
ARTICLES = 4  # a step
KEPT = 2.0  # weight of the loss that holds the states to what they were
HEADS_RATE, UPPER_RATE, DECAY = 2e-3, 1e-4, 0.02
STEPS_WARM = 0.1


class Texts:
    """Sentences of all articles, with the states that the upper layers read."""

    def __init__(self, articles, lower):
        self.of, base = [], 0
        for article in articles:
            rows = []
            for words in article["sentences"]:
                got = lower.of(words)
                rows.append((base, len(words), got))
                base += len(words)
            self.of.append(rows)
        self.tokens = base

    def states(self, upper, numbers, fallback):
        """Word states of these articles: [tokens, 384], and the place of each global token in it."""
        rows = [row for number in numbers for row in self.of[number]]
        place, parts, size = {}, [], 0
        run = sorted((row for row in rows if row[2] is not None), key=lambda row: -len(row[2][0]))
        chunk = []

        def flush():
            nonlocal size
            if not chunk:
                return
            longest = len(chunk[0][2][0])
            states = torch.zeros(len(chunk), longest, reader.STATE)
            inside = torch.zeros(len(chunk), longest, dtype=torch.bool)
            first, last = [], []
            for at, (base, words, (below, one, two)) in enumerate(chunk):
                states[at, :len(below)] = torch.from_numpy(below)
                inside[at, :len(below)] = True
                first.append(at * longest + torch.from_numpy(one)); last.append(at * longest + torch.from_numpy(two))
                for word in range(words):
                    place[base + word] = size + word
                size += words
            flat = upper(states, inside).reshape(-1, reader.STATE)
            parts.append((flat[torch.cat(first)] + flat[torch.cat(last)]) * 0.5)
            chunk.clear()

        for row in run:
            if chunk and (len(chunk) + 1) * len(chunk[0][2][0]) > PLACES:
                flush()
            chunk.append(row)
        flush()
        for base, words, got in rows:
            if got is None and words:
                parts.append(torch.from_numpy(fallback[base:base + words].copy()))
                for word in range(words):
                    place[base + word] = size + word
                size += words
        return torch.cat(parts), place


class Task:
    """One kind of rows (nouns or pairs), an article at a time."""

    def __init__(self, kind, articles, given):
        self.kind, self.size = kind, reader.SIZES[kind]
        self.outputs = 1 + len(reader.TYPES) if kind == "nouns" else len(reader.CLASSES)
        self.rows = [article[kind] + (article["given"] if given and kind == "pairs" and article["split"] == "train" else []) for article in articles]
        self.found = [len(article[kind]) for article in articles]

    def batch(self, number, place, only_found):
        rows = self.rows[number][: self.found[number]] if only_found else self.rows[number]
        if not rows:
            return None
        most = max(len(row["features"]) for row in rows)
        features = torch.zeros(len(rows), most, dtype=torch.long)
        there = torch.zeros(len(rows), most)
        for at, row in enumerate(rows):
            features[at, :len(row["features"])] = torch.tensor([value % self.size["rows"] for value in row["features"]])
            there[at, :len(row["features"])] = 1
        if self.kind == "nouns":
            single = torch.tensor([[place[row["at"]], place[row["governor"]]] for row in rows])
            inner = None
            target = torch.tensor([reader.TYPES.index(row["label"]) if row["label"] in reader.TYPES else -1 for row in rows])
            weight = torch.tensor([0.0 if row["label"] == "nobody" else 1.0 for row in rows])
        else:
            single = torch.tensor([[place[at] for at in row["states"]] for row in rows])
            longest = max(len(row["inner"]) for row in rows)
            inner = torch.zeros(len(rows), longest, dtype=torch.long)
            share = torch.zeros(len(rows), longest)
            for at, row in enumerate(rows):
                inner[at, :len(row["inner"])] = torch.tensor([place[each] for each in row["inner"]])
                share[at, :len(row["inner"])] = 1 / len(row["inner"])
            inner = (inner, share)
            target = torch.tensor([reader.CLASSES.index(row["class"]) for row in rows])
            weight = torch.tensor([0.0 if row["mask"] else 1.0 for row in rows])
        return single, inner, features, there, target, weight

    def scores(self, net, states, batch):
        single, inner, features, there, _, _ = batch
        dense = states[single].flatten(1)
        if inner is not None:
            at, share = inner
            dense = torch.cat([dense, (states[at] * share[..., None]).sum(1)], 1)
        return net(dense, features, there)


def evaluate(upper, nets, tasks, texts, articles, fallback, seeds=""):
    """Scores of every found row, by task."""
    upper.eval()
    scores = {kind: [] for kind in tasks}
    with torch.no_grad():
        for number in range(len(articles)):
            if articles[number]["split"] == "train":
                for kind, task in tasks.items():
                    scores[kind].append(torch.zeros(task.found[number], task.outputs))
                continue
            states, place = texts.states(upper, [number], fallback)
            for kind, task in tasks.items():
                batch = task.batch(number, place, True)
                scores[kind].append(task.scores(nets[kind].eval(), states, batch) if batch else torch.zeros(0, task.outputs))
    return {kind: torch.cat(values) for kind, values in scores.items()}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--features", required=True); parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--to", type=Path); parser.add_argument("--epochs", type=int, default=10); parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rate", type=float, default=UPPER_RATE); parser.add_argument("--kept", type=float, default=KEPT)
    parser.add_argument("--given", action="store_true"); parser.add_argument("--test", action="store_true"); parser.add_argument("--save")
    args = parser.parse_args()
    torch.manual_seed(args.seed); torch.set_num_threads(1)
    fallback, articles = reader.load(args.features)
    start = time.time()
    lower = LowerStates(args.model / "model.onnx", args.model / "vocabulary.txt")
    texts = Texts(articles, lower)
    assert texts.tokens == len(fallback), (texts.tokens, len(fallback))
    model = onnx.load(args.model / "model.onnx")
    upper, before = UpperLayers(model), UpperLayers(model).eval()
    tasks = {kind: Task(kind, articles, args.given) for kind in reader.SIZES}
    nets = {kind: reader.Network(task.size, task.outputs) for kind, task in tasks.items()}
    print(f"read {len(articles)} articles, {texts.tokens} words, pairs {sum(map(len, tasks['pairs'].rows))}, {time.time() - start:.0f} s", flush=True)
    learn = [at for at, article in enumerate(articles) if article["split"] == "train"]
    steps = args.epochs * (len(learn) // ARTICLES + 1)
    named = [(name, p) for net in nets.values() for name, p in net.named_parameters()]
    groups = [{"params": [p for name, p in named if "table" not in name], "lr": HEADS_RATE}, {"params": [p for name, p in named if "table" in name], "lr": 2 * HEADS_RATE}]
    rates = [HEADS_RATE, 2 * HEADS_RATE]
    if args.rate > 0:
        groups.append({"params": list(upper.parameters()), "lr": args.rate}); rates.append(args.rate)
    optimizer = torch.optim.AdamW(groups, weight_decay=DECAY)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, rates, total_steps=steps + 1, pct_start=STEPS_WARM)
    rng = np.random.default_rng(args.seed)
    for epoch in range(args.epochs):
        upper.train(args.rate > 0)
        for net in nets.values():
            net.train()
        order = rng.permutation(learn)
        total = {"pairs": 0.0, "nouns": 0.0, "kept": 0.0}
        for at in range(0, len(order), ARTICLES):
            numbers = order[at:at + ARTICLES]
            with torch.set_grad_enabled(args.rate > 0):
                states, place = texts.states(upper, numbers, fallback)
            loss = 0
            for kind, task in tasks.items():
                scored, targets, weights = [], [], []
                for number in numbers:
                    batch = task.batch(number, place, False)
                    if batch:
                        scored.append(task.scores(nets[kind], states, batch)); targets.append(batch[4]); weights.append(batch[5])
                if scored:
                    own = reader.loss_of(kind, torch.cat(scored), torch.cat(targets), torch.cat(weights))
                    total[kind] += float(own.detach()); loss = loss + own
            if args.rate > 0:
                with torch.no_grad():
                    old, _ = texts.states(before, numbers, fallback)
                kept = (1 - F.cosine_similarity(states, old, dim=1)).mean()
                total["kept"] += float(kept.detach()); loss = loss + args.kept * kept
            optimizer.zero_grad(); loss.backward()
            torch.nn.utils.clip_grad_norm_(upper.parameters(), 1.0)
            optimizer.step(); schedule.step()
        count = len(order) / ARTICLES
        print(f"epoch {epoch + 1} {time.time() - start:.0f} s", {kind: round(value / count, 4) for kind, value in total.items()}, flush=True)
        if epoch + 1 == args.epochs or (epoch + 1) % 4 == 0:
            scores = evaluate(upper, nets, tasks, texts, articles, fallback)
            report(tasks, articles, scores, args.test and epoch + 1 == args.epochs)
    if args.save:
        torch.save({"upper": upper.state_dict(), **{kind: net.state_dict() for kind, net in nets.items()}, "scores": scores}, args.save)
    if args.to:
        onnx.save(with_upper(model, upper.eval()), args.to / "model.onnx")


class Found:
    """What reader.py's figures look at."""

    def __init__(self, task, articles):
        self.examples = [(number, row) for number in range(len(articles)) for row in task.rows[number][: task.found[number]]]
        self.found = len(self.examples)


def report(tasks, articles, scores, test):
    real = lambda a: a["register"] == "real"
    golden = lambda a: "test/articles" in a["file"]
    for kind, task in tasks.items():
        found = Found(task, articles)
        measure = reader.noun_figures if kind == "nouns" else reader.pair_figures
        for split in ["development", *(["test"] if test else [])]:
            for name, part in {"all": lambda a: True, "golden": golden, "real": real}.items():
                print(json.dumps({"kind": kind, "split": split, "part": name, **measure(found, articles, scores[kind], lambda a: a["split"] == split and part(a))}), flush=True)


if __name__ == "__main__":
    main()
