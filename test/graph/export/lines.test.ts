// The forms with one record a line: PLOVER, FollowTheMoney and GDELT by ajv and a TSV reader, and Cypher
// by a reader of its literals.

import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'chai';
import Papa from 'papaparse';
import { serializeGraph } from '../../../graph/index.ts';
import { records, textOf } from './records.ts';

const ajv = new Ajv2020({ allErrors: true });
const linesOf = (text: string) =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

const text = { type: 'string' };
const maybe = { type: ['string', 'null'] };
const actors = {
  type: 'array',
  items: {
    type: 'object',
    required: ['code', 'sector', 'entity_text', 'identifier_id', 'identifier_text'],
    properties: { code: text, sector: { type: 'array', items: text }, entity_text: text },
  },
};

describe('export as PLOVER', () => {
  const valid = ajv.compile({
    type: 'object',
    required: ['id', 'date', 'actor', 'recipient', 'event', 'quad_code', 'text', 'text_info'],
    properties: {
      id: text,
      date: maybe,
      enddate: maybe,
      actor: { ...actors, minItems: 1 },
      recipient: actors,
      event: { type: 'array', minItems: 1, items: text },
      mode: { type: 'array', items: text },
      context: { type: 'array', items: text },
      quad_code: { enum: [0, 1, 2, 3, 4] },
      event_scale: { type: ['number', 'null'], minimum: -10, maximum: 10 },
      text: { type: 'string', minLength: 1 },
      text_info: { type: 'object', required: ['sequence', 'start', 'end'] },
      cite_info: { type: 'object', required: ['corpus', 'citation', 'url', 'title', 'language'] },
      coder: text,
    },
  });

  it('has a line for each statement with a type', async () => {
    const lines = linesOf(await textOf('plover', 'statements'));
    for (const line of lines) expect(valid(line), JSON.stringify(valid.errors)).to.equal(true);
    const typed = records.statements.filter((statement) => statement.event?.type);
    expect(lines.map((line) => line.id)).to.have.members(typed.map((each) => each.id));
    for (const line of lines) {
      const statement = typed.find((each) => each.id === line.id);
      expect(line.event).to.deep.equal([statement?.event?.type]);
      expect(line.text).to.equal(statement?.evidence.exact);
    }
  });
});

describe('export as FollowTheMoney', () => {
  const valid = ajv.compile({
    type: 'object',
    additionalProperties: false,
    required: ['id', 'schema', 'properties'],
    properties: {
      // What the reader of FollowTheMoney takes for an id.
      id: { type: 'string', pattern: '^[0-9A-Za-z]([0-9A-Za-z.-]*[0-9A-Za-z])?$' },
      schema: {
        enum: [
          'PublicBody',
          'Person',
          'Organization',
          'LegalEntity',
          'Article',
          'UnknownLink',
          'Event',
        ],
      },
      properties: {
        type: 'object',
        additionalProperties: {
          type: 'array',
          minItems: 1,
          items: { type: 'string', minLength: 1 },
        },
      },
    },
  });

  for (const view of ['statements', 'relations'] as const) {
    it(`has entities and links of the ${view} view that refer to what is there`, async () => {
      const lines = linesOf(await textOf('ftm', view));
      const ids = new Set(lines.map((line) => line.id));
      expect(ids.size).to.equal(lines.length);
      for (const line of lines) {
        expect(valid(line), JSON.stringify(valid.errors)).to.equal(true);
        const { subject = [], object = [], involved = [], proof = [] } = line.properties;
        for (const id of [...subject, ...object, ...involved, ...proof]) {
          expect(ids.has(id), id).to.equal(true);
        }
      }
      const links = lines.filter((line) => line.schema === 'UnknownLink');
      expect(links).to.have.lengthOf(serializeGraph(records, { view }).edges.length);
      const countries = lines.flatMap((line) => line.properties.country ?? []);
      expect(new Set(countries)).to.deep.equal(new Set(['cn']));
    });
  }
});

describe('export as GDELT mentions', () => {
  it('has sixteen columns and a line for each statement', async () => {
    const { data, errors } = Papa.parse<string[]>(await textOf('gdelt', 'statements'), {
      delimiter: '\t',
      quoteChar: '\u0000',
      skipEmptyLines: true,
    });
    expect(errors).to.deep.equal([]);
    expect(data.map((row) => row[0])).to.have.members(records.statements.map((each) => each.id));
    for (const row of data) {
      expect(row).to.have.lengthOf(16);
      const statement = records.statements.find((each) => each.id === row[0]);
      expect(row[1]).to.match(/^(\d{14})?$/);
      expect(Number(row[7])).to.equal(statement?.source.start);
      expect(Number(row[8])).to.equal(statement?.target?.start ?? -1);
      expect(row[13]).to.equal(String(statement?.event?.intensity ?? ''));
    }
  });
});

/** The statements of a script and the texts in them, read by the rules of openCypher for literals. */
function readCypher(script: string): { statements: number; texts: string[] } {
  const texts: string[] = [];
  const bare = script.replace(/'(?:[^'\\]|\\(?:['\\nrt]|u[0-9a-f]{4}))*'/g, (literal) => {
    texts.push(
      JSON.parse(`"${literal.slice(1, -1).replaceAll("\\'", "'").replaceAll('"', '\\"')}"`),
    );
    return 'TEXT';
  });
  expect(bare).to.not.match(/['"\\`]/);
  return { statements: bare.split(';').length - 1, texts };
}

describe('export as Cypher', () => {
  for (const view of ['statements', 'relations'] as const) {
    it(`has every node and edge of the ${view} view as literals that end where they should`, async () => {
      const { statements, texts } = readCypher(await textOf('cypher', view));
      expect(statements).to.equal(3);
      const graph = serializeGraph(records, { view });
      for (const { key, attributes } of graph.nodes) {
        expect(texts).to.include(key);
        expect(texts).to.include(attributes.name);
      }
      for (const { key } of graph.edges) expect(texts).to.include(key);
      if (view !== 'statements') return;
      const quotes = records.statements.flatMap((each) => (each.target ? each.evidence.exact : []));
      expect(texts).to.include.members(quotes);
    });
  }
});
