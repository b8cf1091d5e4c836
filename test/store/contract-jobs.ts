// The contract of a store, third part: the queue. Times are made up: no test waits.

import { expect } from 'chai';
import { validate } from '../../schema/index.ts';
import type { Lease, LeaseOptions, Store } from '../../store/index.ts';
import { extractions } from './articles.ts';
import { everything, pages } from './reading.ts';

const [harbour, fish] = extractions as [(typeof extractions)[0], (typeof extractions)[0]];
const minute = 60_000;
const noon = Date.UTC(2024, 2, 1, 12);

export function jobContract(openEmpty: () => Promise<Store>): void {
  let store: Store;
  beforeEach(async () => {
    store = await openEmpty();
  });
  afterEach(() => store.close());

  const enqueue = (...keys: string[]) =>
    store.enqueue(
      keys.map((key) => ({ key, name: `file ${key}`, payload: { key } })),
      noon,
    );
  const lease = (given: Partial<LeaseOptions> = {}) =>
    store.lease({ by: 'host 1', now: noon, duration: minute, ...given });
  const held = async (given: Partial<LeaseOptions> = {}): Promise<Lease> => {
    const found = await lease(given);
    if (!found) throw new Error('There is no job to lease.');
    return found;
  };
  const of = ({ job, fence }: Lease, now = noon) => ({ id: job.id, fence, now });

  it('gives jobs in their order, each to one worker', async () => {
    await enqueue('a', 'b');
    const names = [(await held()).job.name, (await held({ by: 'host 2' })).job.name];
    expect(names).to.deep.equal(['file a', 'file b']);
    expect(await lease()).to.equal(null);
    expect((await store.stats()).queue).to.deep.equal({
      queued: 0,
      building: 2,
      done: 0,
      failed: 0,
    });
  });

  it('takes the same key as the same job', async () => {
    const [first] = await enqueue('a');
    const [again] = await enqueue('a');
    expect(again).to.deep.equal(first);
    const leased = await held();
    await enqueue('a');
    expect(await lease()).to.equal(null);
    await store.finish(of(leased), harbour);
    const [anew] = await enqueue('a');
    expect(anew).to.include({ id: first?.id, state: 'queued', attempts: 0, result: null });
    expect((await store.jobs()).total).to.equal(1);
  });

  it('keeps the statements and ends the job at once', async () => {
    await enqueue('a');
    const leased = await held();
    expect(await store.finish(of(leased, noon + 5), harbour)).to.equal('added');
    expect(await store.job(leased.job.id)).to.deep.include({
      state: 'done',
      document: harbour.document.id,
      result: 'added',
      statements: 3,
      finishedAt: '2024-03-01T12:00:00.005Z',
    });
    expect((await store.documents()).total).to.equal(1);
  });

  it('lets only the latest lease finish', async () => {
    await enqueue('a');
    const slow = await held();
    const quick = await held({ by: 'host 2', now: noon + minute });
    expect(quick.fence).to.be.greaterThan(slow.fence);
    expect(await store.renew(of(slow), minute)).to.equal(false);
    expect(await store.finish(of(slow), harbour)).to.equal(null);
    expect(await store.fail(of(slow), 'Too late.')).to.equal(false);
    expect(await store.isEmpty()).to.equal(true);
    expect(await store.finish(of(quick), fish)).to.equal('added');
    expect(await store.finish(of(quick), harbour)).to.equal(null);
    expect((await store.documents()).total).to.equal(1);
  });

  const moments: [string, number, boolean][] = [
    ['within its time', noon + minute - 1, false],
    ['when its time is over', noon + minute, true],
    ['when the clock went back a little', noon - minute / 2, false],
    ['when the clock went back by hours', noon - 120 * minute, true],
  ];
  for (const [moment, now, free] of moments) {
    it(`a job is ${free ? 'free' : 'held'} ${moment}`, async () => {
      await enqueue('a');
      await held();
      expect((await lease({ by: 'host 2', now })) !== null).to.equal(free);
    });
  }

  it('is held longer when it is renewed', async () => {
    await enqueue('a');
    const leased = await held();
    expect(await store.renew(of(leased, noon + 50_000), minute)).to.equal(true);
    expect(await lease({ now: noon + minute })).to.equal(null);
    expect(await lease({ now: noon + 2 * minute })).to.not.equal(null);
  });

  it('says why a job failed, and tries it again when asked', async () => {
    await enqueue('a', 'b');
    const leased = await held();
    expect(await store.fail(of(leased), 'No “actor” in it.')).to.equal(true);
    const failed = { state: 'failed', reason: 'No “actor” in it.', attempts: 1 };
    expect(await store.job(leased.job.id)).to.deep.include(failed);
    expect((await store.jobs({ state: 'failed' })).items).to.have.lengthOf(1);
    expect(await store.retry(noon, ['job_0'])).to.equal(0);
    expect(await store.retry(noon)).to.equal(1);
    expect(await store.job(leased.job.id)).to.deep.include({ state: 'queued', reason: null });
  });

  it('takes back what a worker gives back, or one that is gone had', async () => {
    await enqueue('a', 'b');
    const one = await held({ by: 'host 1' });
    await held({ by: 'host 2' });
    expect(await store.release(of(one))).to.equal(true);
    expect(await store.reclaim((by) => by === 'host 2')).to.equal(1);
    expect(await store.reclaim(() => true)).to.equal(0);
    expect((await store.stats()).queue).to.include({ queued: 2, building: 0 });
  });

  it('gives a worker the jobs of its queue alone', async () => {
    const job = { key: 'a', name: 'a', payload: null };
    await store.enqueue([job, { ...job, queue: 'other' }], noon);
    expect((await store.jobs()).total).to.equal(2);
    expect(await lease({ queue: 'third' })).to.equal(null);
    expect(await lease({ queue: 'other' })).to.not.equal(null);
    expect(await lease()).to.not.equal(null);
    expect(await lease()).to.equal(null);
  });

  it('lists jobs newest first, page by page', async () => {
    await enqueue('a', 'b', 'c');
    const whole = await store.jobs();
    expect(whole.items.map(({ name }) => name)).to.deep.equal(['file c', 'file b', 'file a']);
    expect(validate('jobList', whole)).to.include({ ok: true });
    expect(await pages((cursor) => store.jobs({ limit: 2, cursor }))).to.deep.equal(whole.items);
  });

  it('changes nothing of what is read while jobs wait', async () => {
    await store.add(fish);
    const before = [await everything(store), await store.revision()];
    await enqueue('a', 'b');
    await store.fail(of(await held()), 'Nothing in it.');
    expect([await everything(store), await store.revision()]).to.deep.equal(before);
  });
}
