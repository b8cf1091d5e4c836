// The inner loops of the networks as functions over the module's memory.

import { binary } from './binary.ts';

/** kernels.as.ts has what each does; pointers are byte offsets. */
export interface Kernels {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  quantize(states: number, digits: number, scales: number, rows: number, width: number): void;
  multiply(
    digits: number,
    scales: number,
    weights: number,
    factors: number,
    biases: number,
    out: number,
    rows: number,
    inputs: number,
    outputs: number,
  ): void;
  gelu(states: number, count: number): void;
  add(states: number, more: number, count: number): void;
  normalize(
    states: number,
    gains: number,
    biases: number,
    rows: number,
    width: number,
    epsilon: number,
  ): void;
  attend(states: number, out: number, room: number, length: number, heads: number): void;
  embed(
    ids: number,
    shapeIds: number,
    places: number,
    pieces: number,
    scales: number,
    shapes: number,
    positions: number,
    out: number,
    rows: number,
    width: number,
  ): void;
  addWords(
    states: number,
    first: number,
    last: number,
    share: number,
    out: number,
    words: number,
    width: number,
  ): void;
  addProduct(matrix: number, vector: number, sums: number, units: number, size: number): void;
  addRows(table: number, rows: number, count: number, sums: number, width: number): void;
  rectify(values: number, count: number): void;
}

export const bytesOf = (base64: string): Uint8Array =>
  Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

/** Node.js and browsers have it alike, but no library of types that both programs include. */
interface Host {
  readonly WebAssembly: {
    readonly Module: new (code: Uint8Array) => object;
    readonly Instance: new (module: object) => { readonly exports: unknown };
  };
}

/** A new instance, with a memory of its own. */
export function loadKernels(): Kernels {
  const { WebAssembly } = globalThis as unknown as Host;
  return new WebAssembly.Instance(new WebAssembly.Module(bytesOf(binary))).exports as Kernels;
}

export const upTo = (value: number, step: number): number => Math.ceil(value / step) * step;

/** Gives out an instance's memory from its end on, in bytes from its start; nothing is handed back. */
export function allocator({ memory }: Kernels) {
  const page = 65_536;
  let next = memory.buffer.byteLength;
  function take(bytes: number): number {
    const start = next;
    next += upTo(bytes, 16);
    const missing = next - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / page));
    return start;
  }
  function keep(data: Float32Array | Int8Array): number {
    const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    const start = take(bytes.length);
    new Uint8Array(memory.buffer).set(bytes, start);
    return start;
  }
  return { take, keep };
}
