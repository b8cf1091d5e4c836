// The relations of a dense picture: lines of one pixel, all in one draw call. Sigma keeps an object
// for each edge and styles every one again when one is hidden; here their places and colours lie in
// typed arrays, and what is hidden or out of sight is left out of the index of what to draw. More
// lines than a picture can hold would be a smear: of those in sight the heaviest are drawn, and
// others come in as the reader zooms in or filters. Flat colours and no dithering halve the time of
// a frame where WebGL is software.

import { isShown, type Visible } from '../model/visible.ts';
import type { DrawnEdge, DrawnGraph } from './drawn-graph.ts';
import type { Point } from './edge-geometry.ts';
import type { Box } from './label-placement.ts';

/** Lines drawn at once. */
export const MOST_HAIRS = 10_000;

const VERTEX = `#version 300 es
in vec2 place;
in vec4 colour;
uniform mat3 toClip;
flat out vec4 painted;
void main() {
  gl_Position = vec4((toClip * vec3(place, 1.0)).xy, 0.0, 1.0);
  painted = colour;
}`;

const FRAGMENT = `#version 300 es
precision mediump float;
flat in vec4 painted;
out vec4 pixel;
void main() {
  pixel = painted;
}`;

function programOf(gl: WebGL2RenderingContext): WebGLProgram {
  const program = gl.createProgram();
  for (const [kind, source] of [
    [gl.VERTEX_SHADER, VERTEX],
    [gl.FRAGMENT_SHADER, FRAGMENT],
  ] as const) {
    const shader = gl.createShader(kind);
    if (!shader) throw new Error('WebGL made no shader.');
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS)) {
    throw new Error(`WebGL cannot draw lines: ${gl.getProgramInfoLog(program)}`);
  }
  return program;
}

/** Red, green and blue of `#RRGGBB`. */
const bytesOf = (hex: string): readonly number[] =>
  [1, 3, 5].map((start) => Number.parseInt(hex.slice(start, start + 2), 16));

/** How the layout is seen. */
export interface Lens {
  /** From the layout to WebGL's clip space; column by column. */
  readonly toClip: readonly number[];
  /** What is in sight, in units of the layout. */
  readonly sight: Box;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The lens of a canvas, from where it shows a place of the layout. */
export function lensOf(seen: (place: Point) => Point, { width, height }: Size): Lens {
  const clip = (place: Point): Point => {
    const { x, y } = seen(place);
    return { x: (2 * x) / width - 1, y: 1 - (2 * y) / height };
  };
  const origin = clip({ x: 0, y: 0 });
  // far from the origin, so that little is lost to rounding
  const [right, up] = [clip({ x: 100, y: 0 }), clip({ x: 0, y: 100 })];
  const [a, b] = [(right.x - origin.x) / 100, (right.y - origin.y) / 100];
  const [c, d] = [(up.x - origin.x) / 100, (up.y - origin.y) / 100];
  const turned = a * d - b * c || 1;
  const corners = [-1, 1].flatMap((x) =>
    [-1, 1].map((y) => ({
      x: (d * (x - origin.x) - c * (y - origin.y)) / turned,
      y: (a * (y - origin.y) - b * (x - origin.x)) / turned,
    })),
  );
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  return {
    toClip: [a, b, 0, c, d, 0, origin.x, origin.y, 1],
    sight: {
      left: Math.min(...xs),
      right: Math.max(...xs),
      top: Math.min(...ys),
      bottom: Math.max(...ys),
    },
  };
}

export class Hairs {
  readonly #gl: WebGL2RenderingContext;
  readonly #graph: DrawnGraph;
  /** Heaviest first. */
  readonly #keys: readonly string[];
  readonly #program: WebGLProgram;
  readonly #buffers: Readonly<Record<'places' | 'colours' | 'drawn', WebGLBuffer>>;
  readonly #setup: WebGLVertexArrayObject;
  /** 1 where a line passes the filter. */
  readonly #shown: Uint8Array;
  /** x and y of both ends, in units of the layout. */
  readonly #places: Float32Array;
  readonly #drawn: Uint32Array;
  #moved = true;

  constructor(gl: WebGL2RenderingContext, graph: DrawnGraph) {
    this.#gl = gl;
    this.#graph = graph;
    const weight = new Map(graph.mapEdges((key, edge) => [key, edge.weight] as const));
    const of = (key: string): number => weight.get(key) ?? 0;
    this.#keys = graph.edges().sort((a, b) => of(b) - of(a));
    this.#shown = new Uint8Array(this.#keys.length);
    this.#places = new Float32Array(4 * this.#keys.length);
    this.#drawn = new Uint32Array(2 * Math.min(MOST_HAIRS, this.#keys.length));
    this.#program = programOf(gl);
    this.#buffers = {
      places: gl.createBuffer(),
      colours: gl.createBuffer(),
      drawn: gl.createBuffer(),
    };
    this.#setup = gl.createVertexArray();
    gl.bindVertexArray(this.#setup);
    this.#attribute('place', this.#buffers.places, gl.FLOAT, 2);
    this.#attribute('colour', this.#buffers.colours, gl.UNSIGNED_BYTE, 4);
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, this.#buffers.drawn);
    gl.bindVertexArray(null);
  }

  #attribute(name: string, buffer: WebGLBuffer, type: number, size: number): void {
    const gl = this.#gl;
    const location = gl.getAttribLocation(this.#program, name);
    gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
    gl.enableVertexAttribArray(location);
    gl.vertexAttribPointer(location, size, type, type === gl.UNSIGNED_BYTE, 0, 0);
  }

  /** Which relations may be drawn. */
  show(visible: Visible): void {
    this.#keys.forEach((key, line) => {
      this.#shown[line] = Number(isShown(visible, key));
    });
  }

  /** Puts the heaviest of what is in sight into the index, the heaviest last and so on top. */
  #choose({ left, top, right, bottom }: Box): number {
    const places = this.#places;
    let free = this.#drawn.length;
    for (let line = 0; line < this.#keys.length && free > 0; line += 1) {
      if (this.#shown[line] === 0) continue;
      const [x = 0, y = 0] = [places[4 * line], places[4 * line + 1]];
      const [toX = 0, toY = 0] = [places[4 * line + 2], places[4 * line + 3]];
      if ((x < left && toX < left) || (x > right && toX > right)) continue;
      if ((y < top && toY < top) || (y > bottom && toY > bottom)) continue;
      free -= 2;
      this.#drawn[free] = 2 * line;
      this.#drawn[free + 1] = 2 * line + 1;
    }
    return free;
  }

  /** In which colours, as `#RRGGBB`. */
  paint(colourOf: (edge: DrawnEdge) => string): void {
    const gl = this.#gl;
    const colours = new Uint8Array(8 * this.#keys.length);
    const known = new Map<number, readonly number[]>();
    this.#keys.forEach((key, line) => {
      const edge = this.#graph.getEdgeAttributes(key);
      const kind = 2 * edge.quad + Number(edge.uncertain);
      const bytes = known.get(kind) ?? [...bytesOf(colourOf(edge)), 255];
      known.set(kind, bytes);
      colours.set(bytes, 8 * line);
      colours.set(bytes, 8 * line + 4);
    });
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#buffers.colours);
    gl.bufferData(gl.ARRAY_BUFFER, colours, gl.STATIC_DRAW);
  }

  /** Nodes have moved; the next drawing has their new places. */
  move(): void {
    this.#moved = true;
  }

  #place(): void {
    const gl = this.#gl;
    this.#keys.forEach((key, line) => {
      const [from, to] = this.#graph
        .extremities(key)
        .map((end) => this.#graph.getNodeAttributes(end));
      if (from && to) this.#places.set([from.x, from.y, to.x, to.y], 4 * line);
    });
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#buffers.places);
    gl.bufferData(gl.ARRAY_BUFFER, this.#places, gl.DYNAMIC_DRAW);
    this.#moved = false;
  }

  draw({ toClip, sight }: Lens): void {
    const gl = this.#gl;
    if (this.#moved) this.#place();
    const free = this.#choose(sight);
    // biome-ignore lint/correctness/useHookAtTopLevel: a method of WebGL, no hook of React
    gl.useProgram(this.#program);
    gl.disable(gl.DITHER);
    gl.disable(gl.BLEND);
    gl.uniformMatrix3fv(gl.getUniformLocation(this.#program, 'toClip'), false, toClip);
    gl.bindVertexArray(this.#setup);
    gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, this.#drawn.subarray(free), gl.STREAM_DRAW);
    gl.drawElements(gl.LINES, this.#drawn.length - free, gl.UNSIGNED_INT, 0);
    gl.bindVertexArray(null);
  }
}
