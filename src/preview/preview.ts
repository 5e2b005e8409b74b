/** Builds, serves, watches: the preview as one piece, until it is stopped. */
import { join } from 'node:path';
import { type Built, Desk } from './desk.ts';
import { servePreview } from './server.ts';

export interface PreviewOptions {
  /** Builds the package anew. Must not reject for an author's mistake. */
  build(): Promise<Built>;
  standard: string;
  /** Folder of what Lectern built ahead. */
  dist: string;
  port: number;
  /** Resolves when the preview shall end; calls back when the text may have changed. */
  watch(changed: () => Promise<void>): Promise<void>;
  /** Told once, when the page can be opened. */
  ready(url: string): void;
  /** Told after each further build. */
  rebuilt(built: Built): void;
}

export async function preview({ build, standard, dist, port, watch, ready, rebuilt }: PreviewOptions): Promise<void> {
  const desk = new Desk(standard);
  await desk.take(await build());
  const server = await servePreview(desk, join(dist, 'preview'), port);
  ready(server.url);
  try {
    await watch(async () => {
      const built = await build();
      await desk.take(built);
      server.changed();
      rebuilt(built);
    });
  } finally {
    await server.stop();
  }
}
