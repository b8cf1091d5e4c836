// The layering of DESIGN.md as rules: what each folder may import, and why.

/** folder → [what it may import of ours, why] */
const allowed = {
  schema: [[], 'the words of the product stand on nothing'],
  sources: [['schema'], 'bytes become a Document and know nothing of what is read out of it'],
  builder: [['schema'], 'a pure function from Document to Statements'],
  graph: [['schema'], 'a view of statements, wherever they come from'],
  store: [['schema'], 'keeps records and judges nothing'],
  server: [['schema', 'sources', 'builder', 'graph', 'store'], 'HTTP over store and graph'],
  client: [['schema'], 'speaks to the server by HTTP; takes types only'],
  cli: [['schema', 'sources', 'builder', 'graph', 'store', 'server'], 'the composition root'],
};

const ours = Object.keys(allowed);
const anyOf = (folders) => `^(${folders.join('|')})/`;

const layers = ours.map((folder) => {
  const forbidden = ours.filter((other) => other !== folder && !allowed[folder][0].includes(other));
  return {
    name: `${folder}-imports`,
    comment: `${folder}/ may import ${allowed[folder][0].join(', ') || 'nothing of ours'}: ${allowed[folder][1]}.`,
    severity: 'error',
    from: { path: `^${folder}/` },
    to: { path: anyOf([...forbidden, 'test', 'bench', 'graph-data']) },
  };
});

const insides = ours.map((folder) => ({
  name: `${folder}-by-its-index`,
  comment: `Other folders see ${folder}/ by its index.ts alone, so that its insides can change.`,
  severity: 'error',
  from: { path: anyOf(ours.filter((other) => other !== folder)) },
  to: { path: `^${folder}/`, pathNot: `^${folder}/index\\.ts$` },
}));

export default {
  forbidden: [
    ...layers,
    ...insides,
    {
      name: 'builder-stages-apart',
      comment:
        'Two stages of the builder meet only through a type in schema/; all may read the lexicon, ' +
        'the networks and who speaks the quotations.',
      severity: 'error',
      from: { path: '^builder/([^/]+)/' },
      to: {
        path: '^builder/',
        pathNot: ['^builder/$1/', '^builder/(lexicon|network|quotations)/index\\.ts$'],
      },
    },
    {
      name: 'builder-is-pure',
      comment:
        'The builder reads no file, clock, network or environment: it runs in a browser too.',
      severity: 'error',
      from: { path: '^builder/', pathNot: '^builder/.*/generate-' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'client-takes-types-only',
      comment: 'The viewer is a program of its own; what it shares with the server are types.',
      severity: 'error',
      from: { path: '^client/' },
      to: { path: '^schema/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-circular',
      comment: 'A cycle is two files that should be one or three.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'not-to-test',
      comment: 'The product does not know its tests.',
      severity: 'error',
      from: { pathNot: '^(test|bench)/' },
      to: { path: '^test/' },
    },
    {
      name: 'no-dev-dependency',
      comment: "What runs on a user's machine is a dependency, not a development one.",
      severity: 'error',
      from: {
        path: anyOf(['schema', 'sources', 'builder', 'graph', 'store', 'server', 'cli']),
        pathNot: 'generate',
      },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'resolvable',
      comment: 'An import that does not resolve is a mistake.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
    exclude: { path: '\\.d\\.ts$' },
  },
};
