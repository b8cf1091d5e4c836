// Which entity stands for which, by the judgements that are not undone. Two entities are the same
// where the latest judgement about the pair says so, and what is joined so is one; but never two
// that a judgement holds apart: the later joining is left out. Of two, the `a` of the judgement
// stays. As nomenklatura's resolver (MIT), https://github.com/opensanctions/nomenklatura.

import type { Judgement } from '../../schema/index.ts';

/** Oldest first; of one moment, by id. */
export function inOrder(judgements: readonly Judgement[]): Judgement[] {
  return judgements
    .filter((each) => each.deletedAt === null)
    .sort((a, b) => compare(moment(a.at), moment(b.at)) || compare(a.id, b.id));
}

const moment = (at: string): number => Date.parse(at);
const compare = <T>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);
const pairOf = ({ a, b }: Judgement): string => [a, b].sort().join(' ');

/** The entity that stands for another, for every one that another stands for. */
export type Canonical = ReadonlyMap<string, string>;

export function canonicalEntities(judgements: readonly Judgement[]): Canonical {
  const latest = new Map<string, Judgement>();
  for (const each of inOrder(judgements)) {
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
  const given = inOrder(judgements).filter(
    (each) => each.kind === 'rename' && ids.includes(each.a),
  );
  return given.at(-1)?.name ?? null;
}
