import type { FrontEnd } from '../language.ts';
import { readingOf } from './document.ts';
import { readKeyLines, type LineFormat } from './key-lines.ts';

const env: LineFormat = { comments: /^\s*#/, separator: /^[ \t]*=/, trailing: true };
const properties: LineFormat = { comments: /^\s*[#!;]|^\s*\/\/|^\s*\/\*/, separator: /^(?:[ \t]*[=:]|[ \t]+)/, trailing: false };

const ofFormat = (format: LineFormat) => (): FrontEnd => ({ read: (source) => readingOf(source, readKeyLines(source.text, format)) });

/** Reads files of environment variables. */
export const envFrontEnd = ofFormat(env);
/** Reads properties, INI and other files of settings. */
export const propertiesFrontEnd = ofFormat(properties);
