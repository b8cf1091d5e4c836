// Contradictions in the ontology as data: what plover.json, acts.json and contexts.json say must fit
// together. Each finding is one sentence; none means that they do.

export interface OntologyEntry {
  readonly type: string;
  readonly quad: number;
  readonly intensity: number;
  readonly modes: Readonly<Record<string, number>>;
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

/** Intensities this near to zero may stand on either side: asking for help is no conflict. */
const neutral = 1;

const onWrongSide = (quad: number, intensity: number): boolean =>
  Math.abs(intensity) > neutral && quad > 0 && quad <= 2 !== intensity > 0;

function problemsOf(entry: OntologyEntry): string[] {
  const { type, quad, intensity, modes, definition, cameo, goldstein } = entry;
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
    ...(cameo.length > 0 ? [] : [`${type} has no CAMEO root.`]),
  ];
}

/** What contradicts what. */
export function checkOntology(
  entries: readonly OntologyEntry[],
  acts: readonly ActEntry[],
): string[] {
  const known = new Map(entries.map((entry) => [entry.type, entry]));
  const twice = entries.filter((entry, index) =>
    entries.slice(0, index).some(({ type }) => type === entry.type),
  );
  return [
    ...twice.map(({ type }) => `The type ${type} stands there twice.`),
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
