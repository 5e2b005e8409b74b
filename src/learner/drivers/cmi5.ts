/** The driver of packages for cmi5. */
import type { Driver } from '../tracking/connect.ts';
import { cmi5 } from '../tracking/xapi/cmi5.ts';
import { browser } from '../tracking/xapi/browser.ts';

export const driver: Driver = (window, course) => cmi5(browser(window), course);
