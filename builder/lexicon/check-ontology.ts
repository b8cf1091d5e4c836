// Contradictions in the ontology as data: what plover.json, acts.json and contexts.json say must fit
// together. Each finding is one sentence; none means that they do.

export interface OntologyEntry {
  readonly type: string;
  readonly quad: number;
  readonly intensity: number;
  readonly modes: Readonly<Record<string, number>>;
  /** What each mode means. */
  readonly means: Readonly<Record<string, string>>;
  readonly definition: string;
  readonly cameo: readonly string[];
  readonly goldstein: number;
}

export interface ActEntry {
  readonly lemma: string;
  readonly pos: string;
  readonly type: string | null;
  readonly mode: string | null;
}

export interface ContextEntry {
  readonly context: string;
  readonly definition: string;
  readonly words: readonly string[];
}

/** Intensities this near to zero may stand on either side: asking for help is no conflict. */
const neutral = 1;

const onWrongSide = (quad: number, intensity: number): boolean =>
  Math.abs(intensity) > neutral && quad > 0 && quad <= 2 !== intensity > 0;

function problemsOf(entry: OntologyEntry): string[] {
  const { type, quad, intensity, modes, means, definition, cameo, goldstein } = entry;
  const values: [string, number][] = [[type, intensity], ...Object.entries(modes)];
  return [
    ...([1, 2, 3, 4].includes(quad) ? [] : [`${type} has the quad ${quad}; expected 1 to 4.`]),
    ...values.flatMap(([name, value]) =>
      Math.abs(value) > 10 ? [`${type}, ${name}: intensity ${value} is not from -10 to 10.`] : [],
    ),
    ...values.flatMap(([name, value]) =>
      onWrongSide(quad, value)
        ? [`${type}, ${name}: intensity ${value} does not fit quad ${quad}.`]
        : [],
    ),
    ...(onWrongSide(quad, goldstein)
      ? [`${type}: Goldstein ${goldstein} does not fit quad ${quad}.`]
      : []),
    ...(definition ? [] : [`${type} has no definition.`]),
    ...Object.keys(modes).flatMap((mode) =>
      means[mode] ? [] : [`${type}, ${mode}: the mode has no definition.`],
    ),
    ...Object.keys(means).flatMap((mode) =>
      mode in modes ? [] : [`${type}, ${mode}: a definition of no mode.`],
    ),
    ...(cameo.length > 0 ? [] : [`${type} has no CAMEO root.`]),
  ];
}

const twiceIn = (names: readonly string[]): string[] => [
  ...new Set(names.filter((name, index) => names.indexOf(name) !== index)),
];

function problemsOfContexts(contexts: readonly ContextEntry[]): string[] {
  return [
    ...twiceIn(contexts.map(({ context }) => context)).map(
      (context) => `The context ${context} stands there twice.`,
    ),
    ...contexts.flatMap(({ context, definition, words }) => [
      ...(definition ? [] : [`The context ${context} has no definition.`]),
      ...(words.length > 0 ? [] : [`The context ${context} has no words.`]),
      ...twiceIn(words).map((word) => `The context ${context} has the word "${word}" twice.`),
      ...words
        .filter((word) => word !== word.toLowerCase() || word.split(' ').length > 3)
        .map(
          (word) => `"${word}" of ${context} is never found: expected one to three small words.`,
        ),
    ]),
  ];
}

/** What contradicts what. */
export function checkOntology(
  entries: readonly OntologyEntry[],
  acts: readonly ActEntry[],
  contexts: readonly ContextEntry[] = [],
): string[] {
  const known = new Map(entries.map((entry) => [entry.type, entry]));
  return [
    ...twiceIn(entries.map(({ type }) => type)).map(
      (type) => `The type ${type} stands there twice.`,
    ),
    ...problemsOfContexts(contexts),
    ...entries.flatMap(problemsOf),
    ...acts.flatMap(({ lemma, type, mode }) => {
      const entry = type === null ? undefined : known.get(type);
      if (type !== null && !entry)
        return [`"${lemma}" has the type ${type}, which nobody defines.`];
      if (mode === null || (entry && mode in entry.modes)) return [];
      return [`"${lemma}" has the mode ${mode}, which ${type ?? 'no type'} does not have.`];
    }),
  ];
}
