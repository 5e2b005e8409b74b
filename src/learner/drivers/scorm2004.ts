/** The driver of packages for SCORM 2004; what a course tells an LMS at run time is the same in both editions. */
import type { Driver } from '../tracking/connect.ts';
import { scorm2004 } from '../tracking/scorm2004.ts';

export const driver: Driver = (window, course) => scorm2004(window, course.unit !== undefined);
