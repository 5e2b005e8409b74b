/** Which words are uses of a term. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { termFinder } from './term-finder.ts';

const uses = (names: string[][], text: string, language = 'en'): string[] => termFinder(names.map((each) => ({ names: each })), language)(text).map(({ start, end, term }) => `${term}:${text.slice(start, end)}`);

it.each([
  ['plain and plural, whatever the case', [['Weight', 'Parameter']], 'Weights and a parameter’s weight; weighted, weightless.', ['0:Weights', '0:parameter', '0:weight']],
  ['the longest name', [['Gradient'], ['Gradient descent']], 'Gradient descent follows the gradient.', ['1:Gradient descent', '0:gradient']],
  ['no part of another word', [['linear'], ['weights']], 'non-linear, bi-linear, model.weights and linear-ish; x@weights', []],
  ['punctuation of the name', [['.safetensors'], ['C++'], ['TCP/IP'], ['back-propagation']], 'A .safetensors file in C++ over TCP/IP; back-propagation, back propagation, C.', ['0:.safetensors', '1:C++', '2:TCP/IP', '3:back-propagation']],
  ['short names in capitals as they are', [['AND'], ['GAN']], 'And and AND; GANs, gan.', ['0:AND', '1:GANs']],
  ['a break between words', [['loss function']], 'the loss\nfunction', ['0:loss\nfunction']],
])('%s', (_name, names, text, expected) => {
  expect(uses(names, text)).toEqual(expected);
});

it('knows the endings of the lesson’s language', () => {
  expect(uses([['Gewicht']], 'Gewichte, Gewichten, Gewichts, gewichtet', 'de')).toEqual(['0:Gewichte', '0:Gewichten', '0:Gewichts']);
  expect(uses([['poids'], ['réseau']], 'les réseaux', 'fr')).toEqual(['1:réseaux']);
  expect(uses([['دالة']], 'هذه دالة بسيطة', 'ar')).toEqual(['0:دالة']);
  expect(uses([['重み'], ['重み付け']], '重み付けと重みとは', 'ja')).toEqual(['1:重み付け', '0:重み']);
});

it('never reports what is not there, and never twice', () => {
  const text = fc.array(fc.constantFrom('weight', 'weights', 'loss', ' ', '-', 'x', '損失', '.', 'Ω'), { maxLength: 30 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (words) => {
      const found = termFinder([{ names: ['weight'] }, { names: ['loss weight'] }, { names: ['損失'] }], 'en')(words);
      let end = 0;
      for (const use of found) {
        expect(use.start).toBeGreaterThanOrEqual(end);
        expect(words.slice(use.start, use.end).toLowerCase()).toMatch(/^(?:weights?|loss\s+weights?|損失)$/);
        end = use.end;
      }
    }),
  );
});
