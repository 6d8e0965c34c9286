import type { FrontEnd, Reading, SourceText } from '../language.ts';
import { linesOf, readingOf } from './document.ts';
import { readYamlText } from './yaml.ts';

/** Reads YAML: templates of CloudFormation, manifests, workflows, compose files, values. */
export function yamlFrontEnd(): FrontEnd {
  return { read };
}

function read(source: SourceText): Reading {
  try {
    const document = readYamlText(source.text);
    if (document) return readingOf(source, document);
    return linesOf(source, 'It is not valid YAML, or a template of such; its lines were read without their structure.');
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return linesOf(source, 'It is nested too deeply to be parsed; its lines were read without their structure.');
  }
}
