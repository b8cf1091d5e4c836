"""Trains the network that says whom a pronoun or description means, on features of annotated documents
(write-antecedent-features.ts): `python antecedents.py --features OUT --to FILE`. Each question is a softmax over its
candidates, nobody first. Prints figures of the development documents by threshold; `--measure OTHER` those of other features."""
import argparse
import json

import numpy as np
import torch
import torch.nn.functional as F

from reader import Network, export, load, optimizer_of

SIZE = {"rows": 2048, "squeezed": 64, "width": 64, "second": None, "blocks": ["mention", "governor", "candidate", "candidate governor"], "epochs": 10}
BATCH = 64


class Questions:
    """The questions of some documents; candidates of all of them in a row."""

    def __init__(self, path, rows):
        self.states, self.documents = load(path)
        self.each = [(d, q) for d, document in enumerate(self.documents) for q in document["questions"]]
        self.start = np.cumsum([0, *(len(q["candidates"]) for _, q in self.each)])
        candidates = [c for _, q in self.each for c in q["candidates"]]
        most = max(len(c["features"]) for c in candidates)
        self.features = np.zeros((len(candidates), most), np.int32)
        self.there = np.zeros((len(candidates), most), np.float32)
        self.places = np.full((len(candidates), len(SIZE["blocks"])), -1)
        for at, c in enumerate(candidates):
            self.features[at, :len(c["features"])] = np.array(c["features"]) % rows
            self.there[at, :len(c["features"])] = 1
            self.places[at, :len(c["states"])] = c["states"]

    def batch(self, indexes):
        """Network's input for the candidates of some questions, their right answers and which question each is of."""
        at = np.concatenate([np.arange(self.start[i], self.start[i + 1]) for i in indexes])
        of = np.concatenate([np.full(self.start[i + 1] - self.start[i], n) for n, i in enumerate(indexes)])
        right = np.concatenate([self.each[i][1]["right"] for i in indexes])
        states = self.states[np.maximum(self.places[at], 0)] * (self.places[at] >= 0)[..., None]
        there = self.there[at]
        most = int(there.sum(1).max())
        given = torch.from_numpy(states.reshape(len(at), -1).astype(np.float32)), torch.from_numpy(self.features[at, :most]).long(), torch.from_numpy(there[:, :most])
        return given, torch.from_numpy(right), torch.from_numpy(of)


def by_question(scores, of):
    """[n] scores → [questions, most candidates], −∞ where there is none."""
    counts = torch.bincount(of)
    table = torch.full((len(counts), int(counts.max())), -torch.inf)
    column = torch.arange(len(of)) - (counts.cumsum(0) - counts)[of]
    table[of, column] = scores
    return table, column


def loss_of(scores, right, of):
    table, column = by_question(scores, of)
    wanted = torch.full_like(table, -torch.inf)
    wanted[of, column] = torch.where(right > 0, 0.0, -torch.inf)
    return (torch.logsumexp(table, 1) - torch.logsumexp(table + wanted, 1)).mean()


def train(questions, keep, seed):
    torch.manual_seed(seed)
    net = Network(SIZE, 1)
    optimizer, schedule = optimizer_of(net, SIZE["epochs"] * (len(keep) // BATCH + 1))
    for _ in range(SIZE["epochs"]):
        for indexes in keep[torch.randperm(len(keep))].split(BATCH):
            given, right, of = questions.batch(indexes.numpy())
            loss = loss_of(net(*given)[:, 0], right, of)
            optimizer.zero_grad(); loss.backward(); optimizer.step(); schedule.step()
    return net.eval()


def chances_of(net, questions, chosen):
    chances = {}
    with torch.no_grad():
        for part in np.array_split(chosen, len(chosen) // 200 + 1):
            given, _, of = questions.batch(part)
            table, _ = by_question(net(*given)[:, 0], of)
            chances.update(zip(part.tolist(), torch.softmax(table, 1).numpy()))
    return chances


def figures(questions, chances, chosen):
    """How many are answered and answered rightly, of those whose referent can be found: by the rules, and by threshold.
    Surprise is the mean negative logarithm of the right answer's chance: of several seeds the least is the best."""
    there = [i for i in chosen if not questions.each[i][1]["right"][0]]
    def count(answers):
        answered = [i for i in chosen if answers[i] > 0]
        right = sum(questions.each[i][1]["right"][answers[i]] for i in answered)
        return {"answered": round(100 * len(answered) / max(1, len(there)), 1), "accuracy": round(100 * right / max(1, len(answered)), 1)}
    right_of = lambda i: np.array(questions.each[i][1]["right"]) > 0
    surprise = -np.mean([np.log(max(1e-9, chances[i][: len(right_of(i))][right_of(i)].sum())) for i in chosen])
    found = {"questions": len(chosen), "answerable": len(there), "surprise": round(float(surprise), 4), "rules": count({i: questions.each[i][1]["rule"] for i in chosen})}
    for threshold in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
        found[str(threshold)] = count({i: int(chances[i].argmax()) if chances[i].max() >= threshold else 0 for i in chosen})
    return found


KINDS = {"he, she": "he him his himself she her hers herself", "they": "they them their theirs themselves", "it": "it its itself",
         "i": "i me my mine myself", "we": "we us our ours ourselves", "description": "description"}


def report(net, questions, part, name):
    chosen = [i for i, (d, _) in enumerate(questions.each) if part(questions.documents[d])]
    if not chosen:
        return
    chances = chances_of(net, questions, np.array(chosen))
    for kind, words in {"all": " ".join(KINDS.values()), **KINDS, "he … it": " ".join(list(KINDS.values())[:4])}.items():
        own = [i for i in chosen if questions.each[i][1]["word"] in words.split()]
        print(json.dumps({"part": name, "kind": kind, **figures(questions, chances, own)}), flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--features", required=True); parser.add_argument("--to"); parser.add_argument("--measure"); parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(1)
    questions = Questions(args.features, SIZE["rows"])
    keep = torch.tensor([i for i, (d, _) in enumerate(questions.each) if questions.documents[d]["split"] == "train"])
    net = train(questions, keep, args.seed)
    gum = lambda d: d["file"].startswith("GUM")
    report(net, questions, lambda d: d["split"] == "development" and gum(d), "GUM, set aside")
    report(net, questions, lambda d: d["split"] == "development" and not gum(d), "articles, development")
    if args.measure:
        report(net, Questions(args.measure, SIZE["rows"]), lambda d: True, args.measure)
    if args.to:
        export(net, SIZE, args.to, "Trained by training/antecedents.py on annotated articles (training/statements/) and GUM's coreference.")


if __name__ == "__main__":
    main()
