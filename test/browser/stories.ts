/** What learners of the "every item" course do in several tests, told once. */
import { Learner } from './learner.ts';
import type { Launch } from './lms.ts';

/** One miss, then everything right, the short answer marked "Got it". Ends on the results. */
export async function answerEverything(launch: Pick<Launch, 'frame'>): Promise<Learner> {
  const learner = new Learner(launch);
  await learner.open('Check');
  await learner.choose('Oxygen');
  await learner.check();
  await learner.press('Try again');
  await learner.choose('Carbon dioxide');
  await learner.check();
  await learner.next(2);
  await learner.choose('Gluten', 'Starch gel');
  await learner.check();
  await learner.next(3);
  await learner.choose('False');
  await learner.check();
  await learner.next(4);
  await learner.frame.getByRole('textbox').fill('The crust has to brown, the crumb is cooled by its water.');
  await learner.press('Compare with model answer');
  await learner.frame.getByRole('checkbox', { name: 'mentions the browning of the crust' }).check();
  await learner.press('Got it');
  await learner.press('See results');
  return learner;
}

/** Every graded question wrong as often as it may be tried. Ends on the last question. */
export async function missEverything(launch: Launch): Promise<Learner> {
  const learner = new Learner(launch);
  await learner.open('Check');
  for (const [index, wrong] of [['Oxygen'], ['Salt', 'Sugar']].entries()) {
    await learner.choose(...wrong);
    await learner.check();
    await learner.press('Try again');
    if (wrong.length === 1) await learner.choose('Nitrogen');
    await learner.check();
    await learner.next(index + 2);
  }
  await learner.choose('True');
  await learner.check();
  await learner.next(4);
  return learner;
}
