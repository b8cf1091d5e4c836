import { expect } from 'chai';
import { schemas, validate } from '../../schema/index.ts';

const document = {
  id: `doc_${'0'.repeat(24)}`,
  url: null,
  title: null,
  description: null,
  publisher: null,
  author: null,
  language: 'en',
  published: '2022-03-07',
  retrieved: null,
  mediaType: 'text/plain',
  contentHash: `sha256:${'0'.repeat(64)}`,
  duplicateOf: null,
  text: 'A met B.',
};

describe('schema: validate', () => {
  it('accepts a document', () => {
    expect(validate('document', document).ok).to.equal(true);
  });

  const wrong: [what: string, value: unknown, pointer: string, says: RegExp][] = [
    ['no object', 'text', '', /must be object/],
    ['a missing property', { ...document, text: undefined }, '', /text/],
    ['an unknown property', { ...document, extra: 1 }, '', /extra/],
    ['an id that is a name', { ...document, id: 'constructor' }, '/id', /Hash of the URL/],
    ['a date in words', { ...document, published: 'Monday' }, '/published', /ISO 8601 date/],
    ['a URL that is none', { ...document, url: 'not a url' }, '/url', /uri/],
  ];
  for (const [what, value, pointer, says] of wrong) {
    it(`refuses ${what} and says where`, () => {
      const result = validate('document', value);
      expect(result.ok).to.equal(false);
      if (result.ok) return;
      expect(result.errors[0]?.pointer).to.equal(pointer);
      expect(result.errors.map((error) => error.detail).join()).to.match(says);
    });
  }

  it('has a schema with a title and a description for every concept', () => {
    for (const schema of Object.values(schemas)) {
      expect(schema.$schema).to.equal('https://json-schema.org/draft/2020-12/schema');
      expect(schema.title).to.match(/^[A-Z]/);
      expect(schema.description).to.match(/\.$/);
    }
  });
});
