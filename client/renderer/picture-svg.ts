// The picture as an SVG of its own, with legend and caption: what is on the screen now, drawn from
// the same places, colours and names. The PNG is made from it.

import type { EntityType, Quad } from '../../schema/index.ts';
import { edgeColour, isNodeShown, nodeColour } from './appearance.ts';
import { isMaterial } from './drawn-graph.ts';
import { type Course, pointAt } from './edge-geometry.ts';
import type { HullTitle } from './hulls.ts';
import type { PlacedLabel } from './label-placement.ts';
import { iconPaths, iconSize, LEAST_RADIUS } from './node-icons.ts';
import { entityNames, nodePatterns } from './node-pattern.ts';
import { communityColour, mix, palettes } from './palette.ts';
import { hullsOf, type Scene } from './scene.ts';

export interface Caption {
  readonly title: string;
  /** What is shown: filters, dates, how many of how many, where from. */
  readonly lines: readonly string[];
  readonly quadNames: readonly string[];
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Text for XML: names come out of articles, and control characters are not allowed in it. */
export const escapeXml = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"]/g, (character) => escapes[character] ?? character);

const n = (value: number): string => String(Math.round(value * 10) / 10);
const FONT = "Inter, system-ui, 'Segoe UI', Roboto, 'Liberation Sans', sans-serif";
const LINE = 20;
const MARGIN = 16;

function linePath({ from, to, curvature }: Course): string {
  if (curvature === 0) return `M${n(from.x)} ${n(from.y)}L${n(to.x)} ${n(to.y)}`;
  const bendX = (from.x + to.x) / 2 + (to.y - from.y) * curvature;
  const bendY = (from.y + to.y) / 2 - (to.x - from.x) * curvature;
  return `M${n(from.x)} ${n(from.y)}Q${n(bendX)} ${n(bendY)} ${n(to.x)} ${n(to.y)}`;
}

/** The head of the arrow, where the line meets the rim of its target. */
function arrowHead(course: Course, radius: number, colour: string): string {
  const length = Math.hypot(course.to.x - course.from.x, course.to.y - course.from.y) || 1;
  const tip = pointAt(course, Math.max(0, 1 - radius / length));
  const before = pointAt(course, Math.max(0, 1 - (radius + 8) / length));
  const away = Math.hypot(tip.x - before.x, tip.y - before.y) || 1;
  const [ux, uy] = [(tip.x - before.x) / away, (tip.y - before.y) / away];
  const long = 4 + course.thickness * 1.8;
  const wide = 2 + course.thickness * 0.9;
  const [bx, by] = [tip.x - ux * long, tip.y - uy * long];
  return `<path d="M${n(tip.x)} ${n(tip.y)}L${n(bx - uy * wide)} ${n(by + ux * wide)}L${n(bx + uy * wide)} ${n(by - ux * wide)}z" fill="${colour}"/>`;
}

function edges(scene: Scene): string[] {
  const { graph, emphasis, focus } = scene;
  const { paper } = palettes[emphasis.theme].surface;
  return graph.edges().flatMap((key) => {
    const course = scene.course(key);
    if (!course) return [];
    const edge = graph.getEdgeAttributes(key);
    const clear = focus === null || focus.edges.has(key);
    const colour = mix(edgeColour(edge, emphasis), paper, clear ? 1 : 0.3);
    const dash = edge.uncertain ? ' stroke-dasharray="5 5"' : '';
    const width = emphasis.dense ? 0.8 : Math.max(0.9, course.thickness);
    const line = `<path d="${linePath(course)}" fill="none" stroke="${colour}" stroke-width="${n(width)}"${dash}/>`;
    if (edge.reciprocal || emphasis.dense) return [line];
    const radius = scene.disc(graph.target(key))?.radius ?? 0;
    return [line, arrowHead(course, radius, colour)];
  });
}

function nodes(scene: Scene): string[] {
  const { graph, emphasis, focus } = scene;
  const { paper } = palettes[emphasis.theme].surface;
  return graph.nodes().flatMap((key) => {
    const disc = isNodeShown(emphasis, key) && scene.disc(key);
    if (!disc) return [];
    const node = graph.getNodeAttributes(key);
    const clear = focus === null || focus.nodes.has(key);
    const colour = mix(nodeColour(key, node, emphasis), paper, clear ? 1 : 0.45);
    return [nodeSign(node.entityType, disc, colour, paper)];
  });
}

function nodeSign(
  type: EntityType,
  { x, y, radius }: { readonly x: number; readonly y: number; readonly radius: number },
  colour: string,
  paper: string,
): string {
  const { ring, gap, filled } = nodePatterns[type];
  const circle = (r: number, fill: string): string =>
    `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" fill="${fill}"/>`;
  const rings =
    ring > 0 || gap > 0
      ? circle(radius, ring > 0 ? colour : paper) +
        circle(radius * (1 - ring), paper) +
        (filled ? circle(radius * (1 - ring - gap), colour) : '')
      : circle(radius, colour);
  if (radius < LEAST_RADIUS) return rings;
  const size = n(iconSize(type, radius) / 10);
  return `${rings}<path transform="translate(${n(x)} ${n(y)}) scale(${size})" d="${iconPaths[type]}" fill="${filled ? paper : colour}" fill-rule="evenodd"/>`;
}

function hulls(scene: Scene): string[] {
  const palette = palettes[scene.emphasis.theme];
  return hullsOf(scene).map(({ corners, place }) => {
    const colour = mix(communityColour(palette, place), palette.surface.paper, 0.12);
    const path = corners.map(({ x, y }) => `${n(x)} ${n(y)}`).join('L');
    return `<path d="M${path}z" fill="${colour}" stroke="${colour}" stroke-width="40" stroke-linejoin="round"/>`;
  });
}

function names(labels: readonly PlacedLabel[], scene: Scene): string[] {
  const { surface } = palettes[scene.emphasis.theme];
  return labels.map(({ text, box, font, dimmed }) => {
    const [, weight = '500', size = '12.5'] = /^(\d+) ([\d.]+)px/.exec(font) ?? [];
    const fill = dimmed ? mix(surface.ink, surface.paper, 0.5) : surface.ink;
    const y = (box.top + box.bottom) / 2 + Number(size) * 0.35;
    return `<text x="${n(box.left)}" y="${n(y)}" font-size="${size}" font-weight="${weight}" fill="${fill}" stroke="${surface.paper}" stroke-width="4" paint-order="stroke" stroke-linejoin="round">${escapeXml(text)}</text>`;
  });
}

function headings(titles: readonly HullTitle[], scene: Scene): string[] {
  const { ink, paper } = palettes[scene.emphasis.theme].surface;
  return titles.map(
    ({ text, box, colour }) =>
      `<text x="${n(box.left)}" y="${n(box.bottom - 4)}" font-size="12.5" font-weight="600" fill="${mix(colour, ink, 0.75)}" stroke="${paper}" stroke-width="4" paint-order="stroke" stroke-linejoin="round">${escapeXml(text)}</text>`,
  );
}

/** Kinds of relation and types of actor that are in the picture, in a row that is broken to fit. */
function legend(scene: Scene, { quadNames }: Caption, width: number, top: number) {
  const { graph, emphasis } = scene;
  const palette = palettes[emphasis.theme];
  const shown = graph.edges().filter((key) => scene.course(key));
  const quads = [...new Set(shown.map((key) => graph.getEdgeAttribute(key, 'quad')))].sort();
  const types = new Set(
    graph
      .nodes()
      .flatMap((key) =>
        isNodeShown(emphasis, key) ? [graph.getNodeAttribute(key, 'entityType')] : [],
      ),
  );
  let [x, y] = [MARGIN, top];
  const parts: string[] = [];
  const add = (sign: (x: number, y: number) => string, text: string): void => {
    const wide = 44 + text.length * 7.2;
    if (x + wide > width && x > MARGIN) [x, y] = [MARGIN, y + LINE];
    parts.push(
      sign(x, y),
      `<text x="${n(x + 34)}" y="${n(y + 4)}" font-size="12" fill="${palette.surface.ink}">${escapeXml(text)}</text>`,
    );
    x += wide;
  };
  for (const quad of quads) {
    const thickness = isMaterial(quad as Quad) ? 4 : 2;
    const colour = palette.quad[quad];
    add(
      (left, middle) =>
        `<path d="M${n(left)} ${n(middle)}h20" stroke="${colour}" stroke-width="${thickness}"/><path d="M${n(left + 18)} ${n(middle - 5)}l9 5l-9 5z" fill="${colour}"/>`,
      quadNames[quad] ?? '',
    );
  }
  for (const type of Object.keys(entityNames) as EntityType[]) {
    if (!types.has(type)) continue;
    const colour = emphasis.communities ? palette.surface.muted : palette.entity[type];
    add(
      (left, middle) =>
        nodeSign(type, { x: left + 20, y: middle, radius: 8 }, colour, palette.surface.paper),
      entityNames[type],
    );
  }
  return { svg: parts, bottom: y + LINE };
}

export function pictureSvg(
  scene: Scene,
  labels: readonly PlacedLabel[],
  titles: readonly HullTitle[],
  caption: Caption,
): { readonly svg: string; readonly width: number; readonly height: number } {
  const { width, height } = scene.size;
  const { surface } = palettes[scene.emphasis.theme];
  const key = legend(scene, caption, width - MARGIN, height + 22);
  const lines = [caption.title, ...caption.lines].map(
    (text, place) =>
      `<text x="${MARGIN}" y="${n(key.bottom + 6 + place * 18)}" font-size="${place === 0 ? 13 : 12}" font-weight="${place === 0 ? 600 : 400}" fill="${place === 0 ? surface.ink : surface.muted}">${escapeXml(text)}</text>`,
  );
  const total = Math.ceil(key.bottom + lines.length * 18 + 4);
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${total}" viewBox="0 0 ${width} ${total}" font-family="${FONT}" role="img">`,
    `<title>${escapeXml(caption.title)}</title>`,
    `<rect width="${width}" height="${total}" fill="${surface.paper}"/>`,
    `<svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    ...hulls(scene),
    ...edges(scene),
    ...nodes(scene),
    ...headings(titles, scene),
    ...names(labels, scene),
    '</svg>',
    `<path d="M0 ${height}H${width}" stroke="${surface.rule}"/>`,
    ...key.svg,
    ...lines,
    '</svg>',
  ].join('\n');
  return { svg, width, height: total };
}
