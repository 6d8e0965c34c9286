import { ServiceList } from './services/list.tsx';
import { OneService } from './services/one.tsx';
import type { PageOf } from './page.ts';

/** Every service, or all about one. */
export const Services: PageOf = (props) => {
  const { service } = props.query;
  return service === undefined ? <ServiceList {...props} /> : <OneService {...props} service={service} />;
};
