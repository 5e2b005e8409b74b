/** Paths as authors write them, made relative to the course's folder. */

/** `../img/a%20b.png` seen from `lessons/l1.md` is `img/a b.png`; null when it climbs out of the course. */
export function resolvePath(lessonFile: string, written: string): string | null {
  const segments = lessonFile.split('/').slice(0, -1);
  for (const segment of decoded(written).split(/[/\\]/)) {
    if (segment === '..') {
      if (segments.pop() === undefined) return null;
    } else if (segment !== '.' && segment !== '') segments.push(segment);
  }
  return segments.join('/');
}

/** Percent-decoding that leaves text alone which is not percent-encoded. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}
