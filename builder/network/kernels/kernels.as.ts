// The inner loops of the networks, in AssemblyScript: compiled to WebAssembly with its 128-bit
// vectors by `npm run kernels`, which writes binary.ts. Every pointer is a byte offset into the
// module's memory, every table is row by row. Only operations whose result WebAssembly fixes to the
// last bit are used, so that every machine computes the same.

/** Rows that the product takes at a time, and outputs; tables have room for whole groups of rows. */
const GROUP: i32 = 4;
const BLOCK: i32 = 8;

/**
 * Largest magnitude of a quantized state. The widest product (1,536 inputs, weights to ±127) then stays
 * inside 32 bits: 1,536 · 8,191 · 127 < 2³¹.
 */
const LARGEST: f32 = 8191;

@inline
function absoluteMax(states: usize, width: i32): f32 {
  let most = f32x4.splat(0);
  for (let at = states, end = states + (width << 2); at < end; at += 16) {
    most = f32x4.max(most, f32x4.abs(v128.load(at)));
  }
  return max(
    max(f32x4.extract_lane(most, 0), f32x4.extract_lane(most, 1)),
    max(f32x4.extract_lane(most, 2), f32x4.extract_lane(most, 3)),
  );
}

@inline
function whole(states: usize, factor: v128): v128 {
  return i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(v128.load(states), factor)));
}

/**
 * States [rows, width] → whole numbers of 16 bits, a scale for each row. Four rows lie together, so
 * that the product reads a pair of inputs of each from 16 bytes. `width` is a multiple of 4.
 */
export function quantize(states: usize, digits: usize, scales: usize, rows: i32, width: i32): void {
  const row = <usize>width << 2;
  for (let r = 0; r < rows; r += GROUP) {
    for (let member = 0; member < GROUP; member++) {
      store<f32>(scales + ((r + member) << 2), absoluteMax(states + member * row, width) / LARGEST);
    }
    const factors = f32x4.div(f32x4.splat(1), f32x4.max(v128.load(scales + (r << 2)), f32x4.splat(1e-30)));
    const factor0 = f32x4.splat(f32x4.extract_lane(factors, 0));
    const factor1 = f32x4.splat(f32x4.extract_lane(factors, 1));
    const factor2 = f32x4.splat(f32x4.extract_lane(factors, 2));
    const factor3 = f32x4.splat(f32x4.extract_lane(factors, 3));
    for (let end = states + row; states < end; states += 16) {
      const upper = i16x8.narrow_i32x4_s(whole(states, factor0), whole(states + row, factor1));
      const lower = i16x8.narrow_i32x4_s(whole(states + row * 2, factor2), whole(states + row * 3, factor3));
      v128.store(digits, v128.shuffle<i32>(upper, lower, 0, 2, 4, 6));
      v128.store(digits, v128.shuffle<i32>(upper, lower, 1, 3, 5, 7), 16);
      digits += 32;
    }
    states += row * 3;
  }
}

@inline
function put(sums: v128, scale: v128, factors: v128, bias: v128, out: usize): void {
  v128.store(out, f32x4.add(f32x4.mul(f32x4.mul(f32x4.convert_i32x4_s(sums), scale), factors), bias));
}

/**
 * Quantized rows × weights, which are packed in blocks of 8 outputs with the inputs in pairs: out[r, n] = Σ digits · weights · scales[r] · factors[n] + biases[n].
 * `inputs` is a multiple of 2, `outputs` of 8.
 */
export function multiply(
  digits: usize, scales: usize, weights: usize, factors: usize, biases: usize, out: usize,
  rows: i32, inputs: i32, outputs: i32,
): void {
  const bytes = <usize>inputs * (2 * GROUP);
  const row = <usize>outputs << 2;
  for (let n = 0; n < outputs; n += BLOCK) {
    const block = weights + n * inputs;
    const column = <usize>n << 2;
    for (let r = 0; r < rows; r += GROUP) {
      let at = digits + r * inputs * 2;
      let weight = block;
      let a0 = i32x4.splat(0), a1 = i32x4.splat(0), b0 = i32x4.splat(0), b1 = i32x4.splat(0);
      let c0 = i32x4.splat(0), c1 = i32x4.splat(0), d0 = i32x4.splat(0), d1 = i32x4.splat(0);
      for (const end = at + bytes; at < end; at += 16, weight += 16) {
        const left = v128.load_ext<i8>(weight), right = v128.load_ext<i8>(weight, 8);
        let pair = v128.load_splat<i32>(at);
        a0 = i32x4.add(a0, i32x4.dot_i16x8_s(pair, left));
        a1 = i32x4.add(a1, i32x4.dot_i16x8_s(pair, right));
        pair = v128.load_splat<i32>(at, 4);
        b0 = i32x4.add(b0, i32x4.dot_i16x8_s(pair, left));
        b1 = i32x4.add(b1, i32x4.dot_i16x8_s(pair, right));
        pair = v128.load_splat<i32>(at, 8);
        c0 = i32x4.add(c0, i32x4.dot_i16x8_s(pair, left));
        c1 = i32x4.add(c1, i32x4.dot_i16x8_s(pair, right));
        pair = v128.load_splat<i32>(at, 12);
        d0 = i32x4.add(d0, i32x4.dot_i16x8_s(pair, left));
        d1 = i32x4.add(d1, i32x4.dot_i16x8_s(pair, right));
      }
      const leftFactors = v128.load(factors + column), rightFactors = v128.load(factors + column, 16);
      const leftBiases = v128.load(biases + column), rightBiases = v128.load(biases + column, 16);
      const scale = scales + (r << 2);
      let to = out + r * row + column;
      put(a0, v128.load_splat<f32>(scale), leftFactors, leftBiases, to);
      put(a1, v128.load_splat<f32>(scale), rightFactors, rightBiases, to + 16);
      to += row;
      put(b0, v128.load_splat<f32>(scale, 4), leftFactors, leftBiases, to);
      put(b1, v128.load_splat<f32>(scale, 4), rightFactors, rightBiases, to + 16);
      to += row;
      put(c0, v128.load_splat<f32>(scale, 8), leftFactors, leftBiases, to);
      put(c1, v128.load_splat<f32>(scale, 8), rightFactors, rightBiases, to + 16);
      to += row;
      put(d0, v128.load_splat<f32>(scale, 12), leftFactors, leftBiases, to);
      put(d1, v128.load_splat<f32>(scale, 12), rightFactors, rightBiases, to + 16);
    }
  }
}

@inline
function onward(sum: v128, x: v128, coefficient: f32): v128 {
  return f32x4.add(f32x4.mul(sum, x), f32x4.splat(coefficient));
}

/**
 * GELU (Hendrycks & Gimpel 2016) in place: x times the normal distribution's share below x, which is
 * ½ + x·P(x²)/Q(x²) up to 4.5, fitted to 10⁻⁶, and constant beyond. `count` is a multiple of 4.
 */
export function gelu(states: usize, count: i32): void {
  for (let at = states, end = states + (count << 2); at < end; at += 16) {
    const state = v128.load(at);
    const x = f32x4.min(f32x4.max(state, f32x4.splat(-4.5)), f32x4.splat(4.5));
    const square = f32x4.mul(x, x);
    let over = f32x4.splat(3.367962470734315e-5);
    over = onward(over, square, 0.0038373420986320904);
    over = onward(over, square, 0.027112583485585567);
    over = onward(over, square, 0.39894384414810535);
    let under = f32x4.splat(0.0011739688395337056);
    under = onward(under, square, 0.023681027765841495);
    under = onward(under, square, 0.23465687087365356);
    under = onward(under, square, 1);
    const share = f32x4.div(f32x4.mul(x, over), under);
    v128.store(at, f32x4.mul(state, f32x4.add(share, f32x4.splat(0.5))));
  }
}

@inline
function total(sum: v128): f32 {
  return f32x4.extract_lane(sum, 0) + f32x4.extract_lane(sum, 1) +
    (f32x4.extract_lane(sum, 2) + f32x4.extract_lane(sum, 3));
}

/** states += more. `count` is a multiple of 4. */
export function add(states: usize, more: usize, count: i32): void {
  for (let end = states + (count << 2); states < end; states += 16, more += 16) {
    v128.store(states, f32x4.add(v128.load(states), v128.load(more)));
  }
}

/** Layer normalization (Ba et al. 2016) of each row, in place. */
export function normalize(
  states: usize, gains: usize, biases: usize, rows: i32, width: i32, epsilon: f32,
): void {
  const bytes = <usize>width << 2;
  for (let r = 0; r < rows; r++) {
    let sum = f32x4.splat(0);
    for (let at: usize = 0; at < bytes; at += 16) sum = f32x4.add(sum, v128.load(states + at));
    const mean = f32x4.splat(total(sum) / <f32>width);
    let squares = f32x4.splat(0);
    for (let at: usize = 0; at < bytes; at += 16) {
      const x = f32x4.sub(v128.load(states + at), mean);
      squares = f32x4.add(squares, f32x4.mul(x, x));
    }
    const factor = f32x4.splat(1 / sqrt<f32>(total(squares) / <f32>width + epsilon));
    for (let at: usize = 0; at < bytes; at += 16) {
      const x = f32x4.mul(f32x4.sub(v128.load(states + at), mean), factor);
      v128.store(states + at, f32x4.add(f32x4.mul(x, v128.load(gains + at)), v128.load(biases + at)));
    }
    states += bytes;
  }
}

/** eˣ for x ≤ 0 (the polynomial of Cephes); below −87 it is e⁻⁸⁷. */
@inline
function exponential(value: v128): v128 {
  const x = f32x4.max(value, f32x4.splat(-87));
  const halvings = f32x4.nearest(f32x4.mul(x, f32x4.splat(1.44269504088896341)));
  let rest = f32x4.sub(x, f32x4.mul(halvings, f32x4.splat(0.693359375)));
  rest = f32x4.add(rest, f32x4.mul(halvings, f32x4.splat(2.12194440e-4)));
  let sum = f32x4.splat(1.9875691500e-4);
  sum = onward(sum, rest, 1.3981999507e-3);
  sum = onward(sum, rest, 8.3334519073e-3);
  sum = onward(sum, rest, 4.1665795894e-2);
  sum = onward(sum, rest, 1.6666665459e-1);
  sum = onward(sum, rest, 5.0000001201e-1);
  sum = f32x4.add(f32x4.add(f32x4.mul(sum, f32x4.mul(rest, rest)), rest), f32x4.splat(1));
  const power = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(halvings), i32x4.splat(127)), 23);
  return f32x4.mul(sum, power);
}

/** Softmax in place of `length` scores times `scale`; the places behind them, up to `places`, become 0. */
@inline
function softmax(scores: usize, length: i32, places: usize, scale: f32): void {
  const end = scores + (<usize>length << 2);
  const stop = scores + places;
  for (let at = end; at < stop; at += 4) store<f32>(at, -Infinity);
  let most = v128.load(scores);
  for (let at = scores; at < stop; at += 16) most = f32x4.max(most, v128.load(at));
  const largest = f32x4.splat(max(
    max(f32x4.extract_lane(most, 0), f32x4.extract_lane(most, 1)),
    max(f32x4.extract_lane(most, 2), f32x4.extract_lane(most, 3)),
  ));
  let sum = f32x4.splat(0);
  for (let at = scores; at < stop; at += 16) {
    const below = f32x4.mul(f32x4.sub(v128.load(at), largest), f32x4.splat(scale));
    const share = exponential(below);
    v128.store(at, share);
    sum = f32x4.add(sum, share);
  }
  const factor = f32x4.splat(1 / total(sum));
  for (let at = scores; at < end; at += 16) v128.store(at, f32x4.mul(v128.load(at), factor));
  for (let at = end; at < stop; at += 4) store<f32>(at, 0);
}

/**
 * out[r, c] = Σ left[r, k] · right[k, c] for 4 rows and 8 columns. `leftRow`, `rightRow` and `outRow` are
 * the bytes from a row to the next.
 */
@inline
function tile(
  left: usize, leftRow: usize, right: usize, rightRow: usize, count: i32, out: usize, outRow: usize,
): void {
  let a0 = f32x4.splat(0), a1 = f32x4.splat(0), b0 = f32x4.splat(0), b1 = f32x4.splat(0);
  let c0 = f32x4.splat(0), c1 = f32x4.splat(0), d0 = f32x4.splat(0), d1 = f32x4.splat(0);
  const leftRow2 = leftRow * 2, leftRow3 = leftRow * 3;
  for (const end = left + (<usize>count << 2); left < end; left += 4, right += rightRow) {
    const r0 = v128.load(right), r1 = v128.load(right, 16);
    let x = v128.load_splat<f32>(left);
    a0 = f32x4.add(a0, f32x4.mul(x, r0));
    a1 = f32x4.add(a1, f32x4.mul(x, r1));
    x = v128.load_splat<f32>(left + leftRow);
    b0 = f32x4.add(b0, f32x4.mul(x, r0));
    b1 = f32x4.add(b1, f32x4.mul(x, r1));
    x = v128.load_splat<f32>(left + leftRow2);
    c0 = f32x4.add(c0, f32x4.mul(x, r0));
    c1 = f32x4.add(c1, f32x4.mul(x, r1));
    x = v128.load_splat<f32>(left + leftRow3);
    d0 = f32x4.add(d0, f32x4.mul(x, r0));
    d1 = f32x4.add(d1, f32x4.mul(x, r1));
  }
  v128.store(out, a0);
  v128.store(out, a1, 16);
  out += outRow;
  v128.store(out, b0);
  v128.store(out, b1, 16);
  out += outRow;
  v128.store(out, c0);
  v128.store(out, c1, 16);
  out += outRow;
  v128.store(out, d0);
  v128.store(out, d1, 16);
}

/**
 * Attention (Vaswani et al. 2017) inside one sentence. states [length, 3, heads, 32] hold query, key and
 * value → out [length, heads, 32]; four places are worked on at a time, so both have room for whole
 * groups of 4. `room` takes 36 numbers for each place, the places rounded up to 8.
 */
export function attend(states: usize, out: usize, room: usize, length: i32, heads: i32): void {
  const head: usize = 32 * 4;
  const part = <usize>heads * head;
  const row = part * 3;
  const places = <usize>((length + 7) & ~7) << 2;
  const scores = room + 32 * places;
  const scale: f32 = 0.1767766952966369; // 1 / √32
  memory.fill(room, 0, 32 * places);
  for (let h: usize = 0; h < part; h += head) {
    const keys = states + part + h;
    const values = keys + part;
    for (let place = 0; place < length; place++) {
      const key = keys + place * row;
      for (let index = 0; index < 32; index++) {
        store<f32>(room + index * places + (place << 2), load<f32>(key + (index << 2)));
      }
    }
    for (let place = 0; place < length; place += GROUP) {
      const query = states + h + place * row;
      for (let at: usize = 0; at < places; at += 32) {
        tile(query, row, room + at, places, 32, scores + at, places);
      }
      for (let member: usize = 0; member < 4; member++) {
        softmax(scores + member * places, length, places, scale);
      }
      const to = out + place * part + h;
      for (let column: usize = 0; column < head; column += 32) {
        tile(scores, places, values + column, row, length, to + column, part);
      }
    }
  }
}

/** out[r] = piece ids[r] + shape shapes[r] + position places[r]; pieces in int8 with a scale a row. */
export function embed(
  ids: usize, shapeIds: usize, places: usize, pieces: usize, scales: usize, shapes: usize,
  positions: usize, out: usize, rows: i32, width: i32,
): void {
  for (let r = 0; r < rows; r++) {
    const id = <usize>load<i32>(ids + (r << 2));
    let piece = pieces + id * width;
    let shape = shapes + ((<usize>load<i32>(shapeIds + (r << 2)) * width) << 2);
    let position = positions + ((<usize>load<i32>(places + (r << 2)) * width) << 2);
    const scale = v128.load_splat<f32>(scales + (id << 2));
    for (const end = piece + width; piece < end; piece += 4) {
      const four = i32x4.extend_low_i16x8_s(i16x8.extend_low_i8x16_s(v128.load_splat<i32>(piece)));
      const state = f32x4.mul(f32x4.convert_i32x4_s(four), scale);
      v128.store(out, f32x4.add(f32x4.add(state, v128.load(position)), v128.load(shape)));
      out += 16;
      shape += 16;
      position += 16;
    }
  }
}

/** out[w] += share · (states[first[w]] + states[last[w]]) / 2: what the pieces of a word say. */
export function addWords(
  states: usize, first: usize, last: usize, share: f32, out: usize, words: i32, width: i32,
): void {
  const factor = f32x4.splat(share * 0.5);
  const bytes = <usize>width << 2;
  for (let word = 0; word < words; word++) {
    let a = states + load<i32>(first + (word << 2)) * bytes;
    let b = states + load<i32>(last + (word << 2)) * bytes;
    for (const end = out + bytes; out < end; out += 16, a += 16, b += 16) {
      const sum = f32x4.mul(f32x4.add(v128.load(a), v128.load(b)), factor);
      v128.store(out, f32x4.add(v128.load(out), sum));
    }
  }
}

/** sums[u] += matrix[u] · vector, of `units` rows of `size` numbers; `size` is a multiple of 4. */
export function addProduct(matrix: usize, vector: usize, sums: usize, units: i32, size: i32): void {
  const row = <usize>size << 2;
  const end = sums + (<usize>units << 2);
  for (; sums + 16 <= end; sums += 16, matrix += row * 4) {
    let a = f32x4.splat(0), b = f32x4.splat(0), c = f32x4.splat(0), d = f32x4.splat(0);
    let weight = matrix;
    for (let at = vector, stop = vector + row; at < stop; at += 16, weight += 16) {
      const four = v128.load(at);
      a = f32x4.add(a, f32x4.mul(four, v128.load(weight)));
      b = f32x4.add(b, f32x4.mul(four, v128.load(weight + row)));
      c = f32x4.add(c, f32x4.mul(four, v128.load(weight + row * 2)));
      d = f32x4.add(d, f32x4.mul(four, v128.load(weight + row * 3)));
    }
    store<f32>(sums, load<f32>(sums) + total(a));
    store<f32>(sums, load<f32>(sums, 4) + total(b), 4);
    store<f32>(sums, load<f32>(sums, 8) + total(c), 8);
    store<f32>(sums, load<f32>(sums, 12) + total(d), 12);
  }
  for (; sums < end; sums += 4, matrix += row) {
    let sum = f32x4.splat(0);
    for (let at: usize = 0; at < row; at += 16) {
      sum = f32x4.add(sum, f32x4.mul(v128.load(vector + at), v128.load(matrix + at)));
    }
    store<f32>(sums, load<f32>(sums) + total(sum));
  }
}

/** sums += the rows of a table whose indexes are `rows`; `width` is a multiple of 4. */
export function addRows(table: usize, rows: usize, count: i32, sums: usize, width: i32): void {
  const bytes = <usize>width << 2;
  for (let end = rows + (<usize>count << 2); rows < end; rows += 4) {
    const row = table + <usize>load<i32>(rows) * bytes;
    for (let at: usize = 0; at < bytes; at += 16) {
      v128.store(sums + at, f32x4.add(v128.load(sums + at), v128.load(row + at)));
    }
  }
}

/** What is below zero becomes zero. `count` is a multiple of 4. */
export function rectify(values: usize, count: i32): void {
  for (let end = values + (<usize>count << 2); values < end; values += 16) {
    v128.store(values, f32x4.max(v128.load(values), f32x4.splat(0)));
  }
}
