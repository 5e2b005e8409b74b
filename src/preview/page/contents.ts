/** The list of lessons of an LMS that launches them one by one: what each has come to, which is open, and what the course is by them. */
import { html, nothing, type TemplateResult } from 'lit';
import type { ActivitySettings } from '../activity-tree.ts';
import type { DeskState } from '../desk.ts';
import { shareOf } from './gradebook.ts';
import type { Standing } from './sequencer.ts';

export interface Contents extends Pick<DeskState, 'title' | 'units'> {
  activities: ActivitySettings;
  standings: ReadonlyMap<string, Standing>;
  /** The one on show; '' = none. */
  current: string;
  choose(unit: string): void;
}

export function contentsList({ title, units, activities, standings, current, choose }: Contents): TemplateResult {
  return html`<nav class="units" aria-label="Lessons, as the LMS lists them">
    <h2>${title}</h2>
    <p>${told(standings.get(activities.id)) || 'not attempted'}</p>
    <ol>${units.map(({ id, title: name }) => {
      const standing = standings.get(id);
      const closed = standing?.open === false && id !== current;
      return html`<li><button type="button" aria-current=${id === current ? 'true' : nothing} aria-disabled=${closed ? 'true' : nothing} @click=${() => choose(id)}>${name}<small>${closed ? 'not open yet' : told(standing) || 'not attempted'}</small></button></li>`;
    })}</ol>
  </nav>`;
}

/** `completed, passed, 80 %` */
function told(standing: Standing | undefined): string {
  if (standing === undefined) return '';
  return [standing.completion, standing.success, scoreOf(standing)].filter((part) => part !== '').join(', ');
}

const scoreOf = ({ score }: Standing): string => (score === null ? '' : shareOf(score));

/** The same as a gradebook: the course first, then its lessons. */
export function standingRows({ title, units, standings, activities }: Omit<Contents, 'choose' | 'current'>): string[][] {
  const row = (id: string, name: string): string[] => {
    const standing = standings.get(id);
    return [name, standing?.completion ?? '', standing?.success ?? '', standing === undefined ? '' : scoreOf(standing)];
  };
  return [row(activities.id, title), ...units.map(({ id, title: name }) => row(id, name))];
}
