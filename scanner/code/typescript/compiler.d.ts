/** The compiler that ts-morph wraps, without the wrappers and the libraries' declarations, which would take as long to load again and never be used. */
declare module '@ts-morph/common/dist/typescript.js' {
  export { ts as default } from 'ts-morph';
}
