export { readable } from '../../model/readable.ts';
