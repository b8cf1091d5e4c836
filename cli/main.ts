// The command `whowhom`. Exit codes: 0 done, 1 some input failed, 2 wrong usage.

import { Command, CommanderError } from 'commander';
import { ImportError } from '../graph/index.ts';
import { KeyError, ServeError } from '../server/index.ts';
import { InputError } from '../sources/index.ts';
import { StoreError } from '../store/index.ts';
import { addCommand } from './commands/add.ts';
import { configCommand } from './commands/config.ts';
import { exportCommand } from './commands/export.ts';
import { extractCommand } from './commands/extract.ts';
import { importCommand } from './commands/import.ts';
import { judgeCommand, judgementsCommand, undoCommand } from './commands/judge.ts';
import { keyCommand } from './commands/key.ts';
import {
  backupCommand,
  checkCommand,
  restoreCommand,
  vacuumCommand,
} from './commands/maintenance.ts';
import { mcpCommand } from './commands/mcp.ts';
import { rebuildCommand } from './commands/rebuild.ts';
import { removeCommand } from './commands/remove.ts';
import { serveCommand } from './commands/serve.ts';
import { applySettings, ConfigError, defaultConfigFile, readSettings } from './config.ts';
import { version } from './package-folder.ts';

function program(): Command {
  const root = new Command('whowhom')
    .description('Reads news articles and draws who did what to whom, when, says who.')
    .version(version)
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'whowhom: ')) })
    .option('--config <file>', `configuration file; without it ${defaultConfigFile} if it is there`)
    .showHelpAfterError('Run it with --help for its usage.');
  const settings = () => readSettings(root.opts().config, process.env);
  root.hook('preAction', (_root, command) => applySettings(command, settings()));
  const commands = [
    ...[extractCommand(), addCommand(), removeCommand(), rebuildCommand()],
    ...[serveCommand(), exportCommand(), importCommand(), keyCommand(), mcpCommand()],
    ...[judgeCommand(), undoCommand(), judgementsCommand()],
    ...[checkCommand(), backupCommand(), restoreCommand(), vacuumCommand()],
    configCommand(settings),
  ];
  for (const command of commands) {
    root.addCommand(command.copyInheritedSettings(root).exitOverride());
  }
  return root.exitOverride();
}

/** A reader such as `head` may close the pipe early; that is no failure. */
function endQuietlyOnClosedPipe(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
}

/** Errors of the builder by their names: it is big, and loaded where an article is read. */
const ofBuilder = /^(?:Gazetteer|Ontology|Model)Error$/;

function isForTheUser(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  return (
    ofBuilder.test(error.name) ||
    [InputError, StoreError, ServeError, KeyError, ImportError, ConfigError].some(
      (kind) => error instanceof kind,
    )
  );
}

/** Runs the command with the arguments after its name and sets the exit code. */
export async function run(argv: readonly string[]): Promise<void> {
  endQuietlyOnClosedPipe();
  try {
    await program().parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : 2;
    } else if (isForTheUser(error)) {
      process.stderr.write(`whowhom: ${error.message}\n`);
      process.exitCode = 1;
    } else throw error;
  }
}
