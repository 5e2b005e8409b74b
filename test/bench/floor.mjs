// The floor: simple-scorm-packager zips a folder of static pages. No quiz is reported; nothing is checked.
import { rmSync } from 'node:fs';
import packager from 'simple-scorm-packager';

const [source, outputFolder] = process.argv.slice(2);
rmSync(outputFolder, { recursive: true, force: true });
packager(
  { version: '2004 4th Edition', organization: 'Bench', title: 'Floor', language: 'en', identifier: 'floor', masteryScore: 80, startingPage: 'index.html', source, package: { version: '1.0.0', zip: true, outputFolder } },
  () => {},
);
