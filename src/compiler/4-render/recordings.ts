/** Audio and video with the browser's own controls, captions that need no file, and the words to read (player.md 2.4, authoring 1.2.6). */
import type { Element, ElementContent } from 'hast';
import type { Recording } from '../../course/prose-nodes.ts';
import { TAGS_OF, type FeatureName } from '../../vocabulary/features.ts';

export interface RecordingContext {
  words: { transcript: string; described: string };
  language: string;
  /** Path in the package of a file as the author wrote it. */
  file: (written: string) => string;
  uses: (feature: FeatureName) => void;
}

export function recordingElement(url: string, recording: Recording, { words, language, file, uses }: RecordingContext): Element {
  uses('recording');
  const { kind, title, captions, transcript, poster, described } = recording;
  const player = element(kind, { controls: true, preload: 'metadata', src: file(url), ariaLabel: title, ...(kind === 'video' ? { playsInline: true } : {}), ...(poster === null ? {} : { poster: file(poster) }) }, []);
  // LMS servers hand out caption files under wrong types or not at all, so that they travel in the page.
  const tracks = captions.map((each) => ({ language: each.language ?? language, cues: each.cues }));
  const framed = kind === 'video' && tracks.length > 0 ? element(TAGS_OF.recording, { dataCaptions: JSON.stringify(tracks) }, [player]) : player;
  const other: ElementContent[] = described === null ? [] : [element('p', {}, [element('a', { href: file(described), target: '_blank', rel: ['noopener'] }, [text(words.described)])])];
  const read: ElementContent[] = transcript.length === 0 ? [] : [element('details', {}, [element('summary', {}, [text(words.transcript)]), ...transcript.map((paragraph) => element('p', {}, [text(paragraph)]))])];
  return element('figure', { className: ['recording'] }, [framed, element('figcaption', {}, [text(title)]), ...other, ...read]);
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}
