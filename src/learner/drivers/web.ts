/** The driver of packages for a plain web server. */
import type { Driver } from '../tracking/connect.ts';
import { web } from '../tracking/web.ts';

export const driver: Driver = (window, course) => web(course.id, () => window.localStorage);
