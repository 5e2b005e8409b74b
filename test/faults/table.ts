/** The table of faults: how many schedules ran into each, by standard. */
import { type Fault, FAULTS } from '../../src/preview/page/faults.ts';
import { type Standard, STANDARDS } from './world.ts';

export class FaultTable {
  readonly #runs = new Map<Standard, number>();
  readonly #met = new Map<string, number>();

  add(standard: Standard, touched: ReadonlySet<Fault>): void {
    this.#runs.set(standard, (this.#runs.get(standard) ?? 0) + 1);
    for (const fault of touched) this.#met.set(`${standard} ${fault}`, this.met(standard, fault) + 1);
  }

  met(standard: Standard, fault: Fault): number {
    return this.#met.get(`${standard} ${fault}`) ?? 0;
  }

  print(): string {
    const row = (name: string, cells: readonly (string | number)[]): string => `${name.padEnd(22)}${cells.map((cell) => String(cell).padStart(11)).join('')}`;
    const rows = FAULTS.flatMap(({ faults }) => faults).map(({ id }) => row(id, STANDARDS.map((standard) => this.met(standard, id))));
    return [row('met in schedules of', STANDARDS), ...rows, row('schedules', STANDARDS.map((standard) => this.#runs.get(standard) ?? 0))].join('\n');
  }
}
