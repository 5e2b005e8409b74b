/** The slides of a lesson as a narrated show: one at a time, with a voice or captions; without scripts they stand one below the other. */
import { html, nothing, render, type TemplateResult } from 'lit';
import { TAGS_OF } from '../../../vocabulary/features.ts';
import { AUDIO_ATTRIBUTE } from '../../../vocabulary/tags.ts';
import type { WatchStrings } from '../../../locales/watch-strings.ts';
import { emit, listen } from '../events.ts';
import { keepLiking, keptLiking, speedsWith, type Liking } from '../liking.ts';
import { addFromHere } from './from-here.ts';
import { sentenceMark } from './mark.ts';
import { captionOf, type Line, type Moment, Narrator, stepsOnShow } from './narrator.ts';
import { partsOfSlide } from './parts-of-slide.ts';
import { readTrack } from './track.ts';
import { computerVoice, recordedVoice, silent, type Voice, voicesFor } from './voices.ts';

class LecternWatch extends HTMLElement {
  #slides: HTMLElement[] = [];
  #lines: Line[][] = [];
  #audio: (HTMLAudioElement | null)[] = [];
  #words: WatchStrings | null = null;
  #narrator: Narrator | null = null;
  #liking: Liking = keptLiking();
  /** Caption and buttons; they stay in sight while the figure above them is scrolled. */
  readonly #deck = document.createElement('div');
  readonly #settings = document.createElement('div');
  readonly #list = document.createElement('nav');
  #everything = false;
  #language = 'en';
  readonly #mark = sentenceMark();
  readonly #stop = (): void => this.#narrator?.pause();

  connectedCallback(): void {
    if (this.#narrator !== null) return;
    this.#slides = [...this.querySelectorAll<HTMLElement>('.slide')];
    this.#words = JSON.parse(this.dataset['words'] ?? '{}') as WatchStrings;
    this.#lines = this.#slides.map(readTrack);
    this.#audio = this.#slides.map((slide) => slide.querySelector('audio'));
    this.#language = this.closest('[lang]')?.getAttribute('lang') ?? 'en';
    this.#narrator = new Narrator({
      slides: this.#lines,
      language: this.#language,
      voices: (slide) => this.#voices(slide),
      changed: (moment) => this.#show(moment),
      finished: (slide) => this.#finished(slide),
    });
    this.#apply();
    this.#deck.className = 'deck';
    this.#settings.className = 'deck-settings';
    this.#list.className = 'steps';
    this.#list.setAttribute('aria-label', this.#words.slides);
    this.querySelector('.slides')?.before(this.#list);
    this.addEventListener('keydown', (event) => this.#key(event));
    listen(this, 'lectern-open', (_, event) => event.target instanceof Element && this.#open(event.target.id));
    const foreign = this.dataset['wordsLang'];
    const { fromHere } = this.#words;
    this.#slides.forEach((slide, index) => addFromHere(slide, this.#lines[index] ?? [], { label: fromHere, language: foreign, play: (sentence) => this.#playFrom(index, sentence) }));
    if (foreign !== undefined) for (const ours of [this.#deck, this.#settings, this.#list]) ours.lang = foreign;
    addEventListener('pagehide', this.#stop);
    document.addEventListener('lectern-liked', this.#heard);
    // Nothing is said in a view that is not on show.
    new IntersectionObserver(([entry]) => entry?.isIntersecting === false && this.#stop()).observe(this);
    // What the LMS says of sound may come after the slides are here.
    new MutationObserver(() => this.#narrator !== null && this.#show(this.#narrator.moment)).observe(document.documentElement, { attributeFilter: [AUDIO_ATTRIBUTE] });
    if ('speechSynthesis' in window) speechSynthesis.addEventListener('voiceschanged', this.#listed);
    this.#show(this.#narrator.moment);
  }

  disconnectedCallback(): void {
    this.#stop();
    if ('speechSynthesis' in window) speechSynthesis.removeEventListener('voiceschanged', this.#listed);
    removeEventListener('pagehide', this.#stop);
    document.removeEventListener('lectern-liked', this.#heard);
  }

  /** Some browsers know their voices late: those can be chosen, and speak from the next sentence on. */
  readonly #listed = (): void => {
    this.#narrator?.tryAgain('computer');
    if (this.#narrator !== null) this.#show(this.#narrator.moment);
  };

  #open(heading: string): void {
    const index = this.#slides.findIndex((slide) => slide.querySelector('h3')?.id === heading);
    if (index >= 0) this.#narrator?.goTo(index);
  }

  #playFrom(slide: number, sentence: number): void {
    this.#go(slide);
    this.#narrator?.goTo(slide, sentence);
    this.#narrator?.play();
  }

  #voices(slide: number): Voice[] {
    if (!this.#sound) return [silent];
    const audio = this.#audio[slide] ?? null;
    const lines = this.#lines[slide] ?? [];
    const recorded = audio === null ? [] : [recordedVoice(audio, lines, () => this.#narrator?.moment.sentence ?? 0)];
    const computer = 'speechSynthesis' in window ? [computerVoice(speechSynthesis, () => this.#liking.voice)] : [];
    return [...recorded, ...computer, silent];
  }

  get #sound(): boolean {
    return this.#liking.sound ?? document.documentElement.getAttribute(AUDIO_ATTRIBUTE) !== 'off';
  }

  /** What is playing falls silent, or begins its sentence anew with a voice. */
  #hear(sound: boolean): void {
    const { playing } = this.#narrator?.moment ?? { playing: false };
    this.#narrator?.pause();
    this.#like({ sound });
    if (playing) this.#narrator?.play();
  }

  #finished(slide: number): void {
    const parts = this.dataset['parts']?.split(' ').map(Number) ?? [];
    for (const key of partsOfSlide(parts, slide, this.#slides.length)) emit(this, 'lectern-part-seen', { key });
  }

  #apply(): void {
    if (this.#narrator === null) return;
    this.#narrator.rate = this.#rate;
    this.#narrator.goesOn = this.#liking.goesOn;
  }

  /** As the learner likes it, else as the lesson says. */
  get #rate(): number {
    return this.#liking.rate ?? (Number(this.dataset['rate']) || 1);
  }

  #like(change: Partial<Liking>): void {
    this.#liking = { ...this.#liking, ...change };
    keepLiking(this.#liking);
    this.#liked();
  }

  #liked(): void {
    this.#apply();
    if (this.#narrator !== null) this.#show(this.#narrator.moment);
  }

  /** Chosen elsewhere on the page. */
  readonly #heard = (): void => {
    this.#liking = { ...keptLiking(), sound: this.#liking.sound };
    this.#liked();
  };

  #show(moment: Moment): void {
    const words = this.#words;
    if (words === null) return;
    // The controls go along with the slides, and what was pressed in them keeps the focus.
    const held = [this.#deck, this.#settings].some((part) => part.contains(document.activeElement)) ? document.activeElement : null;
    this.#slides.forEach((slide, index) => {
      const item = slide.closest('li') ?? slide;
      item.hidden = !this.#everything && index !== moment.slide;
    });
    const slide = this.#slides[moment.slide];
    const figure = slide?.querySelector('.slide-figures') ?? slide?.querySelector('h3');
    if (figure && this.#deck.previousElementSibling !== figure) figure.after(this.#deck, this.#settings);
    this.#showSteps(moment);
    this.#mark.show(moment.playing ? slide : undefined, this.#lines[moment.slide] ?? [], moment.sentence);
    render(this.#deckBody(moment, words), this.#deck);
    render(this.#settingsBody(moment, words), this.#settings);
    render(this.#listBody(moment, words), this.#list);
    if (held instanceof HTMLElement && held !== document.activeElement) held.focus({ preventScroll: true });
  }

  /** A figure is whole until its slide is played, and again at its end. */
  #showSteps({ slide, sentence, share, ended, playing }: Moment): void {
    for (const [index, each] of this.#slides.entries()) {
      const pieces = [...each.querySelectorAll<SVGElement | HTMLElement>('[data-step]')];
      const steps = Math.max(0, ...pieces.map((piece) => Number(piece.dataset['step'])));
      const begun = index === slide && (playing || sentence > 0) && !ended;
      const shown = begun ? stepsOnShow(this.#lines[index] ?? [], { sentence, share, ended }, steps) : null;
      for (const piece of pieces) piece.classList.toggle('is-waiting', shown !== null && !shown.has(Number(piece.dataset['step'])));
    }
  }

  #deckBody(moment: Moment, words: WatchStrings): TemplateResult {
    const { slide, playing, sentence, share, ended } = moment;
    const captions = this.#captions(moment);
    const line = this.#lines[slide]?.[sentence];
    const caption = line !== undefined && captions && (playing || (sentence > 0 && !ended)) ? captionOf(line, share) : [];
    const last = slide >= this.#slides.length - 1;
    return html`
      <p class="caption" aria-hidden="true" lang=${this.#language} ?hidden=${caption.length === 0}>${caption.map((line, index) => html`${index > 0 ? html` <br>` : nothing}${line}`)}</p>
      <div class="deck-buttons">
        <button type="button" class="button primary" @click=${() => (playing ? this.#narrator?.pause() : this.#narrator?.play())}>${playing ? words.pause : words.play}</button>
        <button type="button" class="button quiet" aria-disabled=${slide === 0} @click=${() => this.#go(slide - 1)}>${words.back}</button>
        <button type="button" class="button quiet" aria-disabled=${last} @click=${() => this.#go(slide + 1)}>${words.next}</button>
      </div>`;
  }

  /** Captions are one press away; with a recording they begin switched off (player.md 2.4, redundancy). */
  #captions({ slide, playing, voice }: Moment): boolean {
    const audio = this.#audio[slide] ?? null;
    const recorded = audio !== null && audio.error === null && (!playing || voice === null || voice === 'recorded');
    return this.#liking.captions ?? !(recorded && this.#sound);
  }

  #settingsBody(moment: Moment, words: WatchStrings): TemplateResult {
    const { slide, voice } = moment;
    return html`
      <div class="deck-likings">
        <button type="button" class="button quiet" @click=${() => this.#narrator?.goTo(slide)}>${words.again}</button>
        <label>${words.speed} <select @change=${(event: Event) => this.#like({ rate: Number(valueOf(event)) })}>${speedsWith(this.#rate).map((speed) => html`<option value=${speed} ?selected=${speed === this.#rate}>${speed.toLocaleString(document.documentElement.lang)}×</option>`)}</select></label>
        ${this.#voiceChoice(words)}
        <label><input type="checkbox" .checked=${this.#sound} @change=${(event: Event) => this.#hear(isOn(event))}> ${words.sound}</label>
        <label><input type="checkbox" .checked=${this.#captions(moment)} @change=${(event: Event) => this.#like({ captions: isOn(event) })}> ${words.captions}</label>
        <label><input type="checkbox" .checked=${this.#liking.goesOn} @change=${(event: Event) => this.#like({ goesOn: isOn(event) })}> ${words.goesOn}</label>
      </div>
      <p class="deck-status" aria-live="polite" aria-atomic="true">${words.slideOf.replace('{n}', String(slide + 1)).replace('{of}', String(this.#slides.length))}${voice === 'computer' ? ` · ${words.computerVoice}` : voice === 'silent' && this.#sound ? ` · ${words.noVoice}` : nothing}</p>
      <details class="deck-keys"><summary>${words.keys}</summary>
        <label><input type="checkbox" .checked=${this.#liking.keys} @change=${(event: Event) => this.#like({ keys: isOn(event) })}> ${words.keysUsed}</label>
        <ul>${words.keyList.map((line) => {
          const [key = '', does = ''] = line.split('\t');
          return html`<li><kbd>${key}</kbd> ${does}</li>`;
        })}</ul>
      </details>`;
  }

  #voiceChoice(words: WatchStrings): TemplateResult | typeof nothing {
    if (!('speechSynthesis' in window) || (this.#audio[this.#narrator?.moment.slide ?? 0] ?? null) !== null) return nothing;
    const voices = voicesFor(speechSynthesis.getVoices(), this.#language);
    if (voices.length === 0 || (voices.length === 1 && voices[0]?.localService === true)) return nothing;
    return html`<label>${words.voice} <select @change=${(event: Event) => this.#chooseVoice(valueOf(event))}><option value="">${words.anyVoice}</option>${voices.map(({ name, localService }) => html`<option value=${name} ?selected=${name === this.#liking.voice}>${name}${localService ? nothing : ` · ${words.remoteVoice}`}</option>`)}</select></label>`;
  }

  #chooseVoice(name: string): void {
    this.#narrator?.tryAgain('computer');
    this.#like({ voice: name || null });
  }

  #listBody({ slide }: Moment, words: WatchStrings): TemplateResult {
    return html`<ol>${this.#slides.map((each, index) => html`<li><a class="step" href="#${each.querySelector('h3')?.id ?? ''}" aria-current=${index === slide && !this.#everything ? 'step' : nothing} @click=${(event: Event) => (event.preventDefault(), this.#go(index))}><span class="sr-only">${each.querySelector('h3')?.textContent}</span><span aria-hidden="true">${index + 1}</span></a></li>`)}</ol>
      <button type="button" class="button quiet" @click=${() => this.#toggleEverything()}>${this.#everything ? words.oneByOne : words.everything}</button>`;
  }

  #go(slide: number): void {
    if (this.#slides[slide] === undefined) return;
    this.#everything = false;
    this.#narrator?.goTo(slide);
    const heading = this.#slides[slide]?.querySelector('h3');
    emit(this, 'lectern-moved', { view: 'slides', spot: heading?.id ?? '' });
  }

  #toggleEverything(): void {
    this.#everything = !this.#everything;
    if (this.#narrator !== null) this.#show(this.#narrator.moment);
  }

  /** Letters count only here, never in a field, and can be switched off (SC 2.1.4). */
  #key(event: KeyboardEvent): void {
    const { target, key } = event;
    const narrator = this.#narrator;
    if (narrator === null || !this.#liking.keys || event.ctrlKey || event.altKey || event.metaKey) return;
    if (target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type !== 'checkbox')) return;
    const { slide, sentence, playing } = narrator.moment;
    const toggle = (): void => (playing ? narrator.pause() : narrator.play());
    const onControl = target instanceof Element && target.closest('button, a, input, summary') !== null;
    const forwards = getComputedStyle(this).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const deeds: Record<string, () => void> = {
      k: toggle,
      ...(onControl ? {} : { ' ': toggle }),
      ArrowRight: () => this.#go(slide + (forwards === 'ArrowRight' ? 1 : -1)),
      ArrowLeft: () => this.#go(slide + (forwards === 'ArrowLeft' ? 1 : -1)),
      ',': () => narrator.goTo(slide, sentence - 1),
      '.': () => narrator.goTo(slide, sentence + 1),
      c: () => this.#like({ captions: !this.#captions(narrator.moment) }),
      Home: () => this.#go(0),
      End: () => this.#go(this.#slides.length - 1),
    };
    const deed = deeds[key.length === 1 ? key.toLowerCase() : key];
    if (deed === undefined) return;
    event.preventDefault();
    deed();
  }
}

function valueOf({ target }: Event): string {
  return target instanceof HTMLSelectElement ? target.value : '';
}

const isOn = ({ target }: Event): boolean => target instanceof HTMLInputElement && target.checked;

customElements.define(TAGS_OF.watch, LecternWatch);
