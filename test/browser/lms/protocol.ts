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

/**
 * Where the course stands: in a frame, in a frame of a frame, in a window of its own, in a frame of such a window, in a window that may not know
 * who opened it, in a frame that may run scripts of its own origin and nothing else, or in an LMS that a portal of another origin frames.
 */
export type FrameKind = 'iframe' | 'nested' | 'popup' | 'popup-nested' | 'noopener' | 'sandboxed' | 'portal';

/** Frames that are windows of their own. */
export const isWindow = (frame: FrameKind): boolean => frame === 'popup' || frame === 'popup-nested' || frame === 'noopener';

/** What the LMS page needs to open the course for one learner. */
export interface PageState {
  api: boolean;
  /** Its API is a host object as an old applet was: no names to enumerate, calls on the object alone, numbers and nothing where others say text. */
  applet: boolean;
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
