import type { IacFile } from '../reader.ts';

const extension = /\.(?:ya?ml|json|template|tmpl|cfn|cform|cft|txt)$/i;
const declares = /["']?Type["']?\s*:\s*["']?(?:AWS|Alexa|Custom)::/;
const serverless = /AWS::Serverless/;

/** Whether the file is a CloudFormation or SAM template: its top-level keys say so. Nothing is parsed. */
export function isTemplate({ path, text }: Pick<IacFile, 'path' | 'text'>): boolean {
  if (!extension.test(path) || !/AWSTemplateFormatVersion|Resources|Transform/.test(text)) return false;
  const keys = topLevelKeys(text);
  // Serverless Framework: its template is what it generates.
  if (keys.has('service') && keys.has('provider')) return false;
  if (keys.has('AWSTemplateFormatVersion')) return true;
  // CodeDeploy's AppSpec lists its resources.
  if (/^\s*"?Resources"?\s*:\s*(?:#[^\n]*\n\s*)*(?:- |\[)/m.test(text)) return false;
  return (keys.has('Resources') && declares.test(text)) || (keys.has('Transform') && serverless.test(text));
}

function topLevelKeys(text: string): Set<string> {
  return /^\uFEFF?\s*\{/.test(text) ? keysOfFlow(text) : keysOfBlock(text);
}

/** Keys of the outermost braces: JSON, or YAML in flow style. */
function keysOfFlow(text: string): Set<string> {
  const keys = new Set<string>();
  let depth = 0;
  let opened = -1;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (opened !== -1) {
      if (code === 92) index += 1;
      else if (code === 34) {
        if (depth === 1 && /^\s*:/.test(text.slice(index + 1, index + 20))) keys.add(text.slice(opened + 1, index));
        opened = -1;
      }
    } else if (code === 34) opened = index;
    else if (code === 123 || code === 91) depth += 1;
    else if (code === 125 || code === 93) depth -= 1;
  }
  return keys;
}

const blockKey = /^([ ]*)["']?([A-Za-z][\w]*)["']?[ \t]*:(?=\s|$)/gm;

/** Keys of the outermost block, whatever its indentation is. */
function keysOfBlock(text: string): Set<string> {
  const keys = new Set<string>();
  let margin: number | undefined;
  for (const [, indent = '', key = ''] of text.matchAll(blockKey)) {
    margin ??= indent.length;
    if (indent.length === margin) keys.add(key);
  }
  return keys;
}
