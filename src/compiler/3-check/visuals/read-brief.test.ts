/** Briefs by other hands, in other words and signs: each becomes the figure that a careful person would draw, or none. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allEntries, type Entry, type Visual } from '../../../course/visual.ts';
import { readBrief, type Surroundings } from './read-brief.ts';

const around = (more: Partial<Surroundings> = {}): Surroundings => ({ title: 'Way', opening: false, lesson: { code: null, title: 'Backups', duration: null, objectives: [] }, references: [], items: [], typed: '', ...more });

const said = (entries: readonly Entry[]): string => entries.map(({ label, detail }) => (detail === null ? label : `${label} = ${detail}`)).join(' | ');

/** A figure in one line. */
function line(visual: Visual | undefined): string {
  switch (visual?.kind) {
    case undefined:
      return 'nothing';
    case 'card':
      return `card: ${[visual.heading, visual.subtitle].filter((part) => part !== null).join(' = ')}`;
    case 'flow':
      return `flow: ${visual.nodes.map((node) => (node.type === 'more' ? '…' : node.type === 'box' ? said([node.entry]) : `[${said(node.entries)}]`)).join(' | ')}`;
    case 'stages':
      return `stages: ${[visual, ...visual.others].map((row) => `${row.name === null ? '' : `${row.name}: `}${said(row.stages)}`).join(' // ')}`;
    case 'loop':
      return `loop: ${said(visual.steps)}`;
    case 'facts':
      return `facts: ${visual.title === null ? '' : `(${visual.title}) `}${said(visual.facts)}`;
    case 'quadrant':
      return `quadrant: ${said(visual.cells)}`;
    case 'axis':
      return `axis: ${visual.ranges.map(({ label, low, high }) => (low === null ? label : `${label} ${low}–${high}`)).join(' | ')}`;
    case 'filetree':
      return `filetree: ${allEntries(visual.entries).map(({ name, entries, detail }) => `${name}${entries.length === 0 ? '' : `{${entries.length}}`}${detail === null ? '' : ` = ${detail}`}`).join(' | ')}`;
    case 'landscape':
      return `landscape: ${visual.surface}`;
  }
}

describe('a brief', () => {
  it.each([
    ['picture of a pyramid with three layers: data at the bottom, information in the middle, knowledge on top', 'stages: data | information | knowledge'],
    ['Pyramide: Wissen oben, Information in der Mitte, Daten unten', 'stages: Daten | Information | Wissen'],
    ['three bullets – confidentiality – integrity – availability', 'facts: confidentiality | integrity | availability'],
    ['two columns with icons: people | machines', 'quadrant: people | machines'],
    ['funnel: visitors, leads, customers', 'stages: visitors | leads | customers'],
    ['two columns: "Phishing" vs "Spear phishing". Left: mass mail, generic. Right: targeted, personal.', 'quadrant: Phishing = mass mail, generic | Spear phishing = targeted, personal'],
    ['split screen: left attacker, right defender', 'quadrant: attacker | defender'],
    ['Gegenüberstellung: Vorteile (schnell, billig) und Nachteile (ungenau)', 'quadrant: Vorteile = schnell, billig | Nachteile = ungenau'],
    ['deux colonnes : avantages / inconvénients', 'quadrant: avantages | inconvénients'],
    ['tabla comparativa: HTTP sin cifrar, HTTPS cifrado', 'quadrant: HTTP sin cifrar | HTTPS cifrado'],
    ['Vier-Felder-Matrix: dringend/wichtig, nur dringend, nur wichtig, weder noch', 'quadrant: dringend/wichtig | nur dringend | nur wichtig | weder noch'],
    ['timeline 2017–2024: Transformer (2017), BERT (2018), GPT-4o (2024)', 'axis: Transformer 2017–2017 | BERT 2018–2018 | GPT-4o 2024–2024'],
    ['timeline: 1969 ARPANET, 1983–1990 TCP/IP, 1991 World Wide Web', 'axis: ARPANET 1969–1969 | TCP/IP 1983–1990 | World Wide Web 1991–1991'],
    ['frise chronologique : 1789 Révolution, 1804 Empire', 'axis: Révolution 1789–1789 | Empire 1804–1804'],
    ['bar chart: Chrome 65%, Safari (18%), Edge: 5%', 'axis: Chrome 0–65 | Safari 0–18 | Edge 0–5'],
    ['Kreisdiagramm: 50 % Strom, 30 % Gas, 20 % Öl', 'axis: Strom 0–50 | Gas 0–30 | Öl 0–20'],
    ['spectrum "open" to "closed": open weights, API access, internal only', 'axis: open weights | API access | internal only'],
    ['table with three rows: TCP – reliable, ordered; UDP – fast; QUIC – both', 'facts: TCP = reliable, ordered | UDP = fast | QUIC = both'],
    ['Tabelle: Säure / pH 2; Wasser / pH 7; Lauge / pH 12', 'facts: Säure = pH 2 | Wasser = pH 7 | Lauge = pH 12'],
    ['flowchart: request => firewall => load balancer', 'flow: request | firewall | load balancer'],
    ['Login: user ⟶ browser ⟶ IdP', 'flow: user | browser | IdP'],
    ['process: 1. collect logs 2. normalise 3. alert', 'flow: collect logs | normalise | alert'],
    ['1) recon 2) weaponise 3) deliver', 'flow: recon | weaponise | deliver'],
    ['Ablauf: melden, trennen, sichern', 'flow: melden | trennen | sichern'],
    ['four steps: Plan, Do, Check, Act (cycle)', 'loop: Plan | Do | Check | Act'],
    ['Diagramm: Kunde -> Händler -> Bank -> Kunde', 'loop: Kunde | Händler | Bank'],
    ['decision tree: Is it urgent? yes → call; no → mail → wait', 'facts: (Is it urgent?) yes = call | no = mail → wait'],
    ['Drei Kernaussagen: „Backups testen“, „Rechte begrenzen“, „Protokolle lesen“.', 'facts: Backups testen | Rechte begrenzen | Protokolle lesen'],
    ['checklist: lock screen, badge visible, desk clear', 'facts: lock screen | badge visible | desk clear'],
    ['Mind map: center "Backup", branches: full, incremental, differential', 'facts: (Backup) full | incremental | differential'],
    ['quote: "Security is a process." — Bruce Schneier', 'card: “Security is a process.” = Bruce Schneier'],
    ['Große Zahl: 43 % aller Einbrüche beginnen mit einer Mail', 'card: 43 % = aller Einbrüche beginnen mit einer Mail'],
    ['animation of gradient descent on a bowl', 'landscape: bowl'],
  ])('is drawn: %s', (brief, expected) => {
    expect(readBrief(brief, around()).map(line)).toEqual([expected]);
  });

  it.each(['Photo of server room', 'Screenshot of the login page', 'Code snippet on screen, highlighted line 3', 'matrix 2x2 likelihood / impact', 'the table we saw before', 'bars fly in from the left', 'quote of the day', 'talking head, logo at the top right'])('is told of, and nothing drawn: %s', (brief) => {
    expect(readBrief(brief, around())).toEqual([]);
  });

  it('with a tree as a terminal prints it is that tree', () => {
    const typed = ['1. Way — what lies there', '   app/', '   ├── src/', '   │   ├── main.py   # begins here', '   │   └── util.py', '   └── README.md'].join('\n');
    expect(line(readBrief('what lies there app/ ├── src/ │ ├── main.py', around({ typed }))[0])).toBe('filetree: app/{2} | src/{2} | main.py = begins here | util.py | README.md');
    expect(line(readBrief('x', around({ typed: '|-- a/\n|   `-- b.txt\n`-- c.txt' }))[0])).toBe('filetree: a/{1} | b.txt | c.txt');
  });

  it('with bullets below it draws what it says that they list, and never instructions', () => {
    const items = ['Broken access control', 'Injection'];
    expect(readBrief(`List of the worst: ${items.join(' ')}`, around({ items })).map(line)).toEqual(['facts: Broken access control | Injection']);
    expect(readBrief(`pyramid ${items.join(' ')}`, around({ items })).map(line)).toEqual(['stages: Broken access control | Injection']);
    expect(readBrief(`a calm slide ${items.join(' ')}`, around({ items }))).toEqual([]);
  });

  it('of any signs is read in little time and holds no word that it does not say', () => {
    const piece = fc.constantFrom('table: ', 'two columns: ', 'bar chart: ', 'mind map ', 'a', 'b 5%', ' → ', ', ', '; ', '. ', '"c"', ' – ', '(d)', '1. ', '2) ', 'left ', 'right ', '├── ', '\n', ': ', '？', 'loop ');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
        const brief = pieces.join('');
        for (const visual of readBrief(brief, around({ typed: brief }))) {
          const words = JSON.stringify(visual, (key, value: unknown) => (['kind', 'variant', 'scale', 'surface', 'title'].includes(key) ? undefined : value)).match(/(?<=")[a-d](?=")/g) ?? [];
          expect(words.every((word) => brief.includes(word))).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
    const before = process.cpuUsage();
    for (const sign of ['two columns: left ', 'table: a – ', '├── a\n', '1. a 2. b ', 'x → y; ', '"', '(', 'bar chart: a 5%, ']) readBrief(sign.repeat(4000), around({ typed: sign.repeat(4000) }));
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(10);
  });
});
