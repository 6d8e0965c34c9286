import { stringify } from 'yaml';
import type { TemplatePiece } from '../../remedy.ts';

/** CloudFormation templates, one document for each region. */
export function templateText(pieces: readonly TemplatePiece[]): string {
  return pieces.map(({ region, note, parameters, resources }) => {
    const head = `# Deploy to ${region}${note === undefined ? '' : `: ${note.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')}`}\n`;
    return head + stringify({ ...(parameters === undefined ? {} : { Parameters: parameters }), Resources: resources }, { lineWidth: 0 });
  }).join('---\n');
}
