import type { FrontEnd, Reading, SourceText } from '../language.ts';
import { linesOf } from './document.ts';
import { programsIn } from './notebook.ts';

/** Reads the programs of Jupyter notebooks. */
export function notebookFrontEnd(): FrontEnd {
  return { read };
}

function read(source: SourceText): Reading {
  try {
    const embedded = programsIn(source.text);
    return embedded === undefined ? linesOf(source, 'It is not a notebook; its lines were read without their structure.') : { sightings: [], embedded, isInComment: () => false };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return linesOf(source, 'It is nested too deeply to be parsed; its lines were read without their structure.');
  }
}
