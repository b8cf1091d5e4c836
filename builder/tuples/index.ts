export { findTuples } from './find-tuples.ts';
