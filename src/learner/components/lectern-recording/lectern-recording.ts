/** Gives a video its captions from the page itself: the browser's own menu offers them, and nothing has to be fetched. */
import { TAGS_OF } from '../../../vocabulary/features.ts';

interface Track {
  language: string;
  cues: [start: number, end: number, text: string][];
}

class LecternRecording extends HTMLElement {
  connectedCallback(): void {
    const video = this.querySelector('video');
    if (video === null || video.textTracks.length > 0) return;
    for (const { language, cues } of JSON.parse(this.dataset['captions'] ?? '[]') as Track[]) {
      const track = video.addTextTrack('captions', nameOf(language), language);
      for (const [start, end, text] of cues) track.addCue(new VTTCue(start, end, text));
    }
  }
}

/** “Deutsch”, in the language itself. */
function nameOf(language: string): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
}

customElements.define(TAGS_OF.recording, LecternRecording);
