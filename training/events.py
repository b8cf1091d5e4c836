"""The event classifier: features of our own sentences -> one hidden layer -> types and modes.

    python events.py --features own --to ../builder/events/model.json [--dev plv] [--folds]

`own` and `plv` are what write-event-features.ts wrote. --dev only measures; --folds trains five
times on four fifths and measures the rest; the model itself keeps a tenth of the sentences aside.
"""
import argparse, base64, hashlib, json
import numpy as np, torch
from torch.nn import functional as F

STATE = 384
BLOCKS = [("anchor", STATE), ("inner", STATE), ("relation", STATE), ("source", STATE), ("target", STATE), ("sentence", STATE),
          ("anchor act", 18), ("inner act", 18), ("relation acts", 16), ("sentence acts", 16), ("cues", 14)]
LEXICAL = 6          # blocks from here on are lexicon and cues
LEXICAL_SCALE = 0.2  # they count for more than a state's single number
HIDDEN, NETS = 48, 3
EPOCHS, BATCH, RATE, DECAY, SMOOTH = 30, 64, 2e-3, 1e-2, 0.1
DROP_INPUT, DROP_HIDDEN, DROP_BLOCK, DROP_LEXICAL = 0.42, 0.6, 0.25, 0.1
QUADS = {1: "AGREE CONSULT SUPPORT CONCEDE", 2: "COOPERATE AID RETREAT YIELD", 3: "REQUEST ACCUSE REJECT THREATEN",
         4: "PROTEST SANCTION MOBILIZE COERCE ASSAULT"}
QUAD = {name: quad for quad, names in QUADS.items() for name in names.split()}


def load(path):
    rows = [json.loads(line) for line in open(path + ".jsonl", encoding="utf8")]
    return rows, np.fromfile(path + ".f32", dtype=np.float32).reshape(len(rows), -1)


def tenth(text):
    """0-9 by the sentence's own hash; 0 is kept aside."""
    return int(hashlib.sha1(text.encode()).hexdigest(), 16) % 10


def scales(x):
    mean, deviation = x.mean(0), x.std(0) + 1e-3
    deviation[LEXICAL * STATE:] = LEXICAL_SCALE
    return mean.astype(np.float32), deviation.astype(np.float32)


class Classifier(torch.nn.Module):
    def __init__(self, features, types, modes):
        super().__init__()
        self.hidden, self.kind, self.mode = torch.nn.Linear(features, HIDDEN), torch.nn.Linear(HIDDEN, types), torch.nn.Linear(HIDDEN, modes)

    def forward(self, x):
        h = torch.relu(self.hidden(x))
        h = F.dropout(h, DROP_HIDDEN, self.training)
        return self.kind(h), self.mode(h)


def dropped(x):
    """Single numbers, and sometimes a whole block: neither lexicon nor states may do it all."""
    keep, at = torch.ones_like(x), 0
    groups = [size for _, size in BLOCKS[:LEXICAL]] + [sum(size for _, size in BLOCKS[LEXICAL:])]
    for index, size in enumerate(groups):
        single = DROP_INPUT if index < LEXICAL else DROP_LEXICAL
        whole = (torch.rand(len(x), 1) >= DROP_BLOCK) / (1 - DROP_BLOCK)
        keep[:, at:at + size] = (torch.rand(len(x), size) >= single) / (1 - single) * whole
        at += size
    return x * keep


def train(x, types, modes, owner, seed):
    """`owner` is the type of each mode; a sentence without a mode teaches none."""
    torch.manual_seed(seed)
    net = Classifier(x.shape[1], int(types.max()) + 1, len(owner))
    counts = torch.bincount(types).float()
    weight = (counts.mean() / counts) ** 0.5
    steps = EPOCHS * (len(x) // BATCH)
    optimizer = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=DECAY)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=steps + 1)
    for _ in range(EPOCHS):
        order = torch.randperm(len(x))
        for start in range(0, len(x) - BATCH + 1, BATCH):
            rows = order[start:start + BATCH]
            type_scores, mode_scores = net(dropped(x[rows]))
            loss = F.cross_entropy(type_scores, types[rows], weight, label_smoothing=SMOOTH)
            known = modes[rows] >= 0
            if known.any():
                foreign = owner[None, :] != types[rows][known][:, None]
                loss = loss + 0.5 * F.cross_entropy(mode_scores[known].masked_fill(foreign, -1e4), modes[rows][known])
            optimizer.zero_grad(); loss.backward(); optimizer.step(); schedule.step()
    return net.eval()


def joined(nets):
    """Several networks as one: hidden units side by side, their scores averaged."""
    first, cat = nets[0], lambda name: torch.cat([getattr(net.hidden, name).detach() for net in nets])
    whole = Classifier(first.hidden.in_features, first.kind.out_features, first.mode.out_features)
    whole.hidden = torch.nn.Linear(first.hidden.in_features, HIDDEN * len(nets))
    with torch.no_grad():
        whole.hidden.weight.copy_(cat("weight")); whole.hidden.bias.copy_(cat("bias"))
        for name in ("kind", "mode"):
            layers = [getattr(net, name) for net in nets]
            layer = torch.nn.Linear(HIDDEN * len(nets), layers[0].out_features)
            layer.weight.copy_(torch.cat([each.weight for each in layers], 1) / len(nets))
            layer.bias.copy_(sum(each.bias for each in layers) / len(nets))
            setattr(whole, name, layer)
    return whole.eval()


def f1(gold, found, labels):
    of = lambda label: 2 * sum(g == f == label for g, f in zip(gold, found)) / max(1, sum(g == label for g in gold) + sum(f == label for f in found))
    return 100 * sum(map(of, labels)) / len(labels)


def figures(gold, found):
    """Over the fifteen roots; sentences without an act are left out."""
    gold, found = zip(*[(g, f) for g, f in zip(gold, found) if g != "NONE"])
    root = lambda names: ["YIELD" if name in ("CONCEDE", "RETREAT") else name for name in names]
    gold, found = root(gold), root(found)
    quad = lambda names: [QUAD[name] for name in names]
    side = lambda names: [QUAD[name] < 3 for name in names]
    return {"accuracy": round(100 * float(np.mean([g == f for g, f in zip(gold, found)])), 1), "macroF1": round(f1(gold, found, sorted(set(QUAD) - {"CONCEDE", "RETREAT"})), 1),
            "quad": round(f1(quad(gold), quad(found), [1, 2, 3, 4]), 1), "binary": round(f1(side(gold), side(found), [True, False]), 1)}


def bytes_of(array):
    return base64.b64encode(np.ascontiguousarray(array).tobytes()).decode()


def export(net, mean, deviation, types, modes, path):
    """Standardisation folded in; the hidden layer int8 with one scale a feature."""
    weight = net.hidden.weight.detach().numpy() / deviation
    bias = net.hidden.bias.detach().numpy() - weight @ mean
    scale = np.abs(weight).max(0) / 127 + 1e-12
    rounded = lambda layer: [[round(float(v), 4) for v in row] for row in layer.weight.detach()]
    model = {"source": "Trained by training/events.py on our own sentences in training/events/.", "licence": "Apache-2.0",
             "blocks": BLOCKS, "types": types, "modes": modes, "scale": bytes_of(scale.astype(np.float32)),
             "hidden": bytes_of(np.rint(weight / scale).astype(np.int8)), "hiddenBias": [round(float(v), 5) for v in bias],
             "type": rounded(net.kind), "typeBias": [round(float(v), 4) for v in net.kind.bias.detach()],
             "mode": rounded(net.mode), "modeBias": [round(float(v), 4) for v in net.mode.bias.detach()]}
    with open(path, "w", encoding="utf8") as file:
        file.write(json.dumps(model, separators=(",", ":")) + "\n")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--features", required=True); parser.add_argument("--to"); parser.add_argument("--dev")
    parser.add_argument("--folds", action="store_true"); parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(2)
    rows, x = load(args.features)
    types = sorted({row["type"] for row in rows})
    modes = sorted({(row["type"], row["mode"]) for row in rows if row["mode"]})
    owner = torch.tensor([types.index(type) for type, _ in modes])
    y = torch.tensor([types.index(row["type"]) for row in rows])
    m = torch.tensor([modes.index((row["type"], row["mode"])) if row["mode"] else -1 for row in rows])
    place = np.array([tenth(row["text"]) for row in rows])
    mean, deviation = scales(x)
    z = torch.tensor((x - mean) / deviation)

    def fit(keep):
        return joined([train(z[keep], y[keep], m[keep], owner, args.seed + index) for index in range(NETS)])

    acts = torch.tensor([type != "NONE" for type in types])

    def found_types(net, z):
        with torch.no_grad():
            return [types[i] for i in net(z)[0].masked_fill(~acts, -1e4).argmax(1)]

    def measure_modes(net, at):
        at = at & (m >= 0).numpy()
        with torch.no_grad():
            scores = net(z[at])[1].masked_fill(owner[None, :] != y[at][:, None], -1e4)
        return round(100 * float((scores.argmax(1) == m[at]).float().mean()), 1)

    names = [row["type"] for row in rows]
    if args.folds:
        for fold in range(5):
            aside = place // 2 == fold
            net = fit(~aside)
            for given in (True, False):
                at = aside & np.array([row["given"] == given for row in rows])
                print(json.dumps({"fold": fold, "relation": "given" if given else "found", **figures([names[i] for i in np.flatnonzero(at)],
                      found_types(net, z[at])), "modes": measure_modes(net, at)}), flush=True)
    net = fit(place != 0)
    print(json.dumps({"set": "own tenth", "rows": int((place == 0).sum()), **figures([names[i] for i in np.flatnonzero(place == 0)], found_types(net, z[place == 0])),
                      "modes": measure_modes(net, place == 0)}))
    if args.dev:
        dev, features = load(args.dev)
        print(json.dumps({"set": args.dev, **figures([row["type"] for row in dev], found_types(net, torch.tensor((features - mean) / deviation)))}))
    if args.to:
        export(net, mean, deviation, types, [f"{type}:{mode}" for type, mode in modes], args.to)


if __name__ == "__main__":
    main()
