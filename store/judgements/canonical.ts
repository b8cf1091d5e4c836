// Which entity stands for which, by the judgements that are not undone, in the order in which they were
// recorded. Two entities are the same
// where the latest judgement about the pair says so, and what is joined so is one; but never two
// that a judgement holds apart: the later joining is left out. Of two, the `a` of the judgement
// stays. As nomenklatura's resolver (MIT), https://github.com/opensanctions/nomenklatura.

import type { Judgement } from '../../schema/index.ts';

/** Those that hold, in the order in which they were recorded, whatever the clock said then. */
export const standing = (judgements: readonly Judgement[]): Judgement[] =>
  judgements.filter((each) => each.deletedAt === null);

const pairOf = ({ a, b }: Judgement): string => [a, b].sort().join(' ');

/** The entity that stands for another, for every one that another stands for. */
export type Canonical = ReadonlyMap<string, string>;

export function canonicalEntities(judgements: readonly Judgement[]): Canonical {
  const latest = new Map<string, Judgement>();
  for (const each of standing(judgements)) {
    if (!/^(?:same|different|unsure)$/.test(each.kind) || each.b === null) continue;
    latest.delete(pairOf(each)); // so that the order is that of the latest
    latest.set(pairOf(each), each);
  }
  const apart = [...latest.values()].filter((each) => each.kind === 'different');
  const members = new Map<string, string[]>();
  const root = new Map<string, string>();
  const rootOf = (id: string): string => root.get(id) ?? id;
  for (const { kind, a, b } of latest.values()) {
    if (kind !== 'same' || b === null) continue;
    const [stays, goes] = [rootOf(a), rootOf(b)];
    if (stays === goes) continue;
    const held = apart.some((each) => {
      const ends = [rootOf(each.a), rootOf(each.b ?? '')];
      return ends.includes(stays) && ends.includes(goes);
    });
    if (held) continue;
    const joined = [...(members.get(stays) ?? [stays]), ...(members.get(goes) ?? [goes])];
    members.delete(goes);
    members.set(stays, joined);
    for (const id of joined) root.set(id, stays);
  }
  for (const [id, other] of root) if (id === other) root.delete(id);
  return root;
}

/** The entities that one stands for, itself among them. */
export function membersOf(canonical: Canonical, id: string): string[] {
  return [id, ...[...canonical].filter(([, stands]) => stands === id).map(([member]) => member)];
}

/** The latest name that a person gave to any of these entities; null where none did. */
export function givenName(judgements: readonly Judgement[], ids: readonly string[]): string | null {
  const given = standing(judgements).filter(
    (each) => each.kind === 'rename' && ids.includes(each.a),
  );
  return given.at(-1)?.name ?? null;
}
