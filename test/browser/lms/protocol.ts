/** What the LMS page and the LMS server say to each other. */

/** One call of the course to the SCORM API, in the order made. */
export interface ApiCall {
  method: string;
  args: string[];
  result: string;
  /** What GetLastError would answer right after the call. */
  error: string;
  /** Milliseconds since the LMS page was opened. */
  at: number;
  sitting: number;
}

/** Where the course stands: in a frame, in a frame of a frame, in a window of its own, or in an LMS that a portal of another origin frames. */
export type FrameKind = 'iframe' | 'nested' | 'popup' | 'portal';

/** What the LMS page needs to open the course for one learner. */
export interface PageState {
  api: boolean;
  /** False: the LMS saves at Terminate by a synchronous request, as many do. */
  beacons: boolean;
  /** Counts the times the LMS page was opened within one launch. */
  sitting: number;
  cmi: Record<string, unknown>;
  frame: FrameKind;
  width: number;
  height: number;
  url: string;
}
