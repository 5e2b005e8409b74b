/** Lectern's own version: put in when the command is bundled. */

declare const __LECTERN_VERSION__: string | undefined;

export const version = typeof __LECTERN_VERSION__ === 'string' ? __LECTERN_VERSION__ : '0.0.0-source';
