/** The markup of a drawing that a library made, as elements: shapes and words only, with names that no other drawing on the page has. */
import type { Element, ElementContent } from 'hast';

const shapes = new Set(['svg', 'g', 'defs', 'marker', 'polygon', 'polyline', 'path', 'rect', 'circle', 'ellipse', 'line', 'text', 'tspan']);
const properties = new Set(
  'viewBox width height x y x1 y1 x2 y2 cx cy r rx ry d points dx dy fill stroke stroke-width stroke-dasharray stroke-linejoin stroke-linecap text-anchor dominant-baseline font-size font-weight font-style transform opacity id orient markerWidth markerHeight refX refY marker-start marker-end'.split(' '),
);
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'", '#x27': "'" };

const token = /<(\/?)([a-zA-Z]+)((?:\s+[\w:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|<!--[^]*?-->|([^<]+)/g;

/** `prefix` makes ids unique. Style sheets and style attributes are left out: colours come from the page. */
export function readDrawing(svg: string, prefix: string): ElementContent[] {
  const root: Element = { type: 'element', tagName: 'div', properties: {}, children: [] };
  const open: Element[] = [root];
  let hidden = 0;
  for (const [, close, tag, attributes = '', selfClosing, text] of svg.matchAll(token)) {
    const parent = open.at(-1) ?? root;
    if (text !== undefined) {
      if (hidden === 0 && /^(?:text|tspan)$/.test(parent.tagName)) parent.children.push({ type: 'text', value: decoded(text).replace(/^"(.*)"$/, '$1') });
    } else if (tag === undefined) continue;
    else if (!shapes.has(tag)) {
      if (selfClosing === '') hidden += close === '' ? 1 : -1;
    } else if (hidden > 0) continue;
    else if (close !== '') {
      if (open.length > 1) open.pop();
    } else {
      const element: Element = { type: 'element', tagName: tag, properties: read(attributes, prefix), children: [] };
      parent.children.push(element);
      if (selfClosing === '') open.push(element);
    }
  }
  return root.children as ElementContent[];
}

function read(attributes: string, prefix: string): Element['properties'] {
  const out: Element['properties'] = {};
  for (const [, name = '', double, single] of attributes.matchAll(/([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    if (!properties.has(name)) continue;
    const value = decoded(double ?? single ?? '');
    out[name] = name === 'id' ? `${prefix}-${value}` : value.replace(/^url\(#([\w-]+)\)$/, `url(#${prefix}-$1)`);
  }
  return out;
}

function decoded(text: string): string {
  return text.replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole);
}
