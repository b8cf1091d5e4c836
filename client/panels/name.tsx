// The name of an actor within other text. Isolated, so that a name in a script from right to left,
// or with characters that turn the direction of writing, turns nothing but itself.
// An actor beyond the part of a large graph that is loaded goes by the words of the article.

import { nameOf, useGraphIndex } from './use-graph-index.ts';

export function Name({ id, words = '' }: { readonly id: string; readonly words?: string }) {
  const index = useGraphIndex();
  return <bdi>{words === '' || index.nodes.has(id) ? nameOf(index, id) : words}</bdi>;
}
