"""Scores to answers: the best single-root tree (Chu & Liu 1965, Edmonds 1967) and the best well-formed name tags (Viterbi 1967)."""

import numpy as np

ONE_ROOT = 1e6  # taken from every root arc, so that the best tree has as few of them as a tree can: one


def best_tree(scores: np.ndarray) -> list[int]:
    """scores [W,W+1], column 0 the root, column h word h (from 1) → head of each word. The greedy choice wherever it is a tree."""
    words = scores.shape[0]
    table = np.full((words + 1, words + 1), -np.inf)  # [dependent, head], 0 is the root
    table[1:] = scores
    np.fill_diagonal(table, -np.inf)
    heads = table.argmax(1)
    heads[0] = -1
    if (heads[1:] == 0).sum() == 1 and not cycle_of(heads):
        return heads[1:].tolist()
    table[1:, 0] -= ONE_ROOT
    return maximum_arborescence(table)[1:].tolist()


def cycle_of(heads: np.ndarray) -> list[int]:
    """The nodes of one cycle, or none."""
    colour = [0] * len(heads)
    for start in range(1, len(heads)):
        node, path = start, []
        while node > 0 and colour[node] == 0:
            colour[node] = start
            path.append(node)
            node = int(heads[node])
        if node > 0 and colour[node] == start and node in path:
            return path[path.index(node):]
    return []


def maximum_arborescence(table: np.ndarray) -> np.ndarray:
    """table [N,N] of [dependent, head] scores, node 0 the root → head of each node; contracts one cycle and recurs."""
    heads = table.argmax(1)
    heads[0] = -1
    cycle = cycle_of(heads)
    if not cycle:
        return heads
    inside = np.zeros(len(heads), bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    members = np.array(cycle)
    size = len(outside)
    smaller = np.full((size + 1, size + 1), -np.inf)  # the last node stands for the cycle
    smaller[:size, :size] = table[np.ix_(outside, outside)]
    kept = table[members, heads[members]]
    entering = table[np.ix_(members, outside)] - kept[:, None]
    enters_at = entering.argmax(0)
    smaller[size, :size] = entering.max(0) + kept.sum()
    leaving = table[np.ix_(outside, members)]
    leaves_from = leaving.argmax(1)
    smaller[:size, size] = leaving.max(1)
    smaller[size, size] = -np.inf
    smaller[0] = -np.inf
    contracted = maximum_arborescence(smaller)
    for place, node in enumerate(outside):
        if node == 0:
            continue
        head = contracted[place]
        heads[node] = members[leaves_from[place]] if head == size else outside[head]
    entry = contracted[size]
    broken = members[enters_at[entry]]
    heads[broken] = outside[entry]
    return heads


def best_tags(scores: np.ndarray, starts: np.ndarray, follows: np.ndarray) -> list[int]:
    """scores [W,T], starts [T], follows [T before, T] → the best sequence of tag indices."""
    total = scores[0] + starts
    back = []
    for row in scores[1:]:
        paths = total[:, None] + follows
        back.append(paths.argmax(0))
        total = paths.max(0) + row
    best = [int(total.argmax())]
    for pointers in reversed(back):
        best.append(int(pointers[best[-1]]))
    return best[::-1]
