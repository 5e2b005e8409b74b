/** The loop that stands beside a landscape: each turn of it is one step of the ball. */
import { worded } from '../../../course/landscape.ts';
import { motionless } from '../display.ts';

/** The whole turn takes as long as the eye needs to follow it. */
const BOX_MS = 150;

/** `walk`: its boxes light up one after the other, the last one stays; else only the turn is counted. 0 clears it. */
export function turnLoop(landscape: Element, turn: number, walk: boolean, words: string): void {
  const loop = landscape.closest('.linked')?.querySelector('.visual-loop');
  if (!loop) return;
  const boxes = [...loop.querySelectorAll('.box')];
  const mark = (index: number): void => boxes.forEach((box, i) => box.toggleAttribute('data-turn', i === index));
  showCount(loop, turn, words);
  if (!walk || motionless()) return mark(walk ? boxes.length - 1 : -1);
  boxes.forEach((_, i) => setTimeout(() => mark(i), i * BOX_MS));
}

function showCount(loop: Element, turn: number, words: string): void {
  const place = loop.querySelector('.loop-word');
  if (place === null) return;
  const count = place.querySelector('.turn') ?? document.createElement('span');
  count.className = 'turn';
  count.textContent = turn === 0 ? '' : `· ${worded(words, { n: turn })}`;
  place.append(count);
}
