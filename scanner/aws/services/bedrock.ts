import { service } from '../service.ts';

export const bedrock = service({
  id: 'bedrock',
  title: 'Amazon Bedrock',
  sdk: () => import('@aws-sdk/client-bedrock'),
  client: 'BedrockClient',
  rate: 5,
  operations: {
    ListFoundationModels: { actions: ['bedrock:ListFoundationModels'] },
    ListInferenceProfiles: { actions: ['bedrock:ListInferenceProfiles'], page: { ask: 'nextToken', next: 'nextToken' } },
  },
});
