/** One region of a picture: radios do the choosing, and the same regions stand numbered on the picture as large targets for a pointer. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { OptionPayload } from '../../../course/payload.ts';
import { adopt } from '../adopt.ts';
import { LecternChoice } from '../lectern-choice/lectern-choice.ts';
import { hotspotStyles } from './lectern-hotspot.styles.ts';

export class LecternHotspot extends LecternChoice {
  static override properties = { ...LecternChoice.properties, large: { state: true }, said: { state: true } };

  declare private large: boolean;
  /** What was chosen on the picture; a choice from the list is announced by its radio. */
  declare private said: string;

  constructor() {
    super();
    this.large = false;
    this.said = '';
    adopt(hotspotStyles);
  }

  protected override inputs(): TemplateResult {
    return html`${this.picture(true)}${super.inputs()}<p class="sr-only ours" aria-live="polite" aria-atomic="true">${this.said}</p>`;
  }

  protected override review(): TemplateResult {
    return html`${this.picture(false)}${super.review()}`;
  }

  protected override mark(index: number): TemplateResult {
    return html`<span class="region-number"><span class="sr-only ours">${this.words.region(index + 1)}</span><span aria-hidden="true">${index + 1}</span></span>`;
  }

  private picture(open: boolean): unknown {
    const { image, options } = this.known;
    if (image === null) return nothing;
    const regions = options.map((option, index) => this.region(option, index, open));
    return html`<div class="hotspot" ?data-large=${this.large}><div class="hotspot-scroll" tabindex=${this.large ? '0' : nothing} role=${this.large ? 'group' : nothing} aria-label=${this.large ? image.alt : nothing}><div class="hotspot-picture"><img src=${image.src} alt=${image.alt} width=${image.width} height=${image.height} decoding="async"><svg class="regions" ?data-open=${open} aria-hidden="true">${regions}</svg></div></div><button type="button" class="button quiet" data-action="zoom" aria-pressed=${this.large} @click=${() => (this.large = !this.large)}>${this.words.enlarge}</button></div>`;
  }

  /** Percent need no script and no style: the regions stand on the static picture as well. */
  private region({ id, region }: OptionPayload, index: number, open: boolean): unknown {
    if (region === undefined) return nothing;
    const { left, top, width, height } = region;
    const choose = open ? (): void => this.choose(id, index) : nothing;
    return svg`<svg class="region" x="${left}%" y="${top}%" width="${width}%" height="${height}%" ?data-on=${this.chosen.includes(id)} @click=${choose}><rect width="100%" height="100%" rx="4"></rect><circle r="11"></circle><text>${index + 1}</text></svg>`;
  }

  /** The radio takes the focus, so that the keyboard goes on from where the pointer was. */
  private choose(id: string, index: number): void {
    this.chosen = [id];
    this.touched();
    this.said = this.words.regionChosen(index + 1, this.known.options[index]?.text ?? '');
    const radio = [...this.querySelectorAll<HTMLInputElement>('.options input')].find((input) => input.value === id);
    radio?.focus({ preventScroll: true });
  }
}

customElements.define('lectern-hotspot', LecternHotspot);
