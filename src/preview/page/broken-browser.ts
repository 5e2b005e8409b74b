/** Runs in the course's page before anything else, when a fault of the learner's computer was chosen: by its name: `?storage&clock`. */

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

const TWO_DAYS = 2 * 24 * 60 * 60 * 1000;
const late = (asked.has('clock') ? TWO_DAYS : 0) - (asked.has('clock-ahead') ? TWO_DAYS : 0);
if (late !== 0) {
  const now = Date.now.bind(Date);
  const RealDate = Date;
  Date.now = () => now() - late;
  window.Date = new Proxy(RealDate, {
    construct: (target, args) => (args.length === 0 ? new target(now() - late) : Reflect.construct(target, args)),
  });
}

if (asked.has('no-events')) {
  const swallow = (event: Event): void => event.stopImmediatePropagation();
  for (const name of ['pagehide', 'beforeunload', 'unload']) window.addEventListener(name, swallow, { capture: true });
  document.addEventListener('visibilitychange', swallow, { capture: true });
}

export {};
