export type { Passage, SentenceWithStates, Span } from './act-words.ts';
export { PassageError } from './check-passage.ts';
export {
  type Classification,
  classify,
  classifyEvent,
  eventOf,
  type RankedType,
} from './classify-event.ts';
export {
  eventInOntology,
  type Ontology,
  OntologyError,
  type OntologyType,
  type ReadyOntology,
  readOntology,
  stateOfAct,
  unmark,
} from './ontology.ts';
