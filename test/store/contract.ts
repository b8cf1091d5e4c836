// What every store must do, whatever it is made of.

import type { Store } from '../../store/index.ts';
import { changeContract } from './contract-changes.ts';
import { listContract } from './contract-lists.ts';

/** Declares the tests. `openEmpty` gives a new empty store each time; it is closed after use. */
export function storeContract(name: string, openEmpty: () => Promise<Store>): void {
  describe(`${name} keeps the contract of a store`, () => {
    describe('in changes', () => changeContract(openEmpty));
    describe('in lists', () => listContract(openEmpty));
  });
}
