export { gazetteerAt } from './gazetteer-at.ts';
export { GazetteerError } from './gazetteer-error.ts';
export { joinGazetteers, type OwnGazetteer } from './own-gazetteer.ts';
export { readGazetteer } from './read-gazetteer.ts';
export type { GazetteerFile } from './row.ts';
