import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { joinGazetteers, readGazetteer } from '../../builder/gazetteer/index.ts';
import { recipeOf } from '../../cli/own-knowledge.ts';
import type { Extraction, SerializedGraph } from '../../schema/index.ts';
import { whowhom } from './whowhom.ts';

describe('command: --gazetteer', () => {
  let folder: string;
  const file = (name: string, content: string): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'whowhom-gazetteer-'));
    file('one.md', '---\npublished: 2015-03-01\n---\nAna Torres met the Green Circle on Monday.');
    file(
      'two.md',
      '---\npublished: 2003-03-01\n---\nAna Torres criticised the Green Circle again.',
    );
    file('actors.txt', 'ANA_TORRES_\n\t[KENELI 900101-130409]\n\t[KENGOV >130409]\n');
    file('rows.csv', 'name,type,wikidata\nGreen Circle,organization,Q5\n');
  });
  after(() => rmSync(folder, { recursive: true }));
  const at = (name: string): string => join(folder, name);
  const both = () => ['--gazetteer', at('actors.txt'), '--gazetteer', at('rows.csv')];

  it('is part of what an article was read with', () => {
    const recipe = (...rows: string[]): string => {
      const file = readGazetteer(['name,type', ...rows].join('\n'), 'rows.csv');
      return recipeOf({ ...joinGazetteers([file]), ontology: null });
    };
    expect(recipe('Green Circle,organization')).to.equal(recipe('Green Circle,organization'));
    expect(recipe('Green Circle,organization')).to.not.equal(recipe('Green Circle,group'));
  });

  it('extract reads with all files', async () => {
    const { code, out, err } = await whowhom('extract', at('one.md'), ...both());
    expect(err).to.equal('');
    expect(code).to.equal(0);
    const { entities } = JSON.parse(out) as Extraction;
    expect(entities.find((each) => each.name === 'Ana Torres')?.sectors).to.deep.equal(['GOV']);
    expect(entities.find((each) => each.name === 'Green Circle')?.identifiers).to.deep.equal({
      wikidata: 'Q5',
    });
  });

  for (const workers of ['1', '2']) {
    it(`add reads with them in ${workers} thread`, async () => {
      const db = at(`${workers}.db`);
      const articles = [at('one.md'), at('two.md')];
      const added = await whowhom('add', '--db', db, '--workers', workers, ...both(), ...articles);
      expect(added.err).to.equal('');
      expect(added.out).to.contain('2 added');
      const graph = JSON.parse((await whowhom('export', '--db', db)).out) as SerializedGraph;
      const torres = graph.nodes.find((node) => node.attributes?.name === 'Ana Torres');
      expect(torres?.attributes).to.deep.include({ sectors: ['ELI', 'GOV'], country: 'KEN' });
    });
  }

  const wrong: [string, string, RegExp][] = [
    ['bad.csv', 'name,country\nA Bo,KEN\nC Do,XYZ\n', /bad\.csv:3: Expected an ISO 3166-1.* XYZ/],
    ['bad.txt', 'A_BO\n\t[KENGOV >2001]\n', /bad\.txt:2: Expected a date/],
  ];
  for (const [name, content, message] of wrong) {
    it(`ends with 1 and the line on a bad ${name}`, async () => {
      const { code, out, err } = await whowhom(
        'extract',
        at('one.md'),
        '--gazetteer',
        file(name, content),
      );
      expect(code).to.equal(1);
      expect(out).to.equal('');
      expect(err.trim().split('\n')).to.have.length(1);
      expect(err)
        .to.match(/^whowhom: /)
        .and.to.match(message);
    });
  }

  it('ends with 1 where there is no such file', async () => {
    const { code, err } = await whowhom('extract', at('one.md'), '--gazetteer', at('none.csv'));
    expect(code).to.equal(1);
    expect(err).to.match(/none\.csv: Expected a file, found none/);
  });

  it('names doubtful rows, and counts where there are many', async () => {
    const rows = Array.from({ length: 30 }, (_, at) => `A Bo ${at % 2}`).join('\n');
    const path = file('twice.csv', `name\n${rows}\n`);
    const { code, err } = await whowhom('extract', at('one.md'), '--gazetteer', path);
    expect(code).to.equal(0);
    expect(err).to.contain('twice.csv:4: A Bo 0 stands in');
    expect(err).to.contain('and 8 more warnings');
  });
});
