import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'

// Plain JavaScript, because it must be able to say what is missing before anything else can be loaded.
const root = fileURLToPath(new URL('..', import.meta.url))
const commands = ['start', 'dev', 'serve', 'reset', 'migrate', 'check', 'test']
const [name = '', ...args] = process.argv.slice(2)

/** @returns {string | null} what stands in the way, and how to mend it */
function obstacle() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    return `Node ${process.versions.node} is too old: install Node 20.19 or newer (22 and 24 work too) from https://nodejs.org and start again.`
  }
  if (process.platform === 'win32')
    return 'Windows is supported through WSL: open a WSL terminal (wsl --install), clone the project there and start again.'
  if (!existsSync(`${root}node_modules/tsx`)) return 'The packages are not installed: run npm ci first.'
  if (!commands.includes(name)) return `There is no command "${name}": choose one of ${commands.join(', ')}.`
  return null
}

const found = obstacle()
if (found) {
  process.stderr.write(`${found}\n`)
  process.exit(1)
}
process.chdir(root)
// What the environment says wins over the file.
if (existsSync('.env')) process.loadEnvFile('.env')
ensureTemporaryDirectory()
const { register } = await import('tsx/esm/api')
register()
const { runCommand } = await import('./run-command')
await runCommand(name, args)

/** The TypeScript loader keeps its cache in the system's directory for temporary files, which not every machine lets everybody write. */
function ensureTemporaryDirectory() {
  try {
    accessSync(tmpdir(), constants.W_OK | constants.X_OK)
  } catch {
    process.env.TMPDIR = `${root}.data/tmp`
    mkdirSync(process.env.TMPDIR, { recursive: true })
  }
}
