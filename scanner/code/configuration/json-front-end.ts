import type { FrontEnd, Reading, SourceText } from '../language.ts';
import { linesOf, readingOf } from './document.ts';
import { readJsonText } from './json.ts';
import { readYamlText } from './yaml.ts';

/** Reads JSON: templates, policies, parameters, schemas. Files of templates may be YAML by content. */
export function jsonFrontEnd(): FrontEnd {
  return { read };
}

function read(source: SourceText): Reading {
  try {
    const document = /^\s*(?:[{["]|\/[/*])/.test(source.text) ? readJsonText(source.text) : readYamlText(source.text);
    if (document) return readingOf(source, document);
    return linesOf(source, 'It is not valid JSON; its lines were read without their structure.');
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return linesOf(source, 'It is nested too deeply to be parsed; its lines were read without their structure.');
  }
}
