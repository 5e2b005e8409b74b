import type { Plugin } from 'rollup';

export function sealedChunks(): Plugin;
