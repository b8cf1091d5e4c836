// What every store must do, whatever it is made of.

import type { Store } from '../../store/index.ts';
import { changeContract } from './contract-changes.ts';
import { jobContract } from './contract-jobs.ts';
import { copyContract, judgementContract } from './contract-judgements.ts';
import { listContract } from './contract-lists.ts';

/** Declares the tests. `openEmpty` gives a new empty store each time; it is closed after use. */
export function storeContract(name: string, openEmpty: () => Promise<Store>): void {
  describe(`${name} keeps the contract of a store`, () => {
    describe('in changes', () => changeContract(openEmpty));
    describe('in lists', () => listContract(openEmpty));
    describe('in its queue', () => jobContract(openEmpty));
    describe('in judgements', () => judgementContract(openEmpty));
    describe('in copies', () => copyContract(openEmpty));
  });
}
