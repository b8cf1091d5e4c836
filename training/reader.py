"""Trains the three small networks of the reader on features of annotated articles (write-reader-features.ts):
`python reader.py nouns --features OUT --to FILE` which nouns describe somebody, and of what type;
`python reader.py names --features OUT --to FILE` of what type a name is;
`python reader.py pairs --features OUT --to FILE` what the text says of an ordered pair of mentions.
Prints figures of the development articles; `--test` those of the test articles as well."""
import argparse
import base64
import json

import numpy as np
import torch
import torch.nn.functional as F

STATE = 384
TYPES = ["person", "organization", "group", "country", "place", "other"]
NAMED = [*TYPES, "thing"]  # a name of nobody: of a prize, a law, a ship, a square
EVENTS = ["AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
          "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"]
CLASSES = ["none", "role", "stance", "other", *EVENTS]
SIZES = {"nouns": {"rows": 1024, "squeezed": 64, "width": 64, "second": None, "blocks": ["noun", "governor"], "epochs": 12},
         "names": {"rows": 2048, "squeezed": 48, "width": 48, "second": None, "blocks": ["name", "governor"], "epochs": 12},
         "pairs": {"rows": 4096, "squeezed": 96, "width": 128, "second": 64, "blocks": ["source", "target", "top", "inner"], "epochs": 14}}
BATCH, RATE, DECAY = 256, 2e-3, 0.02
TEACHERS, TAUGHT = 4, 0.7  # networks whose mean a network of pairs learns from, and how much against the annotation


def load(path):
    states = np.memmap(f"{path}.f32", dtype=np.float32, mode="r").reshape(-1, STATE)
    with open(f"{path}.jsonl", encoding="utf8") as file:
        return states, [json.loads(line) for line in file]


class Network(torch.nn.Module):
    """Squeezed states and rows of a table, summed to a hidden layer, `second` above it or none, scores out."""

    def __init__(self, size, outputs):
        super().__init__()
        width = size["width"]
        self.table = torch.nn.Embedding(size["rows"], width)
        torch.nn.init.normal_(self.table.weight, 0, 0.05)
        self.squeeze = torch.nn.Linear(STATE, size["squeezed"], bias=False)
        self.hidden = torch.nn.Linear(size["squeezed"] * len(size["blocks"]), width)
        layers = [width, *([size["second"]] if size["second"] else []), outputs]
        self.above = torch.nn.ModuleList([torch.nn.Linear(a, b) for a, b in zip(layers, layers[1:])])

    def forward(self, states, features, there):
        """[n, blocks · 384], [n, most] rows, [n, most] 1 where there is a feature → scores [n, outputs]."""
        if self.training:
            states = F.dropout(states, 0.4)
            there = there * (torch.rand_like(there) > 0.35)
        values = self.hidden(self.squeeze(states.reshape(len(states), -1, STATE)).flatten(1)) + (self.table(features) * there[..., None]).sum(1)
        for layer in self.above:
            values = layer(F.dropout(torch.relu(values), 0.3, self.training))
        return values


class Rows:
    """Examples as tensors; the states are gathered a batch at a time."""

    def __init__(self, kind, states, articles, rows, given):
        self.states, self.kind = states, kind
        self.examples = [(number, each) for number, article in enumerate(articles) for each in article[kind]]
        # What is measured are the found ones, which come first.
        self.found = len(self.examples)
        if given:
            self.examples += [(number, each) for number, article in enumerate(articles) for each in article["given"] if article["split"] == "train"]
        most = max(len(each["features"]) for _, each in self.examples)
        self.features = torch.zeros(len(self.examples), most, dtype=torch.int32)
        self.there = torch.zeros(len(self.examples), most)
        for at, (_, each) in enumerate(self.examples):
            count = len(each["features"])
            self.features[at, :count] = torch.tensor([value % rows for value in each["features"]])
            self.there[at, :count] = 1
        self.weight = torch.tensor([self.counts(each) for _, each in self.examples])

    def counts(self, each):
        ignored = each["mask"] if self.kind == "pairs" else each["label"] == "nobody"
        return 0.0 if ignored else 1.0

    def dense(self, indexes):
        of = (lambda e: [self.states[e["at"]], self.states[e["governor"]]]) if self.kind != "pairs" else \
             (lambda e: [*self.states[e["states"]], self.states[e["inner"]].mean(0)])
        return torch.from_numpy(np.stack([np.concatenate(of(self.examples[int(i)][1])) for i in indexes]))

    def batch(self, indexes):
        there = self.there[indexes]
        most = int(there.sum(1).max())
        return self.dense(indexes), self.features[indexes, :most].long(), there[:, :most]


def loss_of(kind, scores, targets, weight, taught=None):
    if kind != "nouns":
        loss = F.cross_entropy(scores, targets, reduction="none")
        if taught is not None:
            loss = (1 - TAUGHT) * loss + TAUGHT * F.cross_entropy(scores, taught, reduction="none")
        return (loss * weight).sum() / weight.sum()
    yes = targets >= 0
    loss = F.binary_cross_entropy_with_logits(scores[:, 0], yes.float(), weight)
    return loss + 0.5 * F.cross_entropy(scores[yes][:, 1:], targets[yes]) if yes.any() else loss


def optimizer_of(net, steps):
    """The table of features learns twice as fast as the rest; both rates rise for a tenth of the steps and fall."""
    named = list(net.named_parameters())
    optimizer = torch.optim.AdamW([{"params": [p for name, p in named if "table" not in name]},
                                   {"params": [p for name, p in named if "table" in name], "lr": 2 * RATE}], lr=RATE, weight_decay=DECAY)
    return optimizer, torch.optim.lr_scheduler.OneCycleLR(optimizer, [RATE, 2 * RATE], total_steps=steps + 1, pct_start=0.1)


def train(kind, rows, targets, keep, size, outputs, seed, taught=None):
    torch.manual_seed(seed)
    net = Network(size, outputs)
    optimizer, schedule = optimizer_of(net, size["epochs"] * (len(keep) // BATCH + 1))
    for _ in range(size["epochs"]):
        for indexes in keep[torch.randperm(len(keep))].split(BATCH):
            loss = loss_of(kind, net(*rows.batch(indexes)), targets[indexes], rows.weight[indexes], None if taught is None else taught[indexes])
            optimizer.zero_grad(); loss.backward(); optimizer.step(); schedule.step()
    return net.eval()


def scores_of(net, rows, count=None):
    with torch.no_grad():
        return torch.cat([net(*rows.batch(part)) for part in torch.arange(count or rows.found).split(1024)])


def taught_by(nets, rows):
    """Mean chances of all examples, given ones too: what several networks agree on says more of a pair than its label."""
    return sum(torch.softmax(scores_of(net, rows, len(rows.examples)), 1) for net in nets) / len(nets)


def base64_of(array):
    return base64.b64encode(np.ascontiguousarray(array).tobytes()).decode()


def int8(rows):
    """[n, m] floats → int8 and a scale a row."""
    scale = np.abs(rows).max(1) / 127 + 1e-12
    return np.rint(rows / scale[:, None]).astype(np.int8), scale.astype(np.float32)


SOURCE = "Trained by training/reader.py on annotated articles (training/statements/)."


def export(net, size, path, source=SOURCE, **more):
    width = net.hidden.out_features
    squeeze, squeeze_scale = int8(net.squeeze.weight.detach().numpy())
    # Row of unit u in block b: b · width + u.
    hidden, hidden_scale = int8(net.hidden.weight.detach().numpy().reshape(width, -1, size["squeezed"]).transpose(1, 0, 2).reshape(-1, size["squeezed"]))
    table, table_scale = int8(net.table.weight.detach().numpy())
    layers = [[[*(round(float(v), 4) for v in row), round(float(bias), 4)] for row, bias in zip(layer.weight.detach(), layer.bias.detach())] for layer in net.above]
    model = {"source": source, "licence": "CC BY-SA 4.0", "blocks": size["blocks"],
             "width": width, "rows": size["rows"], "squeezed": size["squeezed"], "squeeze": base64_of(squeeze), "squeezeScale": base64_of(squeeze_scale), "hidden": base64_of(hidden), "hiddenScale": base64_of(hidden_scale), "table": base64_of(table),
             "tableScale": base64_of(table_scale), "bias": [round(float(v), 5) for v in net.hidden.bias.detach()], "layers": layers, **more}
    with open(path, "w", encoding="utf8") as file:
        file.write(json.dumps(model, separators=(",", ":")) + "\n")


def f1(right, found, gold):
    p, r = right / max(1, found), right / max(1, gold)
    return {"precision": round(100 * p, 1), "recall": round(100 * r, 1), "f1": round(200 * p * r / max(1e-9, p + r), 1)}


def noun_figures(rows, articles, scores, part):
    at = [i for i, (article, each) in enumerate(rows.examples[:rows.found]) if part(articles[article]) and each["label"] != "nobody"]
    gold = [rows.examples[i][1]["label"] != "no" for i in at]
    rule = [rows.examples[i][1]["rule"] for i in at]
    count = lambda found: f1(sum(g and f for g, f in zip(gold, found)), sum(found), sum(gold))
    chance = torch.sigmoid(scores[at, 0])
    yes = [i for i, g in zip(at, gold) if g]
    types = scores[yes, 1:].argmax(1)
    right = np.mean([TYPES[t] == rows.examples[i][1]["label"] for t, i in zip(types, yes)])
    return {"rules": count(rule), **{str(t): count([bool(c > t) for c in chance]) for t in (0.3, 0.4, 0.5)}, "types": round(100 * float(right), 1)}


def name_figures(rows, articles, scores, part):
    """Names whose type is right: as the language model marks them, by one place, and by all places of a document together."""
    logs = torch.log_softmax(scores, 1)
    sums, at = {}, []
    for i, (article, each) in enumerate(rows.examples[:rows.found]):
        if part(articles[article]):
            key = (article, each["text"])
            sums[key] = sums.get(key, 0) + logs[i]
            if each["label"] in NAMED:
                at.append((i, key))
    right = lambda answers: round(100 * float(np.mean([NAMED[answer] == rows.examples[i][1]["label"] for answer, (i, _) in zip(answers, at)])), 1)
    return {"names": len(at), "marked": right([NAMED.index(rows.examples[i][1]["marked"]) for i, _ in at]),
            "one": right([int(scores[i].argmax()) for i, _ in at]), "document": right([int(sums[key].argmax()) for _, key in at])}


def pair_figures(rows, articles, scores, part):
    """F1 of unordered pairs an article, by threshold on the chance that there is something; direction and class of the right ones."""
    chance = torch.softmax(scores, 1)
    best = {}
    for (article, each), p in zip(rows.examples, chance):  # found ones only: as many as there are scores
        a, b = each["ends"]
        if not part(articles[article]) or a == b:
            continue
        key = (article, *sorted((a, b)))
        value = 1 - float(p[0])
        if value > best.get(key, (0,))[0]:
            best[key] = (value, (a, b), CLASSES[int(p[1:].argmax()) + 1])
    gold, ordered = set(), {}
    for number, article in enumerate(articles):
        if part(article):
            for each in article["gold"]:
                a, b = each["ends"]
                gold.add((number, *sorted((a, b))))
                for end in ([(a, b), (b, a)] if each["reciprocal"] else [(a, b)]):
                    ordered.setdefault((number, end), set()).add(each["class"])
    rules = {(number, *sorted(pair)) for number, article in enumerate(articles) if part(article) for pair in article["rules"] if pair[0] != pair[1]}
    figures = {"articles": sum(map(part, articles)), "reachable": round(100 * len(gold & set(best)) / max(1, len(gold)), 1), "rules": f1(len(rules & gold), len(rules), len(gold))}
    for threshold in (0.2, 0.3, 0.4, 0.5, 0.6):
        found = {key for key, (value, *_) in best.items() if value > threshold}
        right = found & gold
        directed = [(key[0], best[key][1]) in ordered for key in right]
        typed = [best[key][2] in ordered.get((key[0], best[key][1]), ()) for key in right]
        figures[str(threshold)] = {**f1(len(right), len(found), len(gold)), "direction": round(100 * float(np.mean(directed or [0])), 1), "class": round(100 * float(np.mean(typed or [0])), 1)}
    return figures


def calibration_of(rows, articles, scores):
    """Slope and shift on the log-odds of a pair, fitted on the development articles (Platt scaling)."""
    chance = 1 - torch.softmax(scores, 1)[:, 0]
    gold = [{(a, b) for e in article["gold"] for a, b in ([e["ends"], e["ends"][::-1]])} for article in articles]
    best = {}
    for at, (article, each) in enumerate(rows.examples[:rows.found]):
        a, b = each["ends"]
        if articles[article]["split"] == "development" and a != b and not each["mask"]:
            key = (article, each["sentence"], *sorted((a, b)))
            best[key] = max(best.get(key, 0), float(chance[at]))
    odds = torch.tensor([np.log(min(max(p, 1e-6), 1 - 1e-6) / (1 - min(max(p, 1e-6), 1 - 1e-6))) for p in best.values()], dtype=torch.float32)
    right = torch.tensor([(key[2], key[3]) in gold[key[0]] for key in best], dtype=torch.float32)
    values = torch.tensor([1.0, 0.0], requires_grad=True)
    optimizer = torch.optim.LBFGS([values], max_iter=100)

    def closure():
        optimizer.zero_grad()
        loss = F.binary_cross_entropy_with_logits(values[0] * odds + values[1], right)
        loss.backward()
        return loss

    optimizer.step(closure)
    return [round(float(v), 4) for v in values.detach()]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("kind", choices=SIZES); parser.add_argument("--features", required=True); parser.add_argument("--to")
    parser.add_argument("--test", action="store_true"); parser.add_argument("--seed", type=int, default=1); parser.add_argument("--share", type=float, default=1)
    parser.add_argument("--teachers", type=int, default=TEACHERS, help="of a network of pairs; 0 for none, in a fifth of the time")
    parser.add_argument("--given", action="store_true", help="learn from the actors that the annotation gives as well")
    args = parser.parse_args()
    torch.set_num_threads(1)
    kind, size = args.kind, SIZES[args.kind]
    states, articles = load(args.features)
    learn = [a["split"] == "train" for a in articles]
    chosen = np.random.default_rng(0).random(len(articles)) < args.share
    rows = Rows(kind, states, articles, size["rows"], args.given)
    labels = NAMED if kind == "names" else TYPES
    unknown = 0 if kind == "names" else -1  # a name that nobody marked weighs nothing
    target = (lambda e: CLASSES.index(e["class"])) if kind == "pairs" else (lambda e: labels.index(e["label"]) if e["label"] in labels else unknown)
    targets = torch.tensor([target(each) for _, each in rows.examples])
    keep = torch.tensor([i for i, (article, _) in enumerate(rows.examples) if learn[article] and chosen[article]])
    outputs = {"nouns": 1 + len(TYPES), "names": len(NAMED), "pairs": len(CLASSES)}[kind]
    learned = lambda seed, taught=None: train(kind, rows, targets, keep, size, outputs, seed, taught)
    teachers = [learned(100 * args.seed + at) for at in range(args.teachers)] if kind == "pairs" else []
    net = learned(args.seed, taught_by(teachers, rows) if teachers else None)
    scores = scores_of(net, rows)
    measure = {"nouns": noun_figures, "names": name_figures, "pairs": pair_figures}[kind]
    real = lambda a: a["register"] == "real"
    golden = lambda a: "test/articles" in a["file"]
    for split in ["development", *(["test"] if args.test else [])]:
        for name, part in {"all": lambda a: True, "golden": golden, "real": real}.items():
            print(json.dumps({"split": split, "part": name, **measure(rows, articles, scores, lambda a: a["split"] == split and part(a))}), flush=True)
    if args.to:
        more = {"classes": CLASSES, "calibration": calibration_of(rows, articles, scores)} if kind == "pairs" else {"types": labels}
        export(net, size, args.to, **more)


if __name__ == "__main__":
    main()
