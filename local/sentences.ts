/** An error for a person: one sentence that says what is wrong and how to mend it. It is printed without a stack. */
export function refusal(sentence: string, cause?: unknown): Error {
  const error = new Error(sentence, { cause })
  error.name = 'Refusal'
  return error
}

/** The sentence for any error of a command; null when it is a bug, which is printed whole. */
export function sentenceFor(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  if (error.name === 'Refusal') return error.message
  if (error.message.startsWith('The environment has a wrong value')) return error.message
  if (isDiskFull(error)) return DISK_FULL
  const code = 'code' in error ? error.code : undefined
  const where = 'path' in error && typeof error.path === 'string' ? error.path : 'a file'
  if (code === 'EACCES' || code === 'EPERM')
    return `No permission for ${where}: give this user access to it, or set DATA_DIR to a directory of its own.`
  if (code === 'EROFS') return `${where} is on a read-only disk: set DATA_DIR to a directory that can be written.`
  if (code === 'EMFILE' || code === 'ENFILE') return 'This machine has no file handles left: raise the limit (ulimit -n 4096) and start again.'
  return null
}

/** What was under way when somebody asked to stop. */
export const stopped = (): Error => refusal(STOPPED)
export const isStopped = (error: unknown): boolean => error instanceof Error && error.message === STOPPED

const STOPPED = 'Stopped.'

export const DISK_FULL = 'The disk is full: free at least 1 GB, or set DATA_DIR to a directory on another disk, and start again.'

/** True for ENOSPC and EDQUOT, and for a program's output that speaks of them. */
export function isDiskFull(error: unknown): boolean {
  if (error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')) return true
  const text = error instanceof Error ? `${error.message} ${'stderr' in error ? String(error.stderr) : ''}` : String(error)
  return /No space left on device|ENOSPC|Disk quota exceeded|EDQUOT/.test(text)
}
