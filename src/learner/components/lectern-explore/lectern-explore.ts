/** What a learner can try on a figure: bring one entry to the front, cover details, compare, add layers, mark what is not safe. */
import { html, nothing, render, type TemplateResult } from 'lit';
import { compared, LAYERS_MAX, type Exploration, type ExploreWords } from '../../../course/explore.ts';
import { worded } from '../../../course/landscape.ts';
import type { WatchStrings } from '../../../locales/watch-strings.ts';
import { TAGS_OF } from '../../../vocabulary/features.ts';

class LecternExplore extends HTMLElement {
  #words: ExploreWords | null = null;
  #try: Exploration | null = null;
  /** What happened, for the status line. */
  #said = '';
  /** Index of the entry in front. */
  #picked: number | null = null;
  #covered = false;
  #compared: [number, number] = [0, 1];
  #layers = 0;
  /** Layers that the author drew; the row has room for them. */
  #drawn = 0;
  #linear = false;
  #marked = false;

  connectedCallback(): void {
    const what = this.dataset['try'];
    // The player of the slides has the words for all of them.
    const watch = this.closest<HTMLElement>(TAGS_OF.watch)?.dataset;
    if (this.#try !== null || what === undefined || watch?.['words'] === undefined) return;
    this.#try = JSON.parse(what) as Exploration;
    this.#words = (JSON.parse(watch['words']) as WatchStrings).explore;
    if (watch['wordsLang'] !== undefined) this.lang = watch['wordsLang'];
    this.#drawn = this.#layers = this.#groups.length;
    if (this.#try.kind === 'files') this.#nameFiles();
    if (this.#try.kind === 'compare') this.#compared = [this.#try.ranges.length - 1, 0];
    this.#show();
  }

  get #figure(): HTMLElement | null {
    return this.closest('figure');
  }

  get #groups(): HTMLElement[] {
    return [...(this.#figure?.querySelectorAll<HTMLElement>('.flow > .group') ?? [])];
  }

  #show(): void {
    const words = this.#words;
    if (words !== null && this.#try !== null) render(html`${this.#controls(this.#try, words)}<p class="said" aria-live="polite" aria-atomic="true">${this.#said}</p>`, this);
  }

  #controls(what: Exploration, words: ExploreWords): TemplateResult {
    switch (what.kind) {
      case 'pick':
        return this.#picking(what.entries, words);
      case 'compare':
        return this.#comparing(what, words);
      case 'layers':
        return this.#layering(what, words);
      case 'files':
        return !what.unsafe ? html`` : html`<div class="tries"><button type="button" class="button" aria-pressed=${this.#marked} @click=${() => this.#mark(words)}>${words.unsafe}</button></div>`;
    }
  }

  #picking(entries: (Exploration & { kind: 'pick' })['entries'], words: ExploreWords): TemplateResult {
    const buttons = entries.map(({ label }, index) => html`<button type="button" class="button" aria-pressed=${this.#picked === index} @click=${() => this.#pick(entries, index)}>${label}</button>`);
    // Labels alone have nothing below them.
    const cover = !this.#figure?.querySelector('[data-step] small') ? nothing : html`<button type="button" class="button" aria-pressed=${this.#covered} @click=${() => this.#cover(entries)}>${words.cover}</button>`;
    return html`<div class="tries" role="group" aria-label=${words.lookAt}>${buttons}${cover}</div>`;
  }

  #pick(entries: (Exploration & { kind: 'pick' })['entries'], index: number): void {
    this.#picked = this.#picked === index ? null : index;
    const { label = '', detail = null } = this.#picked === null ? {} : (entries[this.#picked] ?? {});
    this.#said = this.#picked === null ? '' : `${label}${detail === null ? '' : `: ${detail}`}`;
    this.#dim(entries);
  }

  #cover(entries: (Exploration & { kind: 'pick' })['entries']): void {
    this.#covered = !this.#covered;
    this.#picked = null;
    this.#said = '';
    this.#dim(entries);
  }

  /** All but the one in front; covered ones show their label alone. */
  #dim(entries: (Exploration & { kind: 'pick' })['entries']): void {
    entries.forEach(({ steps }, index) => {
      for (const piece of steps.flatMap((step) => [...(this.#figure?.querySelectorAll(`[data-step="${step}"]`) ?? [])])) {
        piece.toggleAttribute('data-dim', this.#picked !== null && this.#picked !== index);
        piece.toggleAttribute('data-cover', this.#covered && this.#picked !== index);
      }
    });
    this.#show();
  }

  #comparing(what: Exploration & { kind: 'compare' }, words: ExploreWords): TemplateResult {
    const choice = (which: 0 | 1): TemplateResult => html`<select aria-label="${words.compare} ${which + 1}" @change=${(event: Event) => this.#compare(which, event)}>${what.ranges.map(({ label }, index) => html`<option value=${index} ?selected=${this.#compared[which] === index}>${label}</option>`)}</select>`;
    return html`<div class="tries" role="group" aria-label=${words.compare}>${choice(0)}${choice(1)}<button type="button" class="button" @click=${() => this.#sayCompared(what, words)}>${words.compare}</button></div>`;
  }

  #compare(which: 0 | 1, { target }: Event): void {
    if (target instanceof HTMLSelectElement) this.#compared[which] = Number(target.value);
  }

  #sayCompared({ scale, unit, ranges }: Exploration & { kind: 'compare' }, words: ExploreWords): void {
    const [one, other] = this.#compared.map((index) => ranges[index]);
    if (one === undefined || other === undefined) return;
    const { by, words: how, swapped } = compared(scale, one, other);
    const language = this.closest('[lang]')?.getAttribute('lang') ?? 'en';
    const number = new Intl.NumberFormat(language, { maximumSignificantDigits: 2 }).format(by);
    // A difference runs along the scale, a ratio from the greater to the lesser.
    const [a, b] = swapped === (how === 'apart') ? [one, other] : [other, one];
    this.#said = worded(words[how], { a: a.label, b: b.label, n: how === 'apart' ? withUnit(number, unit) : number });
    this.#show();
  }

  #layering({ name, nonlinear }: Exploration & { kind: 'layers' }, words: ExploreWords): TemplateResult {
    const add = html`<button type="button" class="button" aria-disabled=${this.#layers >= LAYERS_MAX ? 'true' : nothing} @click=${() => this.#layer(1, name, words)}>${worded(words.add, { name })}</button>`;
    const remove = html`<button type="button" class="button" aria-disabled=${this.#layers <= 1 ? 'true' : nothing} @click=${() => this.#layer(-1, name, words)}>${worded(words.remove, { name })}</button>`;
    const without = nonlinear === null ? nothing : html`<button type="button" class="button" aria-pressed=${this.#linear} @click=${() => this.#collapse(nonlinear, words)}>${worded(words.without, { name: nonlinear })}</button>`;
    return html`<div class="tries">${add}${remove}${without}</div>`;
  }

  /** The last frame with its arrow is copied, or goes. */
  #layer(by: 1 | -1, name: string, words: ExploreWords): void {
    const groups = this.#groups;
    const last = groups.at(-1);
    const arrow = last?.previousElementSibling;
    if (last === undefined || !arrow || groups.length + by < 1 || groups.length + by > LAYERS_MAX) return;
    if (by === 1) {
      const copy = last.cloneNode(true) as HTMLElement;
      const label = copy.querySelector('.group-label');
      if (label !== null) label.textContent = label.textContent.replace(/\d+(?!.*\d)/, String(groups.length + 1));
      last.after(arrow.cloneNode(true), copy);
    } else {
      arrow.remove();
      last.remove();
    }
    this.#layers = groups.length + by;
    this.#figure?.querySelector('.flow')?.toggleAttribute('data-more', this.#layers > this.#drawn);
    this.#said = worded(words.count, { n: this.#layers, name });
    this.#show();
  }

  #collapse(nonlinear: string, words: ExploreWords): void {
    this.#linear = !this.#linear;
    const flow = this.#figure?.querySelector('.flow');
    flow?.toggleAttribute('data-linear', this.#linear);
    flow?.querySelector('.one-map')?.remove();
    const first = this.#groups[0];
    if (this.#linear && first !== undefined) {
      const box = Object.assign(document.createElement('span'), { className: 'box one-map' });
      box.append(Object.assign(document.createElement('b'), { textContent: words.oneMap }));
      first.before(box);
    }
    this.#said = this.#linear ? worded(words.collapsed, { name: nonlinear }) : '';
    this.#show();
  }

  /** The name of a file that more is known of becomes the button which opens it. */
  #nameFiles(): void {
    for (const about of this.#figure?.querySelectorAll<HTMLElement>('.filetree .about') ?? []) {
      const name = about.previousElementSibling?.querySelector('.name');
      if (!name) continue;
      const button = Object.assign(document.createElement('button'), { type: 'button', className: 'name tells', textContent: name.textContent, dir: 'ltr' });
      button.setAttribute('aria-expanded', 'false');
      button.addEventListener('click', () => {
        about.hidden = !about.hidden;
        button.setAttribute('aria-expanded', String(!about.hidden));
      });
      name.replaceWith(button);
    }
  }

  #mark(words: ExploreWords): void {
    this.#marked = !this.#marked;
    const rows = [...(this.#figure?.querySelectorAll('.filetree .row') ?? [])];
    const unsafe = rows.filter((row) => row.matches('.is-unsafe'));
    for (const row of rows) row.toggleAttribute('data-dim', this.#marked && !unsafe.includes(row));
    this.#said = this.#marked ? worded(words.marked, { n: unsafe.length, of: rows.length }) : '';
    this.#show();
  }
}

/** `€40`, but `40 ms`. */
function withUnit(number: string, unit: string | null): string {
  if (unit === null) return number;
  return /^[$€£¥₹]$/.test(unit) ? `${unit}${number}` : `${number} ${unit}`;
}

customElements.define(TAGS_OF.explore, LecternExplore);
