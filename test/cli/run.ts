/** Runs the command as a function and keeps what it says. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { z } from 'zod';
import { main } from '../../src/cli/main.ts';
import { reportSchema } from './contract.ts';

export interface Ran {
  code: number;
  stdout: string;
  stderr: string;
}

export async function run(cwd: string, ...argv: string[]): Promise<Ran> {
  const said = { stdout: '', stderr: '' };
  const writer = (name: 'stdout' | 'stderr') => ({ write: (text: string) => void (said[name] += text) });
  const code = await main(argv, { stdout: writer('stdout'), stderr: writer('stderr'), cwd, env: {}, isTTY: false });
  return { code, ...said };
}

/** With --json; fails when the object is not the one that was promised. */
export async function runJson(cwd: string, ...argv: string[]): Promise<Ran & { report: z.infer<typeof reportSchema> }> {
  const ran = await run(cwd, ...argv, '--json');
  return { ...ran, report: reportSchema.parse(JSON.parse(ran.stdout)) };
}

export function writeAll(folder: string, files: Record<string, string | Uint8Array>): void {
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
}

/** A stack trace, as Node prints it. */
export const STACK = /^\s+at .+[:(].+\d+:\d+\)?$/m;

export const GOOD_LESSON = `# L9.1 — Locks & keys <"5'>

Type: Theory · Language: en-GB

## Objectives

1. Describe what a lock does.

## Content

A lock keeps a door shut until the right key turns.

## Quiz

1. Q: True or false: any key opens any lock.
   A: False.
   Why: A lock is cut for one key.
   Objective: 1 · Id: any-key
`;
