import { assumed, minutes, recovery } from '../recovery.ts';

export const ssmParameterRecovery = recovery({
  kind: 'ssm-parameter',
  copyRule: 'config-ssm-param-missing',
  ways: {},
  anew: { text: 'Create the parameter {name} in {target} and write its value there', time: assumed(minutes(15), 'by hand or pipeline, from where the value is kept'), plane: 'control' },
  links: ['https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-parameter-store.html'],
});
