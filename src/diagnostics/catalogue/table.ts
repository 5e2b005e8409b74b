/** Messages about tables. */
import { entry } from './entry.ts';

export const table = {
  'table/no-header': entry<{ columns: number }>({
    severity: 'warning',
    message: ({ columns }) => `The table has ${columns} columns and no words above them.`,
    help: () => 'Name the columns in the first line: | Tool | What it does |',
    why: 'A screen reader says the name of the column with each cell (WCAG 2.2, 1.3.1). Without names it says bare words.',
    wrong: '| | |\n| --- | --- |\n| Hammer | Nails |',
    right: '| Tool | For |\n| --- | --- |\n| Hammer | Nails |',
  }),
};
