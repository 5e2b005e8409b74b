/** Visuals of one lesson on their way into the page: figures in its language, and the styles that they need. */
import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Lesson } from '../../course/course.ts';
import type { Visual } from '../../course/visual.ts';
import type { Strings } from '../../locales/strings.ts';
import { drawFigure, drawSlide, type FigureOptions } from '../../visuals/draw.ts';
import { explorationOf } from '../../visuals/explore.ts';
import type { FeatureName } from '../../vocabulary/features.ts';
import { foreign } from './markup.ts';

type Uses = (feature: FeatureName) => void;

export interface FigureDrawer {
  /** In reading text. */
  figure(visual: Visual, uses: Uses): Element;
  /** On a slide, as markup. */
  slide(visuals: readonly Visual[], uses: Uses): string;
}

/** `mention`: where a lesson or a module of the course is. */
export function figureDrawer({ language, direction }: Pick<Lesson, 'language' | 'direction'>, strings: Strings, mention: (kind: 'lesson' | 'module', target: string) => string | null): FigureDrawer {
  const link = (code: string): string | null => {
    const module = /^M(\d{1,3})$/i.exec(code)?.[1];
    return module === undefined ? mention('lesson', code.toUpperCase()) : mention('module', `Module ${Number(module)}`);
  };
  const options: FigureOptions = { strings: strings.visual, language, direction, link, foreign: foreign(strings.code, language) === '' ? null : strings.code };
  const note = ({ kind }: Visual, uses: Uses): void => {
    uses('figure');
    uses(`visual-${kind}`);
  };
  return {
    figure(visual, uses) {
      note(visual, uses);
      return drawFigure(visual, options);
    },
    slide(visuals, uses) {
      for (const visual of visuals) note(visual, uses);
      if (visuals.some(({ kind }) => kind === 'landscape')) uses('landscape');
      const drawn = drawSlide(visuals, options);
      if (visuals.some((visual) => explorationOf(visual, { ...options, firstStep: 1 }) !== null)) uses('explore');
      return toHtml(drawn, { characterReferences: { useNamedReferences: false } });
    },
  };
}
