// The place of the viewer as a URL fragment, and back. Example:
// `#actor=en_4f1…&article=doc_9a…&statement=st_77…&view=table&hide=3,4&near=en_4f1…&depth=2`.

import { readFilter, writeFilter } from './model/filter.ts';
import { type Granularity, granularities } from './model/timeline.ts';
import type { Focus } from './model/visible.ts';
import type { Camera, Pin, Place, Route, Selection } from './viewer-state.ts';

const whole = (value: number): string => String(Math.round(value * 10) / 10);
const fine = (value: number): string => String(Math.round(value * 1e4) / 1e4);

export function formatAddress(place: Place): string {
  const parts = new URLSearchParams();
  const { selection, reading, focus, route, camera } = place;
  if (selection?.kind === 'actor') parts.set('actor', selection.id);
  if (selection?.kind === 'relation') parts.set('relation', selection.key);
  if (reading) parts.set('article', reading.document);
  if (reading?.statement) parts.set('statement', reading.statement);
  if (place.view === 'table') parts.set('view', 'table');
  writeFilter(place.filter, parts);
  if (focus) parts.set('near', focus.centres.join(','));
  if (focus && focus.depth > 1) parts.set('depth', String(focus.depth));
  if (route) parts.set('path', `${route.from},${route.to}`);
  if (place.hidden.length > 0) parts.set('without', place.hidden.join(','));
  if (place.pins.length > 0) {
    parts.set('pin', place.pins.map(({ id, x, y }) => `${id}@${whole(x)}@${whole(y)}`).join(','));
  }
  if (place.colouring === 'community') parts.set('colour', 'community');
  if (place.granularity) parts.set('by', place.granularity);
  if (camera) parts.set('at', [camera.x, camera.y, camera.ratio].map(fine).join(','));
  const text = parts.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
  return text === '' ? '' : `#${text.replaceAll('%40', '@')}`;
}

/** Reads what it understands and leaves out the rest: an address is a user's input. */
export function parseAddress(hash: string): Place {
  const parts = new URLSearchParams(hash.replace(/^#/, ''));
  const article = parts.get('article');
  const by = parts.get('by') as Granularity;
  return {
    selection: selectionOf(parts),
    reading: article ? { document: article, statement: parts.get('statement') } : null,
    view: parts.get('view') === 'table' ? 'table' : 'graph',
    filter: readFilter(parts),
    focus: focusOf(parts),
    route: routeOf(parts),
    hidden: listOf(parts, 'without'),
    pins: pinsOf(parts),
    colouring: parts.get('colour') === 'community' ? 'community' : 'type',
    granularity: granularities.includes(by) ? by : null,
    camera: cameraOf(parts),
  };
}

const listOf = (parts: URLSearchParams, name: string): string[] => [
  ...new Set((parts.get(name) ?? '').split(',').filter(Boolean)),
];

function selectionOf(parts: URLSearchParams): Selection | null {
  const id = parts.get('actor');
  if (id) return { kind: 'actor', id };
  const key = parts.get('relation');
  return key ? { kind: 'relation', key } : null;
}

function focusOf(parts: URLSearchParams): Focus | null {
  const centres = listOf(parts, 'near');
  if (centres.length === 0) return null;
  const depth = Number(parts.get('depth'));
  return { centres, depth: depth === 2 || depth === 3 ? depth : 1 };
}

function routeOf(parts: URLSearchParams): Route | null {
  const [from, to] = listOf(parts, 'path');
  return from && to ? { from, to } : null;
}

function pinsOf(parts: URLSearchParams): Pin[] {
  return listOf(parts, 'pin').flatMap((text) => {
    const [id, x, y] = text.split('@');
    const [left, up] = [Number(x), Number(y)];
    return id && x && y && Number.isFinite(left) && Number.isFinite(up)
      ? [{ id, x: left, y: up }]
      : [];
  });
}

function cameraOf(parts: URLSearchParams): Camera | null {
  const [x, y, ratio] = (parts.get('at') ?? '').split(',').map(Number);
  if (x === undefined || y === undefined || ratio === undefined) return null;
  if (!Number.isFinite(x) || !Number.isFinite(y) || !(ratio > 0.001 && ratio < 100)) return null;
  return { x, y, ratio };
}
