// The name of an actor within other text. Isolated, so that a name in a script from right to left,
// or with characters that turn the direction of writing, turns nothing but itself.

import { nameOf, useGraphIndex } from './use-graph-index.ts';

export function Name({ id }: { readonly id: string }) {
  return <bdi>{nameOf(useGraphIndex(), id)}</bdi>;
}
