import { detail, probe } from '../probe.ts';
import { states } from '../services/states.ts';

export const stateMachine = probe({
  kind: 'state-machine',
  lists: [[states, 'ListStateMachines']],
  async *list(place) {
    for await (const { stateMachines = [] } of place.pages(states, 'ListStateMachines', { maxResults: 1000 })) {
      for (const each of stateMachines) if (each.name !== undefined) yield { name: each.name, arn: each.stateMachineArn, document: each };
    }
  },
  details: {
    StateMachine: detail(states, 'DescribeStateMachine', {
      input: ({ arn }) => ({ stateMachineArn: arn }),
      take: (machine) => machine,
      base: true,
      answers: ['tasks', 'role', 'kmsKey', 'logGroups'],
    }),
    Tags: detail(states, 'ListTagsForResource', { input: ({ arn }) => ({ resourceArn: arn }), take: ({ tags }) => tags, answers: ['tags'] }),
  },
  beyondConfig: ['tasks', 'kmsKey'],
});
