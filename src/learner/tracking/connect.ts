/** How a driver gets hold of its LMS: what each file of `src/learner/drivers` exports, one per target. */
import type { CoursePayload } from '../../course/payload.ts';
import type { Tracker } from './tracker.ts';

/** `window` is the learner's page. Called once. */
export type Driver = (window: Window, course: CoursePayload) => Tracker;
