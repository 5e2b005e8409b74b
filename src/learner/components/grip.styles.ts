/** What a thing is dragged by. A finger scrolls; for it there are the other controls. */
import { css } from 'lit';

export const gripStyles = css`
  .grip { display: none; }
  @media (pointer: fine) {
    .grip {
      display: block; flex: none; inline-size: 1.5rem; block-size: 2.5rem; cursor: grab; touch-action: none; opacity: 0.7;
      background: radial-gradient(circle, var(--border) 1.5px, transparent 2px) center / 0.5rem 0.5rem content-box; padding: 0.5rem 0.25rem;
    }
    :hover > .grip { opacity: 1; }
    [data-drag], [data-drag] .grip { cursor: grabbing; }
  }
  /* Gradients are taken away there, and room would be kept for nothing. */
  @media (forced-colors: active) {
    .grip { forced-color-adjust: none; --border: CanvasText; }
  }
  @media print {
    .grip { display: none; }
  }
`;
