// The place of the viewer as a URL fragment, and back. Example:
// `#actor=en_4f1…&article=doc_9a…&statement=st_77…&view=table&hide=3,4`.

import type { Quad } from '../schema/index.ts';
import type { Place, Selection } from './viewer-state.ts';

export function formatAddress(place: Place): string {
  const parts = new URLSearchParams();
  if (place.selection?.kind === 'actor') parts.set('actor', place.selection.id);
  if (place.selection?.kind === 'relation') parts.set('relation', place.selection.key);
  if (place.reading) parts.set('article', place.reading.document);
  if (place.reading?.statement) parts.set('statement', place.reading.statement);
  if (place.view === 'table') parts.set('view', 'table');
  if (place.hiddenQuads.length > 0) parts.set('hide', place.hiddenQuads.join(','));
  const text = parts.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
  return text === '' ? '' : `#${text}`;
}

/** Reads what it understands and leaves out the rest: an address is a user's input. */
export function parseAddress(hash: string): Place {
  const parts = new URLSearchParams(hash.replace(/^#/, ''));
  const article = parts.get('article');
  return {
    selection: selectionOf(parts),
    reading: article ? { document: article, statement: parts.get('statement') } : null,
    view: parts.get('view') === 'table' ? 'table' : 'graph',
    hiddenQuads: [...new Set((parts.get('hide') ?? '').match(/[0-4]/g) ?? [])]
      .map((digit) => Number(digit) as Quad)
      .sort(),
  };
}

function selectionOf(parts: URLSearchParams): Selection | null {
  const id = parts.get('actor');
  if (id) return { kind: 'actor', id };
  const key = parts.get('relation');
  return key ? { kind: 'relation', key } : null;
}
