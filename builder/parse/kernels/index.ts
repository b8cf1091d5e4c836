// The inner loops of the language model as functions over the module's memory.

import { binary } from './binary.ts';

/** kernels.as.ts has what each does; pointers are byte offsets. */
export interface Kernels {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  pack(source: number, target: number, inputs: number, outputs: number): void;
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
  dots(
    left: number,
    right: number,
    out: number,
    lefts: number,
    rights: number,
    width: number,
  ): void;
}

/** Node.js and browsers have it alike, but no library of types that both programs include. */
interface Host {
  readonly WebAssembly: {
    instantiate(code: Uint8Array): Promise<{ readonly instance: { readonly exports: unknown } }>;
  };
}

/** A new instance, with a memory of its own. */
export async function loadKernels(): Promise<Kernels> {
  const { WebAssembly } = globalThis as unknown as Host;
  const code = Uint8Array.from(atob(binary), (character) => character.charCodeAt(0));
  return (await WebAssembly.instantiate(code)).instance.exports as Kernels;
}
