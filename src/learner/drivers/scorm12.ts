/** No driver yet: the course teaches, nothing is kept, and the page says so. */
import type { Driver } from '../tracking/connect.ts';
import { none } from '../tracking/none.ts';

export const driver: Driver = () => none();
