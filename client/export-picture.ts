// The picture as a file, SVG or PNG, with legend and a caption that says what is shown.

import { notify } from './commands.ts';
import { saveFile } from './copy-text.ts';
import { fieldNames, valueName } from './facet-wording.ts';
import { listFields } from './model/filter.ts';
import { emptyIndex, indexOf } from './model/graph-index.ts';
import { picture } from './picture.ts';
import { pictureSvg } from './renderer/picture-svg.ts';
import { visibleNow } from './shown.ts';
import { useViewer } from './viewer-state.ts';
import { plural, quadNames, writeDay } from './wording.ts';

/** Pixels of the PNG for one of the screen. */
const SHARP = 2;

/** The conditions of the filter in words, for the caption. */
export function filterWords(): string[] {
  const { filter, graph, focus } = useViewer.getState();
  const index = graph.status === 'ready' ? indexOf(graph.graph) : emptyIndex;
  const words: string[] = listFields.flatMap((field) => {
    const values = filter.lists[field];
    if (values.length === 0) return [];
    const names = values.map((value) => valueName(field, value, index));
    return [`${fieldNames[field]}: ${names.join(' or ')}`];
  });
  if (filter.hiddenQuads.length > 0) {
    words.push(
      `Without ${filter.hiddenQuads.map((quad) => quadNames[quad].toLowerCase()).join(', ')}`,
    );
  }
  if (filter.from || filter.to) {
    const dates = `${filter.from ? writeDay(filter.from) : '…'} – ${filter.to ? writeDay(filter.to) : '…'}`;
    words.push(`${filter.date === 'event' ? 'Events of' : 'Articles of'} ${dates}`);
  }
  if (filter.confidence > 0) words.push(`Confidence at least ${filter.confidence}`);
  if (filter.weight > 1) words.push(`Reported by at least ${filter.weight} articles`);
  if (filter.q) words.push(`“${filter.q}” in the sentence`);
  const [centre] = focus?.centres ?? [];
  if (focus && centre) {
    const name = index.nodes.get(centre)?.name ?? centre;
    words.push(`Within ${plural(focus.depth, 'step')} of ${name}`);
  }
  return words;
}

function caption() {
  const state = useViewer.getState();
  const index = state.graph.status === 'ready' ? indexOf(state.graph.graph) : emptyIndex;
  const { edges, nodes } = visibleNow(state);
  const documents = state.graph.status === 'ready' ? state.graph.graph.attributes.documents : 0;
  const counts = `${plural(nodes?.size ?? index.nodes.size, 'actor')} and ${plural(edges?.size ?? index.relations.size, 'relation')} of ${index.nodes.size} and ${index.relations.size}, from ${plural(documents, 'article')}`;
  const words = filterWords();
  return {
    title: 'Who did what to whom',
    lines: [
      counts,
      ...(words.length > 0 ? [words.join('; ')] : []),
      `whowhom, ${writeDay(new Date().toISOString().slice(0, 10))}. Every line is read from sentences.`,
    ],
    quadNames,
  };
}

function draw() {
  const renderer = picture();
  if (!renderer) return null;
  return pictureSvg(renderer.scene(), renderer.labels(), renderer.titles(), caption());
}

export function saveSvg(): void {
  const drawn = draw();
  if (!drawn) {
    notify('The picture needs WebGL; there is only the table.');
    return;
  }
  saveFile('whowhom.svg', new Blob([drawn.svg], { type: 'image/svg+xml' }));
}

export async function savePng(): Promise<void> {
  const drawn = draw();
  if (!drawn) {
    notify('The picture needs WebGL; there is only the table.');
    return;
  }
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([drawn.svg], { type: 'image/svg+xml' }));
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = drawn.width * SHARP;
  canvas.height = drawn.height * SHARP;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(image.src);
  const png = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  if (png) saveFile('whowhom.png', png);
  else notify('The browser could not make a PNG of this size; the SVG is whole.');
}
