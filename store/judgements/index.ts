export {
  type Canonical,
  canonicalEntities,
  givenName,
  membersOf,
} from './canonical.ts';
export { type Ends, mergePart, type Split, splitOf } from './merge-parts.ts';
export { judgementOf, unknownSubject } from './new-judgement.ts';
export { type Judged, judged, withCanonical } from './overlay.ts';
