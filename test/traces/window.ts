/** scorm-again expects a browser's global object when it is loaded. */
Object.assign(globalThis, { window: globalThis });
