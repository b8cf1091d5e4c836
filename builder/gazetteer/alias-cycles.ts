// Rows whose aliases name each other in a ring: A has the alias B, B the alias A. Depth-first
// search; a step to an actor that is still on the path closes a ring.

import type { Actor } from './join-rows.ts';

/** Rings of actors; `named` gives the other actors whose names the aliases of an actor are. */
export function aliasCycles(named: ReadonlyMap<Actor, readonly Actor[]>): Actor[][] {
  const cycles: Actor[][] = [];
  const done = new Set<Actor>();
  for (const start of named.keys()) {
    const path = new Set<Actor>();
    const waiting: { readonly actor: Actor; readonly leaves: boolean }[] = [
      { actor: start, leaves: false },
    ];
    for (let step = waiting.pop(); step; step = waiting.pop()) {
      const { actor, leaves } = step;
      if (leaves) path.delete(actor);
      else if (path.has(actor)) cycles.push([...path].slice([...path].indexOf(actor)));
      else if (!done.has(actor)) {
        done.add(actor);
        path.add(actor);
        waiting.push({ actor, leaves: true });
        for (const other of named.get(actor) ?? []) waiting.push({ actor: other, leaves: false });
      }
    }
  }
  return cycles;
}
