// Plain CommonJS on purpose: it must run on whatever Node the machine has, to say what is missing.
const [major, minor] = process.versions.node.split('.').map(Number);
if (!(major > 22 || (major === 22 && minor >= 18))) {
  console.error(
    [
      `regionready is developed with Node 22.18 or newer; this is Node ${process.versions.node}.`,
      'The project brings its own through the dev dependency "node", which was not installed or could not run here.',
      'Run `npm ci` without --omit=dev and without --ignore-scripts, or put a newer Node first on the PATH.',
    ].join('\n'),
  );
  process.exit(2);
}
