import type { IacFile } from '../reader.ts';
import type { Document } from './document.ts';
import { readJson } from './json-document.ts';
import { readYaml } from './yaml-document.ts';

/** CloudFormation takes templates up to 1 MB; five times that leaves room for ones that are reduced before deployment. */
const characterLimit = 5_000_000;

const read = new WeakMap<IacFile, Document>();

/** Says what template a file stands for that is written in other words. */
export function tellDocument(file: IacFile, document: Document): void {
  read.set(file, document);
}

/** The file's document, parsed once however many deployments and passes ask. */
export function documentOf(file: IacFile): Document {
  const known = read.get(file);
  if (known) return known;
  const document = parseDocument(file.text);
  read.set(file, document);
  return document;
}

export function parseDocument(text: string): Document {
  if (text.length > characterLimit) {
    const message = `The file has ${text.length} characters; ${characterLimit} are read at most, CloudFormation itself takes 1,000,000`;
    return { root: undefined, lines: new WeakMap(), problems: [{ reason: 'too-large', message }] };
  }
  const marked = text.startsWith('\uFEFF') ? text.slice(1) : text;
  return /^\s*[[{]/.test(marked) ? readJson(marked) : readYaml(marked);
}
