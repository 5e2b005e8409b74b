/** A code block with a button that copies it. Its words come with the page, in the lesson's language. */
import { TAGS_OF } from '../../../vocabulary/features.ts';

class LecternCode extends HTMLElement {
  connectedCallback(): void {
    const code = this.querySelector('code');
    if (code === null || this.querySelector('button') !== null) return;
    const { copy = '', copied = '' } = this.dataset;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = copy;
    const status = document.createElement('span');
    status.className = 'sr-only';
    status.setAttribute('aria-live', 'polite');
    button.addEventListener('click', () => {
      void copyText(code).then((done) => {
        if (!done) return;
        button.textContent = copied;
        status.textContent = copied;
        setTimeout(() => {
          button.textContent = copy;
          status.textContent = '';
        }, 2000);
      });
    });
    this.prepend(button, status);
  }
}

/** Frames of an LMS often may not use the clipboard by itself; a selection they may copy. */
async function copyText(code: Element): Promise<boolean> {
  const text = [...code.childNodes].map((node) => (node instanceof Element && node.tagName === 'DEL' ? '' : node.textContent)).join('');
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch (error) {
    if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
    getSelection()?.selectAllChildren(code);
    const done = document.execCommand('copy');
    if (done) getSelection()?.removeAllRanges();
    return done;
  }
}

customElements.define(TAGS_OF.code, LecternCode);
