// The one way to Sigma, with pointing, dragging and the camera in files of their own beside it. It
// is told what to emphasise and says what was pointed at; its words are those of Sigma 4 (hovered,
// dimmed, selected), which will replace it one day. The constructor throws where WebGL is missing.

import Sigma from 'sigma';
import { isShown } from '../model/visible.ts';
import type { Camera, Pin, Selection } from '../viewer-state.ts';
import {
  type Emphasis,
  edgeAppearance,
  type Focus,
  focusOf,
  hairColour,
  isDrawn,
  isNodeShown,
  nodeAppearance,
} from './appearance.ts';
import { CameraWatch } from './camera-watch.ts';
import type { DrawnGraph } from './drawn-graph.ts';
import type { Course } from './edge-geometry.ts';
import { Hairs, lensOf } from './hairs.ts';
import type { HullTitle } from './hulls.ts';
import type { LabelWish, PlacedLabel } from './label-placement.ts';
import { type NodesAlone, nodesAlone } from './nodes-alone.ts';
import { type Disc, labelWish } from './overlay.ts';
import { Pins } from './pins.ts';
import { followPointer, type Pointing } from './pointing.ts';
import { programsFor } from './programs.ts';
import { drawDashes, drawGround, drawTop, drawVeil, type Group, type Scene } from './scene.ts';

/** More relations than this are drawn as hairs, and emphasis goes over a veil. */
export const DENSE = 2500;
/** More relations than this cannot be pointed at: only actors, and what is in focus. */
export const MOST_POINTED = 5000;
/** Share of the usual size where one unit of the layout is one pixel, and its bounds. */
const SCALE = { usual: 1.6, least: 0.5, most: 1.7, mostDense: 1 };
/** Names do not shrink below this share. */
const LEAST_TYPE = 0.92;

/** What the store knows of the emphasis; scale and density are the renderer's own. */
export type Shown = Omit<Emphasis, 'scale' | 'dense'> & { readonly groups: readonly Group[] };

export class GraphRenderer {
  readonly graph: DrawnGraph;
  readonly #sigma: Sigma;
  /** A dense picture's relations, which Sigma then knows nothing of. */
  readonly #hairs: Hairs | null;
  readonly #alone: NodesAlone | null;
  readonly #camera: CameraWatch;
  readonly #layers: Readonly<Record<'ground' | 'dashes' | 'veil', CanvasRenderingContext2D>>;
  #emphasis: Emphasis;
  #groups: readonly Group[];
  #focus: Focus | null;
  readonly #pins: Pins;
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
    this.#pins = new Pins(graph);
    this.#alone = this.#emphasis.dense ? nodesAlone(graph) : null;
    this.#sigma = new Sigma(this.#alone?.nodes ?? graph, container, {
      ...programsFor(graph, this.#emphasis.dense),
      defaultNodeType: 'circle',
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
      labelRenderedSizeThreshold: this.#emphasis.dense ? 1 : 2.5,
      minEdgeThickness: 0.9,
      stagePadding: Math.min(56, container.clientWidth * 0.08),
      zIndex: !this.#emphasis.dense,
      minCameraRatio: 0.02,
      maxCameraRatio: 4,
      allowInvalidContainer: true,
    });
    this.#hairs = this.#emphasis.dense ? this.#makeHairs() : null;
    this.#layers = {
      ground: this.#layer('ground', 'edges'),
      dashes: this.#layer('dashes', 'nodes'),
      veil: this.#layer('veil', 'labels'),
    };
    // canvases of our own get their size only when Sigma measures anew
    this.#sigma.resize(true);
    this.#camera = new CameraWatch(this.#sigma, pointing.camera);
    this.#sigma.on('beforeRender', () => {
      this.#wishes = [];
      this.#discs.clear();
    });
    this.#sigma.getCamera().on('updated', () => this.#discs.clear());
    this.#sigma.on('afterRender', () => {
      const size = this.#sigma.getDimensions();
      this.#hairs?.draw(lensOf((place) => this.#sigma.graphToViewport(place), size));
      this.#drawLayers();
    });
    const ground = {
      pins: this.#pins,
      courses: () => this.#pointedCourses(),
      dragged: () => this.#forgetPlaces(),
    };
    followPointer(this.#sigma, ground, pointing);
    this.#keepFrame();
  }

  #layer(id: string, beforeLayer: string): CanvasRenderingContext2D {
    // the types of Sigma leave out that a layer may be put below another
    const options = { beforeLayer, style: { pointerEvents: 'none' } };
    this.#sigma.createCanvasContext(id, options);
    const context = this.#sigma.getCanvases()[id]?.getContext('2d');
    if (!context) throw new Error('The canvas cannot be drawn on.');
    return context;
  }

  #makeHairs(): Hairs {
    const gl = this.#sigma.getCanvases().edges?.getContext('webgl2');
    if (!gl) throw new Error('So many relations need WebGL 2.');
    const hairs = new Hairs(gl, this.graph);
    hairs.show(this.#emphasis.visible);
    hairs.paint((edge) => hairColour(edge, this.#emphasis));
    return hairs;
  }

  /** Nodes have moved. */
  #forgetPlaces(): void {
    this.#discs.clear();
    this.#hairs?.move();
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
      pinned: this.#pins.pinned,
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
      before.theme !== shown.theme ||
      before.communities !== shown.communities ||
      before.fresh !== shown.fresh;
    if (!this.#hairs || styled) {
      this.#hairs?.show(shown.visible);
      this.#hairs?.paint((edge) => hairColour(edge, this.#emphasis));
      this.#sigma.refresh({ skipIndexation: true, schedule: true });
    } else if (before.visible !== shown.visible) {
      this.#hairs.show(shown.visible);
      const nodes = this.graph
        .nodes()
        .filter((key) => isNodeShown(before, key) !== isNodeShown(shown, key));
      this.#sigma.refresh({ partialGraph: { nodes }, skipIndexation: true, schedule: true });
    } else if (ground) this.#sigma.scheduleRender();
    // over a veil, what is in focus costs no new drawing of the rest
    else this.#redrawLayers();
  }

  /** Puts nodes where the reader dragged them, and those let go of back to where they were. */
  arrange(pins: readonly Pin[]): void {
    if (this.#over) return;
    this.#pins.put(pins);
    this.#forgetPlaces();
    this.#sigma.scheduleRender();
  }

  /** The layout has changed: what is in sight is measured anew. */
  relayout(): void {
    this.#pins.forget();
    this.#forgetPlaces();
    this.#sigma.setCustomBBox(null);
    this.#sigma.refresh();
    this.#keepFrame();
  }

  /** What is in sight now stays so when nodes move. */
  #keepFrame(): void {
    this.#sigma.setCustomBBox(this.#sigma.getBBox());
    this.resize();
  }

  /** Brings an actor, or the middle of a relation, into the middle of the picture. */
  reveal(selection: Selection): void {
    if (!isDrawn(this.graph, selection)) return;
    const ends =
      selection.kind === 'actor' ? [selection.id] : this.graph.extremities(selection.key);
    this.#camera.centre(ends.map((key) => this.#pins.place(key)));
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
    // Sigma's own matrix is that of the last frame; this one is of the size of now
    const cameraState = this.#sigma.getCamera().getState();
    const [from, to] = [
      { x: 0, y: 0 },
      { x: 100, y: 0 },
    ].map((p) => this.#sigma.graphToViewport(p, { cameraState }));
    const zoom = 1 / cameraState.ratio;
    const fit = from && to ? Math.hypot(to.x - from.x, to.y - from.y) / 100 / zoom : 1;
    const share = fit ** 0.6 * SCALE.usual;
    const most = this.#emphasis.dense ? SCALE.mostDense : SCALE.most;
    const scale = Math.max(SCALE.least, Math.min(most, share));
    this.#emphasis = { ...this.#emphasis, scale };
    this.#discs.clear();
    this.#sigma.refresh({ skipIndexation: true, schedule: true });
  }

  destroy(): void {
    if (this.#over) return;
    this.#over = true;
    cancelAnimationFrame(this.#frame);
    this.#camera.end();
    this.#alone?.end();
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
    drawDashes(this.#layers.dashes, scene, this.#layers.ground.canvas);
    drawVeil(this.#layers.veil, scene);
    this.#labels = drawTop(context, scene, this.#wishes, this.#titles);
  }
}
