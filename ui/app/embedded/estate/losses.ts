import type { Loss } from '../../../../model/simulation.ts';
import { parseLoss } from '../../../../rules/simulation/loss.ts';
import { missing } from '../answers.ts';

/** What is called lost. Throws that it is nothing that can be. */
export const lossesOf = (texts: readonly string[]): readonly Loss[] =>
  texts.map((text) => parseLoss(text) ?? missing(`${text} is nothing that can be lost. Forms: eu-west-1, zone:eu-west-1a, account:111122223333, service:dynamodb@eu-west-1, control-plane:iam.`)); // regionready-ignore code-* -- examples in a message
