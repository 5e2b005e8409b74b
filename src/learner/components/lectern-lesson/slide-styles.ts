/** The styles of figures on slides come when they are needed first: on screen or on paper. */
import { PIECES } from '../../../vocabulary/tags.ts';

/** Resolves once they are there, or will not come. */
export function showFigures(): Promise<void> {
  const named = document.getElementById(PIECES.figures);
  if (!(named instanceof HTMLMetaElement)) return Promise.resolve();
  const styles = document.createElement('link');
  const come = new Promise<void>((resolve) => {
    styles.onload = styles.onerror = () => resolve();
  });
  styles.rel = 'stylesheet';
  styles.href = named.content;
  named.replaceWith(styles);
  return come;
}
