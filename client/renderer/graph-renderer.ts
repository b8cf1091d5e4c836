// The only file that knows Sigma. It is told what to emphasise and says what was pointed at; its
// words are those of Sigma 4 (hovered, dimmed, selected), which will replace it one day.
// The constructor throws where WebGL is missing.

import Sigma from 'sigma';
import { isShown } from '../model/visible.ts';
import type { Camera, Pin, Selection } from '../viewer-state.ts';
import {
  type Emphasis,
  edgeAppearance,
  type Focus,
  focusOf,
  isDrawn,
  isNodeShown,
  nodeAppearance,
} from './appearance.ts';
import { CameraWatch } from './camera-watch.ts';
import { followDrags } from './dragging.ts';
import type { DrawnGraph } from './drawn-graph.ts';
import { type Course, courseUnder, type Point } from './edge-geometry.ts';
import type { HullTitle } from './hulls.ts';
import type { LabelWish, PlacedLabel } from './label-placement.ts';
import { type Disc, labelWish } from './overlay.ts';
import { discProgram, edgePrograms, ringProgram } from './programs.ts';
import { drawDashes, drawGround, drawTop, drawVeil, type Group, type Scene } from './scene.ts';

/** Pixels beside a line at which it can still be pointed at. */
const REACH = { mouse: 6, touch: 14 };
/** More relations than this are drawn as hairs, and emphasis goes over a veil. */
export const DENSE = 2500;
/** More relations than this cannot be pointed at: only actors, and what is in focus. */
export const MOST_POINTED = 5000;
/** Share of the usual size where one unit of the layout is one pixel, and its bounds. */
const SCALE = { usual: 1.3, least: 0.42, most: 1.7 };
/** Names do not shrink below this share. */
const LEAST_TYPE = 0.92;

/** What the store knows of the emphasis; scale and density are the renderer's own. */
export type Shown = Omit<Emphasis, 'scale' | 'dense'> & { readonly groups: readonly Group[] };

export interface Pointing {
  /** A click or tap; null on empty ground. */
  readonly select: (selection: Selection | null) => void;
  readonly hover: (hovered: Selection | null, at: Point) => void;
  /** An actor was dragged to a place of the layout. */
  readonly pin: (id: string, x: number, y: number) => void;
  /** The camera came to rest; null where it shows everything. */
  readonly camera: (camera: Camera | null) => void;
}

export class GraphRenderer {
  readonly graph: DrawnGraph;
  readonly #sigma: Sigma;
  readonly #pointing: Pointing;
  readonly #camera: CameraWatch;
  readonly #layers: Readonly<Record<'ground' | 'dashes' | 'veil', CanvasRenderingContext2D>>;
  #emphasis: Emphasis;
  #groups: readonly Group[];
  #focus: Focus | null;
  #pins: ReadonlyMap<string, Pin> = new Map();
  /** Places of pinned nodes before they were dragged. */
  readonly #homes = new Map<string, Point>();
  #hoveredNode: string | null = null;
  /** Destroyed; whoever still holds it may call it without harm. */
  #over = false;
  /** Places on the screen, until something moves. */
  readonly #discs = new Map<string, Disc>();
  /** The frame in which the layers over WebGL are to be drawn again. */
  #frame = 0;
  #wishes: LabelWish[] = [];
  #labels: PlacedLabel[] = [];
  #titles: readonly HullTitle[] = [];

  constructor(container: HTMLElement, graph: DrawnGraph, shown: Shown, pointing: Pointing) {
    this.graph = graph;
    this.#emphasis = { ...shown, scale: 1, dense: graph.size > DENSE };
    this.#groups = shown.groups;
    this.#focus = focusOf(graph, this.#emphasis);
    this.#pointing = pointing;
    this.#sigma = new Sigma(graph, container, {
      nodeProgramClasses: { rings: ringProgram, disc: discProgram },
      edgeProgramClasses: { ...edgePrograms },
      defaultNodeType: 'rings',
      defaultEdgeType: 'line',
      nodeReducer: (key) =>
        nodeAppearance(key, graph.getNodeAttributes(key), this.#emphasis, this.#focus),
      edgeReducer: (key) =>
        edgeAppearance(key, graph.getEdgeAttributes(key), this.#emphasis, this.#focus),
      defaultDrawNodeLabel: (context, { key, x, y, size, label, forceLabel, dimmed }) => {
        if (!label) return;
        const disc: Disc = { key: String(key), x, y, radius: size };
        const name = { disc, text: label, forced: forceLabel === true, dimmed: dimmed === true };
        const scale = Math.max(LEAST_TYPE, this.#emphasis.scale);
        this.#wishes.push(labelWish(context, name, scale));
      },
      defaultDrawNodeHover: () => undefined,
      labelDensity: 2,
      labelGridCellSize: 70,
      labelRenderedSizeThreshold: 2.5,
      minEdgeThickness: 0.9,
      stagePadding: Math.min(56, container.clientWidth * 0.08),
      zIndex: !this.#emphasis.dense,
      minCameraRatio: 0.02,
      maxCameraRatio: 4,
      allowInvalidContainer: true,
    });
    this.#layers = {
      ground: this.#layer('ground', 'edges'),
      dashes: this.#layer('dashes', 'nodes'),
      veil: this.#layer('veil', 'labels'),
    };
    // canvases of our own get their size only when Sigma measures anew
    this.#sigma.resize(true);
    this.#camera = new CameraWatch(this.#sigma, pointing.camera);
    this.#listen();
    this.resize();
  }

  #layer(id: string, beforeLayer: string): CanvasRenderingContext2D {
    // the types of Sigma leave out that a layer may be put below another
    const options = { beforeLayer, style: { pointerEvents: 'none' } };
    this.#sigma.createCanvasContext(id, options);
    const context = this.#sigma.getCanvases()[id]?.getContext('2d');
    if (!context) throw new Error('The canvas cannot be drawn on.');
    return context;
  }

  #listen(): void {
    const sigma = this.#sigma;
    sigma.on('beforeRender', () => {
      this.#wishes = [];
      this.#discs.clear();
    });
    sigma.getCamera().on('updated', () => this.#discs.clear());
    sigma.on('afterRender', () => this.#drawLayers());
    sigma.on('enterNode', ({ node, event }) => {
      this.#hoveredNode = node;
      this.#pointing.hover({ kind: 'actor', id: node }, event);
    });
    sigma.on('leaveNode', ({ event }) => {
      this.#hoveredNode = null;
      this.#pointing.hover(null, event);
    });
    const drags = followDrags(sigma, {
      moved: (key, place) => {
        if (!this.#homes.has(key)) this.#homes.set(key, this.#placeOf(key));
        this.graph.mergeNodeAttributes(key, place);
        this.#discs.clear();
      },
      dropped: (key) => {
        const { x, y } = this.#placeOf(key);
        this.#pointing.pin(key, x, y);
      },
    });
    sigma.on('moveBody', ({ event }) => {
      // Sigma tells of every move on the page
      const { target } = event.original;
      const inside = target instanceof Node && sigma.getContainer().contains(target);
      if (inside && this.#hoveredNode === null && !drags.active())
        this.#pointing.hover(this.#relationAt(event, REACH.mouse), event);
    });
    sigma.on('leaveStage', ({ event }) => this.#pointing.hover(null, event));
    // two quick clicks are two choices: nothing is zoomed by them
    for (const kind of ['clickNode', 'doubleClickNode'] as const) {
      sigma.on(kind, ({ node, preventSigmaDefault }) => {
        preventSigmaDefault();
        if (!drags.justEnded()) this.#pointing.select({ kind: 'actor', id: node });
      });
    }
    for (const kind of ['clickStage', 'doubleClickStage'] as const) {
      sigma.on(kind, ({ event, preventSigmaDefault }) => {
        preventSigmaDefault();
        if (drags.justEnded()) return;
        const touch = event.original.type.startsWith('touch');
        this.#pointing.select(this.#relationAt(event, touch ? REACH.touch : REACH.mouse));
      });
    }
  }

  #relationAt(point: Point, reach: number): Selection | null {
    const course = courseUnder(point, this.#pointedCourses(), reach);
    return course ? { kind: 'relation', key: course.key } : null;
  }

  *#pointedCourses(): Generator<Course> {
    if (this.graph.size <= MOST_POINTED) yield* this.courses();
    else
      for (const key of this.#focus?.edges ?? []) yield* [this.course(key)].flatMap((c) => c ?? []);
  }

  /** The edges that are shown, as they run on the screen now. */
  *courses(): Generator<Course> {
    for (const key of this.graph.edges()) {
      const course = this.course(key);
      if (course) yield course;
    }
  }

  course(key: string): Course | null {
    if (!this.graph.hasEdge(key) || !isShown(this.#emphasis.visible, key)) return null;
    const { curvature, size } = this.graph.getEdgeAttributes(key);
    const [source, target] = this.graph.extremities(key);
    const [from, to] = [this.disc(source), this.disc(target)];
    if (!from || !to) return null;
    const thickness = this.#sigma.scaleSize(size * this.#emphasis.scale);
    const { dense } = this.#emphasis;
    return { key, from, to, curvature: dense ? 0 : curvature, thickness };
  }

  /**
   * A node in pixels of the container. Reckoned from the graph and not from Sigma's display data,
   * which between a refresh and the next frame holds places that are not yet normalized.
   */
  disc(key: string): Disc | null {
    const known = this.#discs.get(key);
    if (known) return known;
    if (!this.graph.hasNode(key)) return null;
    const { x, y, size } = this.graph.getNodeAttributes(key);
    const disc = {
      key,
      ...this.#sigma.graphToViewport({ x, y }),
      radius: this.#sigma.scaleSize(size * this.#emphasis.scale),
    };
    this.#discs.set(key, disc);
    return disc;
  }

  #placeOf(key: string): Point {
    const { x, y } = this.graph.getNodeAttributes(key);
    return { x, y };
  }

  isShownNode(key: string): boolean {
    return isNodeShown(this.#emphasis, key);
  }

  /** The names that stand on the canvas now. */
  labels(): readonly PlacedLabel[] {
    return this.#labels;
  }

  titles(): readonly HullTitle[] {
    return this.#titles;
  }

  isDimmed(selection: Selection): boolean {
    if (this.#focus === null) return false;
    return selection.kind === 'actor'
      ? !this.#focus.nodes.has(selection.id)
      : !this.#focus.edges.has(selection.key);
  }

  isMoving(): boolean {
    return this.#sigma.getCamera().isAnimated();
  }

  /** What the layers are drawn from, for the export of the picture too. */
  scene(): Scene {
    return {
      graph: this.graph,
      emphasis: this.#emphasis,
      focus: this.#focus,
      size: this.#sigma.getDimensions(),
      pinned: new Set(this.#pins.keys()),
      groups: this.#groups,
      disc: (key) => this.disc(key),
      course: (key) => this.course(key),
    };
  }

  emphasise({ groups, ...shown }: Shown): void {
    if (this.#over) return;
    const { scale, dense, ...before } = this.#emphasis;
    this.#emphasis = { ...shown, scale, dense };
    this.#focus = focusOf(this.graph, this.#emphasis);
    const ground = this.#groups !== groups;
    this.#groups = groups;
    const styled =
      before.visible !== shown.visible ||
      before.theme !== shown.theme ||
      before.communities !== shown.communities ||
      before.fresh !== shown.fresh;
    // over a veil, what is in focus costs no new drawing of the rest
    if (dense && !styled && !ground) this.#redrawLayers();
    else this.#sigma.refresh({ skipIndexation: true, schedule: true });
  }

  /** Puts nodes where the reader dragged them, and those let go of back to where they were. */
  arrange(pins: readonly Pin[]): void {
    if (this.#over) return;
    const wanted = new Map(pins.map((pin) => [pin.id, pin]));
    for (const { id, x, y } of pins) {
      if (!this.graph.hasNode(id)) continue;
      if (!this.#homes.has(id)) this.#homes.set(id, this.#placeOf(id));
      this.graph.mergeNodeAttributes(id, { x, y });
    }
    for (const [id, home] of this.#homes) {
      if (wanted.has(id)) continue;
      this.graph.mergeNodeAttributes(id, home);
      this.#homes.delete(id);
    }
    this.#pins = wanted;
    this.#discs.clear();
    this.#sigma.scheduleRender();
  }

  /** The layout has changed: what is in sight is measured anew, and kept for when nodes move. */
  relayout(): void {
    this.#homes.clear();
    this.#discs.clear();
    this.#sigma.setCustomBBox(null);
    this.#sigma.refresh();
    this.#sigma.setCustomBBox(this.#sigma.getBBox());
    this.#discs.clear();
    this.resize();
  }

  /** Places without pins. */
  places(): Map<string, Point> {
    return new Map(
      this.graph.mapNodes((key) => [key, this.#homes.get(key) ?? this.#placeOf(key)] as const),
    );
  }

  /** Brings an actor, or the middle of a relation, into the middle of the picture. */
  reveal(selection: Selection): void {
    if (!isDrawn(this.graph, selection)) return;
    const ends =
      selection.kind === 'actor' ? [selection.id] : this.graph.extremities(selection.key);
    this.#camera.centre(ends.map((key) => this.#placeOf(key)));
  }

  zoom(factor: number): void {
    this.#camera.zoom(factor);
  }

  fit(): void {
    this.#camera.fit();
  }

  /** Null shows everything. */
  look(camera: Camera | null): void {
    this.#camera.look(camera);
  }

  /** Moves the picture by pixels. */
  pan(x: number, y: number): void {
    this.#camera.pan(x, y);
  }

  /** Nodes and lines shrink on a small canvas and grow on a large one, within reason. */
  resize(): void {
    if (this.#over) return;
    this.#sigma.resize();
    this.#sigma.refresh({ skipIndexation: true });
    const [from, to] = [
      { x: 0, y: 0 },
      { x: 100, y: 0 },
    ].map((p) => this.#sigma.graphToViewport(p));
    const zoom = 1 / this.#sigma.getCamera().ratio;
    const fit = from && to ? Math.hypot(to.x - from.x, to.y - from.y) / 100 / zoom : 1;
    const share = fit ** 0.6 * SCALE.usual;
    const scale = Math.max(SCALE.least, Math.min(SCALE.most, share));
    this.#emphasis = { ...this.#emphasis, scale };
    this.#discs.clear();
    this.#sigma.refresh({ skipIndexation: true, schedule: true });
  }

  destroy(): void {
    if (this.#over) return;
    this.#over = true;
    cancelAnimationFrame(this.#frame);
    this.#camera.end();
    this.#sigma.kill();
  }

  /** The layers alone, in the next frame: WebGL keeps what it has drawn. */
  #redrawLayers(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      const { width, height } = this.#sigma.getDimensions();
      this.#sigma.getCanvases().labels?.getContext('2d')?.clearRect(0, 0, width, height);
      this.#drawLayers();
    });
  }

  #drawLayers(): void {
    const context = this.#sigma.getCanvases().labels?.getContext('2d');
    if (!context) return;
    const scene = this.scene();
    this.#titles = drawGround(this.#layers.ground, scene);
    drawDashes(this.#layers.dashes, scene);
    drawVeil(this.#layers.veil, scene);
    this.#labels = drawTop(context, scene, this.#wishes, this.#titles);
  }
}
