/** Joins statements to a driver that knows none; in packages of courses that name a record store. */
import type { Driver } from './tracking/connect.ts';
import { beside } from './tracking/xapi/beside.ts';
import { browser } from './tracking/xapi/browser.ts';

export const withStore = (driver: Driver): Driver => (window, course) => beside(driver(window, course), browser(window), course);
