// A place for every actor of a graph, worked out from the moment the graph has come: before the
// page round it is drawn, and beside it where a worker does it.

import type { SerializedGraph } from '../schema/index.ts';
import { arrangeAtOnce, arrangeInWorker, type Places } from './renderer/arrange.ts';
import type { DrawnGraph } from './renderer/drawn-graph.ts';
import { prepareGraph } from './renderer/prepare-graph.ts';

/** Hears that actors have got places, which are the last ones when `done`. */
export type Placed = (done: boolean) => void;

export interface Placing {
  readonly drawn: DrawnGraph;
  /** There is something to draw. */
  readonly begun: Promise<void>;
  /** Tells of places that are there and of those to come. The answer ends the work. */
  follow(placed: Placed): () => void;
}

const placings = new WeakMap<SerializedGraph, Placing>();

/** Where actors stood in the last picture, so that a graph that grew stays where it was. */
let known: Places = new Map();

function begin(graph: SerializedGraph): Placing {
  const drawn = prepareGraph(graph);
  let state: 'unplaced' | 'begun' | 'done' = 'unplaced';
  let listener: Placed | null = null;
  let begun: () => void = () => undefined;
  const promise = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const placed = (done: boolean): void => {
    state = done ? 'done' : 'begun';
    if (done) {
      known = new Map([...known, ...drawn.mapNodes((key, { x, y }) => [key, { x, y }] as const)]);
    }
    begun();
    listener?.(done);
  };
  let stop = (): void => undefined;
  if (arrangeAtOnce(drawn, known)) placed(true);
  else stop = arrangeInWorker(drawn, { placed });
  return {
    drawn,
    begun: promise,
    follow: (told) => {
      if (state !== 'unplaced') told(state === 'done');
      listener = told;
      return () => {
        listener = null;
        stop();
      };
    },
  };
}

/** The one placing of a graph, begun by whoever asks first. */
export function placingOf(graph: SerializedGraph): Placing {
  const placing = placings.get(graph) ?? begin(graph);
  placings.set(graph, placing);
  return placing;
}
