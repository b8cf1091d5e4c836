// Rows whose aliases name each other in a ring: A has the alias B, B the alias A. Depth-first
// search; a step to an actor that is still on the path closes a ring.

import type { Actor } from './join-rows.ts';

/** Rings of actors; `ownerOf` gives the other actor whose name an alias is, or null. */
export function aliasCycles(
  actors: readonly Actor[],
  ownerOf: (alias: string) => Actor | null,
): Actor[][] {
  const next = new Map<Actor, Actor[]>();
  for (const actor of actors) {
    const named = actor.rows
      .flatMap((row) => row.aliases.map(ownerOf))
      .filter((other): other is Actor => other !== null && other !== actor);
    if (named.length > 0) next.set(actor, [...new Set(named)]);
  }
  const cycles: Actor[][] = [];
  const done = new Set<Actor>();
  for (const start of next.keys()) {
    const path: Actor[] = [];
    const onPath = new Set<Actor>();
    const waiting: (Actor | null)[] = [start];
    while (waiting.length > 0) {
      const actor = waiting.pop();
      if (!actor) {
        const left = path.pop();
        if (left) onPath.delete(left);
      } else if (onPath.has(actor)) {
        cycles.push(path.slice(path.indexOf(actor)));
      } else if (!done.has(actor)) {
        done.add(actor);
        path.push(actor);
        onPath.add(actor);
        waiting.push(null, ...(next.get(actor) ?? []));
      }
    }
  }
  return cycles;
}
