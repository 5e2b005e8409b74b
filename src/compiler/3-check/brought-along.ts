/** Questions of another file in a lesson: what they link to is written as seen from that file, and defined there. */
import type { Image, Link, PhrasingContent, RootContent } from 'mdast';
import type { Prose } from '../../course/prose.ts';
import type { LessonDocument } from '../2-parse/document.ts';
import { resolvePath } from './course-path.ts';
import { childrenOf } from './tree.ts';

/** The blocks with links and pictures as the lesson would write them. */
export function broughtAlong(blocks: Prose, from: LessonDocument, lessonFile: string): Prose {
  const defined = new Map(from.definitions.flatMap((node) => (node.type === 'definition' ? [[node.identifier, node.url] as const] : [])));
  const up = '../'.repeat(lessonFile.split('/').length - 1);
  const moved = (url: string): string => {
    if (/^(?:[a-z][a-z0-9+.-]*:|#|[/\\])/i.test(url) || url === '') return url;
    const path = resolvePath(from.source.file, url.replace(/[?#].*$/s, ''));
    return path === null ? url : `${up}${path.split('/').map(encodeURIComponent).join('/')}`;
  };
  const bring = (node: RootContent): RootContent => {
    if (node.type === 'image') return { ...node, url: moved(node.url) };
    if (node.type === 'imageReference') return image(node.alt ?? '', moved(defined.get(node.identifier) ?? ''), node.position);
    const children = childrenOf(node).map(bring);
    if (node.type === 'link') return { ...node, url: moved(node.url), children: children as PhrasingContent[] };
    if (node.type === 'linkReference') return link(children as PhrasingContent[], moved(defined.get(node.identifier) ?? ''), node.position);
    return children.length === 0 ? node : ({ ...node, children } as RootContent);
  };
  return blocks.map(bring);
}

function image(alt: string, url: string, position: Image['position']): Image {
  return { type: 'image', alt, url, ...(position === undefined ? {} : { position }) };
}

function link(children: PhrasingContent[], url: string, position: Link['position']): Link {
  return { type: 'link', url, children, ...(position === undefined ? {} : { position }) };
}
