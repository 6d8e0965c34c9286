import { UserError } from '../model/errors.ts';
import type { Loss } from '../model/simulation.ts';
import { parseLoss } from '../rules/simulation/loss.ts';

/** What a request calls lost. Throws RR103. */
export function lossOf(text: string): Loss {
  const loss = parseLoss(text);
  if (loss === undefined) throw new UserError('RR103', `${text} is nothing that can be lost.`, { hint: 'Forms: us-east-1, zone:us-east-1a, account:111122223333, service:dynamodb@us-east-1, control-plane:iam.' });
  return loss;
}
