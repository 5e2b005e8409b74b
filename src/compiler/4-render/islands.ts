/** Elements that the compiler made itself: they pass by the sanitiser, whose list is for what authors write, and are put in their places after it. */
import type { Element, ElementContent, Root } from 'hast';

export interface Islands {
  /** Stands in the tree for `content` until `settle`. */
  stand(tagName: 'div' | 'span', content: ElementContent[]): Element;
  /** Puts everything in its place. The tree is changed. */
  settle(node: Root | Element): void;
}

function isBlock(node: ElementContent): boolean {
  return node.type === 'element' && /^(?:figure|div|lectern-code)$/.test(node.tagName);
}

export function newIslands(): Islands {
  const kept: ElementContent[][] = [];
  const settle = (node: Root | Element): void => {
    if (kept.length === 0) return;
    node.children = node.children.flatMap((child): ElementContent[] => {
      if (child.type !== 'element') return [child as ElementContent];
      const island = child.properties['dataIsland'];
      if (island !== undefined) return kept[Number(island)] ?? [];
      settle(child);
      // A block cannot stand in a paragraph; an image that became one was its only child.
      const [only, ...more] = child.tagName === 'p' ? child.children : [];
      return only !== undefined && more.length === 0 && isBlock(only) ? [only] : [child];
    });
  };
  return {
    stand: (tagName, content) => ({ type: 'element', tagName, properties: { dataIsland: String(kept.push(content) - 1) }, children: [] }),
    settle,
  };
}
