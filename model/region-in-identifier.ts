import { parseArn } from './arn.ts';
import { isRegionCode } from './region.ts';
import { symbolsIn } from './symbol.ts';

/** Region that an identifier carries in itself: the region part of an ARN or a symbol's fact id, a label of a host name. */
export function regionInIdentifier(identifier: string): string | undefined {
  const arn = parseArn(identifier);
  if (arn) return isRegionCode(arn.region) ? arn.region : undefined;
  for (const { id } of symbolsIn(identifier)) {
    const part = id.split('/').find((piece) => isRegionCode(piece));
    if (part !== undefined) return part;
  }
  return identifier
    .split('.')
    .flatMap((label) => [label, label.replace(/^s3-(?:website-)?/, '')])
    .find((label) => isRegionCode(label));
}
