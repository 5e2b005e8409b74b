import { describe, expect, test } from 'vitest';
import { findApi } from './find-api.ts';
import type { WindowLike } from './find-api.ts';

const API = { Initialize: () => 'true' };

interface FakeWindow extends WindowLike {
  parent: WindowLike | null;
  opener: unknown;
  top: WindowLike | null;
  API?: unknown;
}
const page = (given: Partial<FakeWindow> = {}): FakeWindow => ({ parent: null, opener: null, top: null, ...given });

/** A window of another origin: `parent` may be followed, anything else throws. */
function foreign(parent: unknown): WindowLike {
  return new Proxy(page(), {
    get(_, name) {
      if (name === 'parent') return parent;
      throw new DOMException('Blocked a frame', 'SecurityError');
    },
  });
}

describe('the API is found', () => {
  test('in the own window', () => expect(findApi(page({ API }), 'API')).toBe(API));
  test('three parents up', () => {
    expect(findApi(page({ parent: page({ parent: page({ parent: page({ API }) }) }) }), 'API')).toBe(API);
  });
  test('behind a parent of another origin', () => {
    expect(findApi(page({ parent: foreign(page({ API })) }), 'API')).toBe(API);
  });
  test('in the opener, and in the opener’s parents', () => {
    expect(findApi(page({ opener: page({ API }) }), 'API')).toBe(API);
    expect(findApi(page({ opener: page({ parent: page({ API }) }) }), 'API')).toBe(API);
  });
  test('in the opener of the top window, when the course runs in a frame of a pop-up', () => {
    const top = page({ opener: page({ API }) });
    expect(findApi(page({ parent: top, top }), 'API')).toBe(API);
  });
  test('when it is a function or a host object with methods', () => {
    const callable = Object.assign(() => 'applet', { Initialize: () => 'true' });
    expect(findApi(page({ API: callable }), 'API')).toBe(callable);
  });
});

describe('the search ends with nothing', () => {
  test('when no window has it, the topmost being its own parent', () => {
    const top = page();
    top.parent = top;
    expect(findApi(page({ parent: top, top }), 'API')).toBeNull();
  });
  test('when every ancestor is of another origin', () => {
    const top = foreign(null);
    expect(findApi(page({ parent: foreign(top), top, opener: foreign(null) }), 'API')).toBeNull();
  });
  test('when parents go round in a circle', () => {
    const a = page();
    a.parent = page({ parent: page({ parent: a }) });
    expect(findApi(a, 'API')).toBeNull();
  });
  test('when the own window refuses to name its opener and top', () => {
    const own = new Proxy(page(), {
      get(_, name) {
        if (name === 'opener' || name === 'top') throw new DOMException('Blocked', 'SecurityError');
        return null;
      },
    });
    expect(findApi(own, 'API')).toBeNull();
  });
});

test('the top window is not touched while a nearer one has the API', () => {
  const own = page({ parent: page({ API }) });
  Object.defineProperty(own, 'top', {
    get() {
      throw new Error('touched');
    },
  });
  expect(findApi(own, 'API')).toBe(API);
});
