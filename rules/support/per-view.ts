export { perView } from '../../graph/per-view.ts';
