// The options of commands that read articles from the web or in a form that their names do not tell.

import { type Command, Option } from 'commander';

/** Gives a command `--type`, `--user-agent` and `--allow-address`; `docs/inputs.md` explains them. */
export function withInputOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--type <type>',
        'what the input is, where its name does not tell: txt, md, html, pdf, json, jsonl, csv, rss, warc',
      ),
    )
    .addOption(
      new Option(
        '--user-agent <text>',
        'how to name yourself to web sites, with a contact address',
      ),
    )
    .addOption(
      new Option(
        '--allow-address <range>',
        'fetch from this address or range too although it is not public, for example 192.168.1.0/24; may be given several times',
      ).argParser((range: string, before: readonly string[] | undefined) => [
        ...(before ?? []),
        range,
      ]),
    );
}
