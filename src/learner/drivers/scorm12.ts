/** The driver of packages for SCORM 1.2. */
import type { Driver } from '../tracking/connect.ts';
import { scorm12 } from '../tracking/scorm12.ts';

export const driver: Driver = (window, course) => scorm12(window, course.endsWhenDone === true);
