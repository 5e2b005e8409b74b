/** The code on a certificate: what anybody computes who knows the course, its build, the learner and the result. Pure. */
import { sha256 } from './sha256.ts';

export interface Certified {
  course: string;
  build: string;
  /** As the LMS knows the learner. */
  learner: string;
  /** 0..1 */
  share: number;
}

/** `7f3a-09bc-51d2-e880`: the first 16 hex digits of the SHA-256 of five lines; docs/certificates.md says how to compute it again. */
export function certificateCode({ course, build, learner, share }: Certified): string {
  const digits = sha256([course, build, learner, 'passed', share.toFixed(4)].join('\n')).slice(0, 16);
  return (digits.match(/.{4}/g) ?? []).join('-');
}
