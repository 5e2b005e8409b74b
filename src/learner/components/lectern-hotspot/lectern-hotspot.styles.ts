/** A picture with numbered regions. */
import { css } from 'lit';

export const hotspotStyles = css`
  .hotspot { margin-block-start: 1.1rem; }
  .hotspot-scroll { overflow: auto; padding: 12px; margin: -12px; }
  .hotspot-picture { position: relative; inline-size: fit-content; max-inline-size: 100%; }
  .hotspot-picture img { display: block; max-inline-size: 100%; block-size: auto; }
  .hotspot[data-large] .hotspot-picture { inline-size: 200%; max-inline-size: none; }
  .hotspot[data-large] img { inline-size: 100%; max-inline-size: none; }
  .regions { position: absolute; inset: 0; inline-size: 100%; block-size: 100%; overflow: visible; }
  .region { overflow: visible; }
  [data-open] > .region { cursor: pointer; }
  .region rect { fill: #0b57d0; fill-opacity: 0.07; stroke: #0b57d0; stroke-width: 2; paint-order: stroke; }
  .region:hover rect { fill-opacity: 0.2; }
  .region circle { fill: #ffffff; stroke: #0b57d0; stroke-width: 2; }
  .region text { fill: #0b3d91; font: 700 13px/1 var(--sans); text-anchor: middle; dominant-baseline: central; }
  .region[data-on] rect { fill-opacity: 0.28; stroke-width: 4; }
  .region[data-on] circle { fill: #0b57d0; }
  .region[data-on] text { fill: #ffffff; }
  .hotspot > .button { margin-block-start: 0.6rem; }
  .region-number { flex: none; display: grid; place-items: center; inline-size: 1.7rem; block-size: 1.7rem; border: 2px solid var(--accent); border-radius: 50%; color: var(--accent); font-size: 0.9rem; font-weight: 700; line-height: 1; }
  @media (forced-colors: active) {
    .regions { forced-color-adjust: none; }
    .region rect { stroke: Highlight; fill: Highlight; }
    .region circle { fill: Canvas; stroke: CanvasText; }
    .region text { fill: CanvasText; }
    .region[data-on] circle { fill: Highlight; }
    .region[data-on] text { fill: HighlightText; }
  }
`;
