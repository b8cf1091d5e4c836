// Walking the graph without a pointer. The picture takes the focus; the arrows go to the nearest
// actor that way, full stop and comma go through the relations of the actor, Enter opens what is
// under the cursor, Backspace crosses to the other end. The cursor is what is hovered.

import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { hover, reveal } from './commands.ts';
import type { Relation } from './model/graph-index.ts';
import { isShown } from './model/visible.ts';
import { type Point, pointAt } from './renderer/edge-geometry.ts';
import type { GraphRenderer } from './renderer/graph-renderer.ts';
import { useGraphIndex, visibleNow } from './shown.ts';
import { type Selection, useViewer } from './viewer-state.ts';

const directions: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};
const PAN = 80;

/** The nearest shown actor in a direction; those far to the side count as farther. */
function nearest(renderer: GraphRenderer, from: Point, way: Point, but: string): string | null {
  let best = Number.POSITIVE_INFINITY;
  let found: string | null = null;
  for (const key of renderer.graph.nodes()) {
    if (key === but || !renderer.isShownNode(key)) continue;
    const disc = renderer.disc(key);
    if (!disc) continue;
    const [dx, dy] = [disc.x - from.x, disc.y - from.y];
    const along = dx * way.x + dy * way.y;
    if (along <= 0) continue;
    const aside = Math.abs(dx * way.y) + Math.abs(dy * way.x);
    const distance = along + 2 * aside;
    if (distance < best) [best, found] = [distance, key];
  }
  return found;
}

function largest(renderer: GraphRenderer): string | null {
  const shown = renderer.graph.nodes().filter((key) => renderer.isShownNode(key));
  const size = (key: string): number => renderer.graph.getNodeAttribute(key, 'statements');
  return shown.reduce<string | null>(
    (best, key) => (best === null || size(key) > size(best) ? key : best),
    null,
  );
}

export function GraphKeys({
  renderer,
  moved,
  children,
}: {
  readonly renderer: GraphRenderer | null;
  readonly moved: (at: Point) => void;
  readonly children: ReactNode;
}) {
  const index = useGraphIndex();
  /** The actor from which relations are gone through. */
  const stand = useRef<string | null>(null);

  function put(cursor: Selection): void {
    if (!renderer) return;
    const course = cursor.kind === 'relation' ? renderer.course(cursor.key) : null;
    const at = cursor.kind === 'actor' ? renderer.disc(cursor.id) : course && pointAt(course, 0.5);
    if (at) {
      moved(at);
      const { width, height } = renderer.scene().size;
      // the cursor stays in sight
      if (at.x < 20 || at.y < 20 || at.x > width - 20 || at.y > height - 20) {
        renderer.pan(at.x - width / 2, at.y - height / 2);
        moved({ x: width / 2, y: height / 2 });
      }
    }
    hover(cursor);
  }

  function standNow(): string | null {
    const { hovered, selection } = useViewer.getState();
    if (hovered?.kind === 'actor') return hovered.id;
    if (hovered && stand.current) return stand.current;
    if (selection?.kind === 'actor') return selection.id;
    return stand.current;
  }

  function walk(way: Point): void {
    if (!renderer) return;
    const from = standNow();
    const disc = from === null ? null : renderer.disc(from);
    const next = from && disc ? nearest(renderer, disc, way, from) : largest(renderer);
    if (!next) return;
    stand.current = next;
    put({ kind: 'actor', id: next });
  }

  function turn(step: 1 | -1): void {
    const from = standNow();
    if (from === null) {
      walk({ x: 0, y: 0 });
      return;
    }
    stand.current = from;
    const visible = visibleNow(useViewer.getState());
    const relations = index
      .relationsOf(from)
      .filter(({ key, source, target }) => isShown(visible, key) && source !== target);
    if (relations.length === 0) return;
    const { hovered } = useViewer.getState();
    const now = relations.findIndex(
      ({ key }) => hovered?.kind === 'relation' && hovered.key === key,
    );
    const next =
      relations[(now + step + relations.length + (now < 0 && step < 0 ? 1 : 0)) % relations.length];
    if (next) put({ kind: 'relation', key: next.key });
  }

  function cross(): void {
    const { hovered } = useViewer.getState();
    if (hovered?.kind !== 'relation') return;
    const relation: Relation | undefined = index.relations.get(hovered.key);
    if (!relation) return;
    const other = relation.source === stand.current ? relation.target : relation.source;
    stand.current = other;
    put({ kind: 'actor', id: other });
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (!renderer || event.ctrlKey || event.metaKey || event.altKey) return;
    const way = directions[event.key];
    const { hovered } = useViewer.getState();
    const keys: Readonly<Record<string, () => void>> = {
      '.': () => turn(1),
      ',': () => turn(-1),
      Backspace: cross,
      '+': () => renderer.zoom(1.4),
      '=': () => renderer.zoom(1.4),
      '-': () => renderer.zoom(1 / 1.4),
      '0': () => renderer.fit(),
      ...(hovered ? { Enter: () => reveal(hovered) } : {}),
    };
    if (way && event.shiftKey) renderer.pan(way.x * PAN, way.y * PAN);
    else if (way) walk(way);
    else if (Object.hasOwn(keys, event.key)) keys[event.key]?.();
    else return;
    event.preventDefault();
  }

  return (
    <div
      className="graph-keys"
      role="application"
      aria-roledescription="graph"
      aria-label="Graph of actors and their relations. Arrow keys walk from actor to actor, full stop and comma through the relations of one, Enter opens. The table shows the same as text."
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the picture is walked with the keys
      tabIndex={0}
      onKeyDown={onKeyDown}
      onBlur={() => hover(null)}
    >
      {children}
    </div>
  );
}
