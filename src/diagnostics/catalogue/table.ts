/** Messages about tables. */
import { entry } from './entry.ts';

export const table = {
  'table/tabs': entry<{ rows: number; head: readonly string[] }>({
    severity: 'info',
    message: ({ rows }) => `These ${rows} lines have their cells between tabs. They are read as a table, with the first line as its head.`,
    help: ({ head }) => `If that is right, nothing needs to be done. If the first line is no head, put one above it, with a tab between the names: ${head.map((_, i) => `Name ${i + 1}`).slice(0, 4).join('⇥')}`,
    why: 'Tables copied from a page, a spreadsheet or Word arrive with tabs. Tabs are easily lost on the way; bars (| Tool | For |) are not.',
    wrong: 'Hammer⇥Nails\nSaw⇥Boards, where ⇥ is a tab',
    right: '| Tool | For |\n| --- | --- |\n| Hammer | Nails |\n| Saw | Boards |',
  }),
  'table/no-header': entry<{ columns: number }>({
    severity: 'warning',
    message: ({ columns }) => `The table has ${columns} columns and no words above them.`,
    help: () => 'Name the columns in the first line: | Tool | What it does |',
    why: 'A screen reader says the name of the column with each cell (WCAG 2.2, 1.3.1). Without names it says bare words.',
    wrong: '| | |\n| --- | --- |\n| Hammer | Nails |',
    right: '| Tool | For |\n| --- | --- |\n| Hammer | Nails |',
  }),
};
