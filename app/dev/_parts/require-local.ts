import { notFound } from 'next/navigation'
import { connection } from 'next/server'
import { mode } from '@/lib/platform/env'

/** In a deployed shop these pages do not exist: mails carry links that open accounts. */
export async function requireLocal(): Promise<void> {
  await connection()
  if (mode !== 'local') notFound()
}
