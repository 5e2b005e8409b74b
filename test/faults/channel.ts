/** A BroadcastChannel between the pages of one browser: to every other page that lives, a moment later. */
import type { Channel } from '../../src/learner/windows.ts';

interface Hearer {
  channel: Channel;
  dead: () => boolean;
}

export class Channels {
  #hearers: Hearer[] = [];

  /** `dead`: the page hears and says nothing any more. */
  open(dead: () => boolean): Channel {
    const channel: Channel = {
      onmessage: null,
      postMessage: (message) => {
        if (dead()) return;
        this.#hearers = this.#hearers.filter((hearer) => !hearer.dead());
        for (const hearer of this.#hearers) {
          if (hearer.channel !== channel) queueMicrotask(() => (hearer.dead() ? undefined : hearer.channel.onmessage?.({ data: structuredClone(message) } as MessageEvent)));
        }
      },
    };
    this.#hearers.push({ channel, dead });
    return channel;
  }
}
