export function writeCourse(folder: string, n: number): void;
