export { type Candidate, originalOf, reachable } from './originals.ts';
export {
  areAlike,
  type Fingerprint,
  fingerprintOfText,
  resemblance,
  threshold,
} from './signature.ts';
