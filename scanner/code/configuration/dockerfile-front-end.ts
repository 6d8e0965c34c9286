import type { FrontEnd } from '../language.ts';
import { readDockerfile } from './dockerfile.ts';

/** Reads Dockerfiles. */
export function dockerfileFrontEnd(): FrontEnd {
  return { read: ({ text }) => readDockerfile(text) };
}
