export type { Passage, Span } from './act-words.ts';
export {
  type Classification,
  classify,
  classifyEvent,
  eventOf,
  type RankedType,
  type SentenceWithStates,
} from './classify-event.ts';
