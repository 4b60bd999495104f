// Plain JavaScript, so that a Node too old for TypeScript can still say what is missing:
// node --import ./electron/refuse-old-node.js electron/start.ts
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Loam needs Node 22.18 or newer, and this is ${process.versions.node}: ` +
      'run "npm install" and then "npm start", which brings its own Node, or install a newer one from nodejs.org.',
  )
  process.exit(1)
}
