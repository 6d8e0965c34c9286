// Plain CommonJS on purpose: imported as a module, the nine megabytes of the compiler would be searched for what they export, which takes as long as loading them.
'use strict';

const ts = require('@ts-morph/common/dist/typescript.js');

module.exports = { ts };
