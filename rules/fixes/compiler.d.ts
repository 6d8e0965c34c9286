/** The compiler that ts-morph wraps, without the wrappers. Fixes are made for few files, so that it need not be loaded as fast as scanner/ does. */
declare module '@ts-morph/common/dist/typescript.js' {
  export { ts as default } from 'ts-morph';
}
