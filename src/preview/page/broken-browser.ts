/** Runs in the course's page before anything else, when a fault of the learner's computer was chosen: `?storage`, `?clock`, `?storage&clock`. */

const asked = new URL(document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : location.href).searchParams;

if (asked.has('storage')) {
  for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) {
    Object.defineProperty(window, name, {
      get() {
        throw new DOMException('Access is denied for this document.', 'SecurityError');
      },
    });
  }
}

if (asked.has('clock')) {
  const late = 2 * 24 * 60 * 60 * 1000;
  const now = Date.now.bind(Date);
  const RealDate = Date;
  Date.now = () => now() - late;
  window.Date = new Proxy(RealDate, {
    construct: (target, args) => (args.length === 0 ? new target(now() - late) : Reflect.construct(target, args)),
  });
}

export {};
