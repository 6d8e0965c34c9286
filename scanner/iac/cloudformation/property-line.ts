import type { IacFile } from '../reader.ts';
import { lineAt } from './document.ts';
import { documentOf } from './parse-document.ts';

/** Line of a place in a template (`Resources.Orders.Properties.BillingMode`), or of the innermost part of the path that it has. */
export function propertyLine(file: IacFile, path: string): number | undefined {
  return lineAt(documentOf(file), path.split('.').map((step) => step.replace(/\[\]$/, '')));
}
