/** Faults that lie outside the LMS's API: in the line, in the browser, on the learner's computer. They stand in the address of the course. */

export const SERVER_FAULTS = ['slow', 'offline', 'storage', 'clock', 'clock-ahead', 'no-events'] as const;

export type ServerFault = (typeof SERVER_FAULTS)[number];

export function isServerFault(name: string): name is ServerFault {
  return SERVER_FAULTS.some((known) => known === name);
}
