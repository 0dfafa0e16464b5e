import { sentenceFor } from './sentences'

/** Runs `local/commands/<name>.ts`. What a person can mend is printed as a sentence, anything else whole; the exit code is then 1. */
export async function runCommand(name: string, args: string[]): Promise<void> {
  try {
    const { run } = (await import(`./commands/${name}.ts`)) as { run: (args: string[]) => Promise<number | undefined> }
    const code = await run(args)
    process.exit(code ?? 0)
  } catch (error) {
    const sentence = sentenceFor(error)
    if (sentence) process.stderr.write(`\n${sentence}\n`)
    else process.stderr.write(`\n${error instanceof Error ? error.stack : String(error)}\n`)
    process.exit(1)
  }
}
