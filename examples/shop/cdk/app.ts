import { App, DefaultStackSynthesizer } from 'aws-cdk-lib';
import { CheckoutStack } from './checkout-stack.ts';
import { EdgeStack } from './edge-stack.ts';
import { PaymentsStack } from './payments-stack.ts';
import { SearchStack } from './search-stack.ts';
import { StorefrontStack } from './storefront-stack.ts';

const account = '111122223333';
const home = { account, region: 'eu-west-1' };
// CloudFront reads certificates and web ACLs from us-east-1 only.
const edge = { account, region: 'us-east-1' };

const app = new App({
  analyticsReporting: false,
  treeMetadata: false,
  defaultStackSynthesizer: new DefaultStackSynthesizer({ generateBootstrapVersionRule: false }),
});

new EdgeStack(app, 'shop-edge', { env: edge, tags: { service: 'storefront' } });
new StorefrontStack(app, 'shop-storefront', { env: home, tags: { service: 'storefront' } });
new CheckoutStack(app, 'shop-checkout', { env: home, tags: { service: 'checkout' } });
new SearchStack(app, 'shop-search', { env: home, tags: { service: 'search' } });
new PaymentsStack(app, 'shop-payments', { env: home, tags: { service: 'payments' } });

app.synth();
