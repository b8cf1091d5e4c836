// A user's own types: read from YAML or JSON, checked line by line, and told apart by how near an
// act stands to their example phrases ("[The frigate] {called at} <Djibouti>.").

import { isMap, LineCounter, parseDocument, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Event, Quad } from '../../schema/index.ts';
import { eventTypes } from '../lexicon/index.ts';
import { actState, nearness } from './act-state.ts';
import { actWords, type Passage, type SentenceWithStates, type Span } from './act-words.ts';

export interface OntologyType {
  readonly type: string;
  readonly quad: Quad;
  readonly intensity: number | null;
  readonly examples: readonly { readonly text: string; readonly passage: Passage }[];
}

export interface Ontology {
  /** Name of the scheme, which events carry. */
  readonly scheme: string;
  /** Whether PLOVER answers where none of these types is near enough. */
  readonly beside: boolean;
  readonly types: readonly OntologyType[];
  /** Quad classes that take the place of PLOVER's own, by its type. */
  readonly quads: Readonly<Record<string, Quad>>;
}

/** An ontology whose examples have been parsed. */
export interface ReadyOntology extends Ontology {
  readonly known: readonly { readonly type: OntologyType; readonly state: Float32Array }[];
}

/** An ontology file that cannot be used; says the line, what is wrong and what is expected. */
export class OntologyError extends Error {
  override readonly name = 'OntologyError';
}

const quadClasses: readonly unknown[] = [0, 1, 2, 3, 4];
const isQuad = (value: unknown): value is Quad => quadClasses.includes(value);

const marks = { '[': ']', '{': '}', '<': '>' } as const;

/** "[Kenya] {met} <Uganda>." as plain text with the spans that the marks enclose. */
export function unmark(marked: string): { text: string; passage: Passage } {
  const spans = new Map<string, Span>();
  let [text, opened] = ['', new Map<string, number>()];
  for (const character of marked) {
    const opening = Object.entries(marks).find(([, close]) => close === character)?.[0];
    if (character in marks) opened = new Map([...opened, [character, text.length]]);
    else if (opening === undefined) text += character;
    else if (!spans.has(opening)) {
      spans.set(opening, { start: opened.get(opening) ?? 0, end: text.length });
    }
  }
  const span = (mark: string): Span | null => spans.get(mark) ?? null;
  return { text, passage: { source: span('['), relation: span('{'), target: span('<') } };
}

type Fail = (offset: number, problem: string) => never;

/** The map under `quads`: a quad class by PLOVER type. */
function readQuads(given: unknown, fail: Fail): Record<string, Quad> {
  if (given === undefined) return {};
  if (!isMap<Scalar<string>>(given)) {
    const at = (given as { range?: [number] } | null)?.range?.[0] ?? 0;
    return fail(at, 'expected "quads" to be a map such as "SANCTION: 3".');
  }
  const quads = given.toJSON() as Record<string, unknown>;
  for (const { key } of given.items) {
    const [type, at] = [String(key.value), key.range?.[0] ?? 0];
    if (!eventTypes.has(type)) {
      fail(at, `quads: PLOVER has no type ${type}; it has ${[...eventTypes.keys()].join(', ')}.`);
    }
    const quad = quads[type];
    if (!isQuad(quad)) fail(at, `quads: ${type} has the quad ${quad}; expected 0, 1, 2, 3 or 4.`);
  }
  return quads as Record<string, Quad>;
}

/** Reads an ontology file. Throws an OntologyError at the first thing that is wrong. */
export function readOntology(file: string): Ontology {
  const lines = new LineCounter();
  const document = parseDocument(file, { lineCounter: lines });
  const fail: Fail = (offset, problem) => {
    throw new OntologyError(`Ontology, line ${lines.linePos(offset).line}: ${problem}`);
  };
  const [broken] = document.errors;
  if (broken) fail(broken.pos[0], broken.message.split('\n')[0] ?? 'not readable as YAML.');
  const list = document.get('types') as YAMLSeq<YAMLMap> | undefined;
  const scheme = document.get('scheme');
  if (typeof scheme !== 'string') fail(0, 'expected "scheme", the name of the ontology.');
  const givenQuads = document.get('quads', true);
  const quads = readQuads(givenQuads, fail);
  if (!list?.items?.length && givenQuads === undefined) {
    fail(0, 'expected "types", a list with at least one type, or "quads".');
  }
  const seen = new Map<string, number>();
  const types = (list?.items ?? []).map((item): OntologyType => {
    const at = item.range?.[0] ?? 0;
    const entry = item.toJSON() as Record<string, unknown>;
    const { type, quad, intensity = null, examples } = entry;
    if (typeof type !== 'string' || !type) return fail(at, 'a type has no name ("type: …").');
    const before = seen.get(type);
    if (before !== undefined) return fail(at, `the type ${type} stands in line ${before} already.`);
    seen.set(type, lines.linePos(at).line);
    if (!isQuad(quad)) {
      return fail(at, `${type} has the quad ${quad}; expected 0, 1, 2, 3 or 4.`);
    }
    if (intensity !== null && !(typeof intensity === 'number' && Math.abs(intensity) <= 10)) {
      return fail(at, `${type} has the intensity ${intensity}; expected a number from -10 to 10.`);
    }
    if (!Array.isArray(examples) || examples.length === 0) {
      return fail(
        at,
        `${type} has no examples; expected phrases such as "[Kenya] {met} <Uganda>."`,
      );
    }
    const phrases = examples.map((each) => unmark(String(each)));
    if (phrases.some(({ passage }) => !passage.relation)) {
      return fail(at, `an example of ${type} does not mark its act with braces: "{met}".`);
    }
    return { type, quad, intensity: intensity as number | null, examples: phrases };
  });
  const beside = types.length === 0 || document.get('beside') === true;
  return { scheme: scheme as string, beside, types, quads };
}

/** The state of the act in a sentence. */
export function stateOfAct(sentence: SentenceWithStates, passage: Passage): Float32Array {
  return actState(sentence.states, actWords(sentence.tokens, passage));
}

/** Least nearness at which an act is of a type; set by the cases of `test/builder/ontology.test.ts`. */
const nearEnough = 0.6;

/** The event of an act in a user's types: that of the nearest example, if it is near enough. */
export function eventInOntology(
  ontology: ReadyOntology,
  sentence: SentenceWithStates,
  passage: Passage,
): Event {
  const state = stateOfAct(sentence, passage);
  const [nearest] = ontology.known
    .map(({ type, state: example }) => ({ type, near: nearness(state, example) }))
    .sort((a, b) => b.near - a.near);
  const fits = nearest !== undefined && nearest.near >= nearEnough;
  return {
    scheme: ontology.scheme,
    type: fits ? nearest.type.type : null,
    mode: null,
    context: [],
    quad: fits ? nearest.type.quad : 0,
    intensity: fits ? nearest.type.intensity : null,
    rule: fits ? `nearest example, ${nearest.near.toFixed(2)}` : 'abstained: no example is near',
  };
}
