// The database that a command works on.

import { Option } from 'commander';

/** `--db FILE`, the same for every command that touches the database. */
export function databaseOption(): Option {
  return new Option('--db <file>', 'database file').default('graph-data/whowhom.db');
}
