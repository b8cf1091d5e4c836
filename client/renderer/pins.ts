// Nodes that the reader dragged, and where each stood before.

import type { Pin } from '../viewer-state.ts';
import type { DrawnGraph } from './drawn-graph.ts';
import type { Point } from './edge-geometry.ts';

export class Pins {
  readonly #graph: DrawnGraph;
  readonly #homes = new Map<string, Point>();
  #pinned: ReadonlySet<string> = new Set();

  constructor(graph: DrawnGraph) {
    this.#graph = graph;
  }

  /** Keys of the nodes that stay where they were put. */
  get pinned(): ReadonlySet<string> {
    return this.#pinned;
  }

  place(key: string): Point {
    const { x, y } = this.#graph.getNodeAttributes(key);
    return { x, y };
  }

  drag(key: string, to: Point): void {
    if (!this.#homes.has(key)) this.#homes.set(key, this.place(key));
    this.#graph.mergeNodeAttributes(key, { x: to.x, y: to.y });
  }

  /** Puts nodes where they are pinned, and those let go of back to where they were. */
  put(pins: readonly Pin[]): void {
    const wanted = pins.filter(({ id }) => this.#graph.hasNode(id));
    for (const pin of wanted) this.drag(pin.id, pin);
    this.#pinned = new Set(wanted.map(({ id }) => id));
    for (const [id, home] of this.#homes) {
      if (this.#pinned.has(id)) continue;
      this.#graph.mergeNodeAttributes(id, home);
      this.#homes.delete(id);
    }
  }

  /** The layout has changed: where nodes stood before means nothing now. */
  forget(): void {
    this.#homes.clear();
  }
}
