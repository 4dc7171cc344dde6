#!/usr/bin/env -S node --disable-warning=MODULE_TYPELESS_PACKAGE_JSON --disable-warning=ExperimentalWarning
/**
 * The entry: argv, environment, exit code; nothing else.
 *
 * This file has no import statement, and package.json no "type", so that a Node too old to run TypeScript
 * modules still gets as far as the sentence below instead of a loader's stack trace.
 */

if (Number(process.versions.node.split('.')[0]) < 26) {
  console.error(
    `Throughline runs on Node 26 and this is Node ${process.versions.node}: ` +
      'use "npm start" or "npm run throughline -- COMMAND", which bring the right one.',
  )
  process.exitCode = 1
} else {
  void import('./cli/run.ts').then(async ({ run }) => {
    process.exitCode = await run(process.argv.slice(2), process.env)
  })
}
