import type { Json } from '../../../../model/json.ts';
import type { IacFile } from '../../reader.ts';
import { localFile } from '../local-file.ts';
import type { Builder, SamResource } from './builder.ts';

/** The file that a definition of an API or state machine is kept in. One that is not at hand is told. */
export function definitionFile(location: Json, { logicalId, raw }: SamResource, { scope }: Builder): IacFile | undefined {
  const place = scope.evaluate(location);
  const file = typeof place === 'string' ? localFile(place, scope) : undefined;
  if (!file) {
    const remedy = 'Scan the folder that holds the definition';
    scope.note({ reason: 'unreadable', asked: `definition of ${logicalId.slice(0, 120)}`, message: 'The file that holds the definition is not among the scanned files', remedy, line: raw.line });
  }
  return file;
}

/** The place of what could not be read. */
export const definitionUnknown: Json = { 'Fn::Unknown': 'the definition is in a file that is not scanned' };
