/** The driver of packages for Tin Can. */
import type { Driver } from '../tracking/connect.ts';
import { tincan } from '../tracking/xapi/tincan.ts';
import { browser } from '../tracking/xapi/browser.ts';

export const driver: Driver = (window, course) => tincan(browser(window), course);
