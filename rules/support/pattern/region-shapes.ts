import { partitionOf } from '../../../model/region.ts';
import { anyChar, charsOf, hostChars } from './chars.ts';
import { shapeOf, type Shape } from './shape.ts';

/** What a program may match a pattern against. */
export const subjects = ['region code', 'zone name', 'host name', 'endpoint service name', 'ARN', 'Cognito pool id'] as const;
export type PatternSubject = (typeof subjects)[number];

const word = charsOf('abcdefghijklmnopqrstuvwxyz0123456789-');
const digits = charsOf('0123456789');
const scheme = charsOf('htpsw:/');
const idChars = hostChars & ~charsOf('*');

/** Shapes of a subject that names the region; none where we do not know the partition. */
export function shapesOf(subject: PatternSubject, code: string): readonly Shape[] {
  const region = { region: code };
  if (subject === 'region code') return [shapeOf(region)];
  if (subject === 'zone name') return [shapeOf(region, 'a')];
  if (subject === 'Cognito pool id') return [shapeOf(region, '_', idChars), shapeOf(region, ':', idChars)];
  const partition = partitionOf(code);
  if (partition === undefined) return [];
  if (subject === 'ARN') return [shapeOf('arn:', partition.id, ':', word, ':', region, ':', digits, ':', anyChar)];
  if (subject === 'endpoint service name') return [shapeOf('com.amazonaws.', region, '.', anyChar), shapeOf('cn.com.amazonaws.', region, '.', anyChar)];
  return hostShapes(region, partition.dnsSuffix);
}

/** Labels hold no dots, so that a region in front of the real one cannot pass for it. What is optional is written as any number of characters. */
function hostShapes(region: { readonly region: string }, suffix: string): Shape[] {
  const label = hostChars;
  const names = [
    [region], [label, '.', region], [label, '-', region], [label, '.', label, '.', region], [label, '.', label, '.', label, '.', region], [label, '.', region, '.', label],
    [label, '.', label, '.', region, '.', label],
  ];
  return names.map((name) => shapeOf(scheme, ...name, '.', suffix, anyChar));
}
