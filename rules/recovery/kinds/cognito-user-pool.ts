import { assumed, hours, recovery } from '../recovery.ts';

export const cognitoUserPoolRecovery = recovery({
  kind: 'cognito-user-pool',
  copyRule: 'identity-cognito-single-region',
  ways: {},
  anew: { text: 'Create {name} in {target} and import its users, who must set new passwords', time: assumed(hours(4), 'import of users; passwords cannot be exported'), plane: 'control' },
  links: ['https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools.html'],
});
