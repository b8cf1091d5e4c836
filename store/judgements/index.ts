export {
  type Canonical,
  canonicalEntities,
  givenName,
  membersOf,
} from './canonical.ts';
export { judgementOf, unknownSubject } from './new-judgement.ts';
export { type Judged, judged, withCanonical } from './overlay.ts';
