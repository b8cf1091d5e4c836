// model.onnx → its weights by name. ONNX is a protocol buffer; of its graph only the nodes' names and
// inputs and the constants are read (https://github.com/onnx/onnx/blob/main/onnx/onnx.proto).

import { PbfReader } from 'pbf';

/** A matrix [inputs, outputs] row by row: int8, with a factor for each column. */
export interface Matrix {
  readonly inputs: number;
  readonly outputs: number;
  readonly weights: Int8Array;
  readonly factors: Float32Array;
}

/** Constants by the names that they have in the network that was exported. */
export interface ModelFile {
  has(name: string): boolean;
  /** A table of numbers, whether they are kept in 32 or 16 bits. */
  floats(name: string): Float32Array;
  bytes(name: string): Int8Array;
  /** What the node `name` multiplies by: a matrix, kept in int8 or in float. */
  matrix(name: string): Matrix;
  /** The one constant among the inputs of the node `name`. */
  constantOf(name: string): Float32Array;
}

interface Tensor {
  name: string;
  dims: number[];
  type: number;
  data: Uint8Array;
}

interface Node {
  name: string;
  inputs: string[];
}

/** TensorProto.DataType: 32-bit float, int8, 16-bit float. */
const [float32, int8, float16] = [1, 3, 10];

function readTensor(pbf: PbfReader): Tensor {
  return pbf.readMessage<Tensor>(
    (tag, tensor) => {
      if (tag === 1)
        tensor.dims.push(...(pbf.type === 2 ? pbf.readPackedVarint() : [pbf.readVarint()]));
      else if (tag === 2) tensor.type = pbf.readVarint();
      else if (tag === 8) tensor.name = pbf.readString();
      // Numbers stand as packed floats or as raw bytes, which are the same bytes.
      else if (tag === 4 || tag === 9) tensor.data = pbf.readBytes();
    },
    { name: '', dims: [], type: 0, data: new Uint8Array() },
  );
}

function readNode(pbf: PbfReader): Node {
  return pbf.readMessage<Node>(
    (tag, node) => {
      if (tag === 1) node.inputs.push(pbf.readString());
      else if (tag === 3) node.name = pbf.readString();
    },
    { name: '', inputs: [] },
  );
}

/** The same bytes where numbers of any width may begin. */
const aligned = (data: Uint8Array): ArrayBuffer => new Uint8Array(data).buffer;

function fromHalf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** A matrix in float as int8, with the factor of a column that its largest weight asks for. */
function quantized(values: Float32Array, inputs: number, outputs: number): Matrix {
  const factors = new Float32Array(outputs);
  values.forEach((value, index) => {
    const column = index % outputs;
    factors[column] = Math.max(factors[column] as number, Math.abs(value) / 127);
  });
  const weights = Int8Array.from(values, (value, index) =>
    Math.round(value / (factors[index % outputs] || 1)),
  );
  return { inputs, outputs, weights, factors };
}

/** Reads the file. Throws an error that says what is not as expected. */
export function readModelFile(file: Uint8Array): ModelFile {
  const tensors = new Map<string, Tensor>();
  const nodes = new Map<string, Node>();
  const pbf = new PbfReader(file);
  pbf.readFields((model) => {
    if (model !== 7) return;
    pbf.readMessage((tag) => {
      if (tag === 1) {
        const node = readNode(pbf);
        nodes.set(node.name, node);
      } else if (tag === 5) {
        const tensor = readTensor(pbf);
        tensors.set(tensor.name, tensor);
      }
    }, null);
  }, null);

  const size: Record<number, number> = { [float32]: 4, [int8]: 1, [float16]: 2 };
  function tensorOf(name: string): Tensor {
    const tensor = tensors.get(name);
    if (!tensor) throw new Error(`it has no table ${name}`);
    const expected = tensor.dims.reduce((product, each) => product * each, size[tensor.type] ?? 0);
    if (expected === tensor.data.length && expected > 0) return tensor;
    throw new Error(`its table ${name} has ${tensor.data.length} bytes instead of ${expected}`);
  }
  function floats(name: string): Float32Array {
    const { type, data } = tensorOf(name);
    if (type === float32) return new Float32Array(aligned(data));
    if (type === float16) return Float32Array.from(new Uint16Array(aligned(data)), fromHalf);
    throw new Error(`its table ${name} is not of numbers`);
  }
  function bytes(name: string): Int8Array {
    const { data } = tensorOf(name);
    return new Int8Array(data.buffer, data.byteOffset, data.length);
  }
  function constants(name: string): string[] {
    return (nodes.get(name)?.inputs ?? []).filter((input) => tensors.has(input));
  }
  function constantOf(name: string): Float32Array {
    const [constant] = constants(name);
    if (constant === undefined) throw new Error(`its node ${name} has no constant`);
    return floats(constant);
  }
  function matrix(name: string): Matrix {
    const node = nodes.has(name) ? name : `${name}_quant`;
    const constant = constants(node)[0] ?? `of ${name}`;
    const [inputs, outputs] = tensorOf(constant).dims as [number, number];
    if (node === name) return quantized(floats(constant), inputs, outputs);
    const factors = constantOf(`${node}_scales_mul`);
    return { inputs, outputs, weights: bytes(constant), factors };
  }
  return { has: (name) => tensors.has(name), floats, bytes, matrix, constantOf };
}
