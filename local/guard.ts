import { type ChildProcess, spawn } from 'node:child_process'

/** A guard outlives its owner: when the owner dies, however it dies, it ends what the owner had started. */
export type Guard = {
  process: ChildProcess
  /** From now on `pid` ends with its owner. The one watched first is ended last. */
  watch(pid: number, signal: 'TERM' | 'INT'): void
  /** It has ended: its number may belong to another program soon. */
  forget(pid: number): void
  /** The owner has ended everything itself. */
  dismiss(): void
}

/**
 * A shell that reads lines from its owner. The end of that pipe is the one message that even `kill -9` cannot hold back.
 * Everything is asked to end; the last one, the database, only after the others have gone or ten seconds have passed.
 */
const SCRIPT = `
list=
while read -r signal pid; do
  if [ "$signal" = FORGET ]; then
    kept=; for entry in $list; do [ "\${entry##*:}" = "$pid" ] || kept="$kept $entry"; done
    list=$kept
  else
    list="$signal:$pid $list"
  fi
done
set -- $list
while [ $# -gt 1 ]; do kill -"\${1%%:*}" "\${1##*:}" 2>/dev/null; others="$others \${1##*:}"; shift; done
turns=0
while [ $turns -lt 10 ]; do
  alive=; for pid in $others; do kill -0 "$pid" 2>/dev/null && alive=1; done
  [ -z "$alive" ] && break
  sleep 1; turns=$((turns + 1))
done
[ $# -eq 1 ] && kill -"\${1%%:*}" "\${1##*:}" 2>/dev/null
exit 0
`

export function startGuard(): Guard {
  const child = spawn('/bin/sh', ['-c', SCRIPT], { stdio: ['pipe', 'ignore', 'ignore'], detached: true, cwd: '/' })
  // A write may meet a guard that was killed; its exit is what the owner reacts to.
  child.stdin?.on('error', () => {})
  // It must not keep its owner alive.
  child.unref()
  return {
    process: child,
    watch: (pid, signal) => void child.stdin?.write(`${signal} ${pid}\n`),
    forget: (pid) => void child.stdin?.write(`FORGET ${pid}\n`),
    dismiss: () => void child.kill('SIGKILL'),
  }
}
