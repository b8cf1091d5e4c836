// The tools as a server of the Model Context Protocol: on standard input and output for a program on
// this machine, and at /mcp for one that speaks HTTP. It reads and changes nothing.

import { toNodeHandler } from '@modelcontextprotocol/node';
import {
  createMcpHandler,
  fromJsonSchema,
  McpServer,
  type McpServerFactory,
} from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import type { RequestHandler } from 'express';
import type { Store } from '../../store/index.ts';
import { parseBody, readBytes } from '../body.ts';
import { type Tool, ToolError, tools } from './tools.ts';

export interface McpOptions {
  readonly store: Store;
  readonly version: string;
  /** Gets a line for every call that fails by our fault. */
  readonly log: (message: string) => void;
}

async function call(tool: Tool, { store, log }: McpOptions, input: Record<string, unknown>) {
  try {
    const { text, data } = await tool.answer(store, input);
    return { content: [{ type: 'text' as const, text }], structuredContent: data };
  } catch (error) {
    const isTold = error instanceof ToolError;
    if (!isTold) log(`mcp ${tool.name}: ${error instanceof Error ? error.stack : String(error)}`);
    const text = isTold ? error.message : 'The server failed; its log says why. Try again.';
    return { content: [{ type: 'text' as const, text }], isError: true };
  }
}

function factory(options: McpOptions): McpServerFactory {
  return () => {
    const server = new McpServer(
      { name: 'whowhom', version: options.version },
      {
        instructions:
          'News articles as statements: who did what to whom, when, says who. Ask search_actors for ids first. Quote the sentence and give the link with everything you say.',
      },
    );
    for (const tool of tools) {
      server.registerTool(
        tool.name,
        {
          title: tool.title,
          description: tool.description,
          inputSchema: fromJsonSchema<Record<string, unknown>>(tool.input),
          annotations: { readOnlyHint: true, openWorldHint: false },
        },
        (input) => call(tool, options, input),
      );
    }
    return server;
  };
}

/** Answers POST /mcp. The body is read here, with our limits. */
export function mcpOverHttp(options: McpOptions): RequestHandler {
  const { log } = options;
  const handle = toNodeHandler(
    createMcpHandler(factory(options), { onerror: (error) => log(`mcp: ${error.message}`) }),
  );
  return async (request, response) => {
    const body = parseBody(await readBytes(request, 1_000_000));
    await handle(request, response, body);
  };
}

/** Speaks on standard input and output until the other side ends it. */
export function mcpOverStdio(options: McpOptions): { close(): Promise<void> } {
  return serveStdio(factory(options));
}
