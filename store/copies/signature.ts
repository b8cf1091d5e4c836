// Near-duplicates: the same article in several papers, cut, reordered or with another headline.
// A text is the set of its runs of four words (shingles); two texts are alike by the share of
// shingles that they have in common. MinHash finds likely pairs without comparing all: texts that
// agree in one band of their signatures are compared. Broder, "On the resemblance and containment
// of documents" (1997); bands as in Leskovec et al., "Mining of Massive Datasets", chapter 3.

import { searchText } from '../search-text.ts';

/** Words in a shingle. */
const shingleLength = 4;
/** Signatures of 24 bands of 3: at a resemblance of 0.5 a pair is missed once in 25, at 0.6 once in 300. */
const bandCount = 24;
const bandLength = 3;
/** Copies share at least half of all their shingles. */
export const threshold = 0.5;
/** Texts of fewer shingles are copies only where all are the same; of fewer than the other, never. */
const shortText = 30;
const leastText = 5;

/** What of a text is compared. */
export interface Fingerprint {
  /** Hashes of the shingles, sorted, each once. */
  readonly shingles: Uint32Array;
  /** One number a band; texts that share one are compared. */
  readonly bands: readonly number[];
}

/** FNV-1a over UTF-16 code units, 32 bits. */
function hashOf(text: string, seed = 0x811c9dc5): number {
  let hash = seed;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/** Mixes a number so that every bit depends on every other: the end of MurmurHash3. */
function mixed(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

const seeds = Uint32Array.from({ length: bandCount * bandLength }, (_, index) => mixed(index + 1));

function shinglesOf(text: string): Uint32Array {
  const words = searchText(text).split(' ').filter(Boolean);
  const hashes = words.map((word) => hashOf(word));
  const shingles = new Set<number>();
  for (let start = 0; start + shingleLength <= hashes.length; start++) {
    let hash = 0;
    for (let index = start; index < start + shingleLength; index++) {
      hash = mixed(Math.imul(hash, 31) + (hashes[index] as number));
    }
    shingles.add(hash);
  }
  return Uint32Array.from(shingles).sort();
}

/** The least of the shingles, each under as many orders as the signature has numbers. */
function signatureOf(shingles: Uint32Array): Uint32Array {
  const least = new Uint32Array(seeds.length).fill(0xffffffff);
  for (const shingle of shingles) {
    for (let index = 0; index < seeds.length; index++) {
      const hash = Math.imul(shingle ^ (seeds[index] as number), 0x9e3779b1) >>> 0;
      if (hash < (least[index] as number)) least[index] = hash;
    }
  }
  return least;
}

function bandsOf(shingles: Uint32Array): number[] {
  if (shingles.length < leastText) return [];
  if (shingles.length < shortText) return [shingles.reduce((hash, each) => mixed(hash ^ each), 7)];
  const signature = signatureOf(shingles);
  return Array.from({ length: bandCount }, (_, band) => {
    let hash = band + 1;
    for (let row = 0; row < bandLength; row++) {
      hash = mixed(Math.imul(hash, 31) + (signature[band * bandLength + row] as number));
    }
    return hash;
  });
}

export function fingerprintOfText(text: string): Fingerprint {
  const shingles = shinglesOf(text);
  return { shingles, bands: bandsOf(shingles) };
}

/** The share of all their shingles that two texts have in common, from 0 to 1. */
export function resemblance(a: Fingerprint, b: Fingerprint): number {
  let [i, j, common] = [0, 0, 0];
  while (i < a.shingles.length && j < b.shingles.length) {
    const [x, y] = [a.shingles[i] as number, b.shingles[j] as number];
    if (x === y) common += 1;
    if (x <= y) i += 1;
    if (y <= x) j += 1;
  }
  const all = a.shingles.length + b.shingles.length - common;
  return all === 0 ? 0 : common / all;
}

/** Whether two texts that share a band are copies of one another. */
export function areAlike(a: Fingerprint, b: Fingerprint): boolean {
  const short = Math.min(a.shingles.length, b.shingles.length) < shortText;
  return resemblance(a, b) >= (short ? 1 : threshold);
}
