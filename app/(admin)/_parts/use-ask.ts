import { useState } from 'react'
import { sendJson } from '@/app/_client/cart-api'

/** Asks the server from a dialog, one question at a time: the answer, or null when it was refused, which `problem` then says why. */
export function useAsk<T>(path: string) {
  const [problem, setProblem] = useState('')
  const [isPending, setPending] = useState(false)

  async function ask(body: unknown): Promise<T | null> {
    setPending(true)
    setProblem('')
    try {
      return await sendJson<T>('POST', path, body)
    } catch (error) {
      setProblem((error as Error).message)
      return null
    } finally {
      setPending(false)
    }
  }

  return { ask, isPending, problem, setProblem }
}
