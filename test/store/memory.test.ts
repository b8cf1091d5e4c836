// The store in memory keeps the same contract.

import { openMemoryStore } from '../../store/index.ts';
import { storeContract } from './contract.ts';

describe('Memory', () => {
  storeContract('Memory', async () => openMemoryStore());
});
