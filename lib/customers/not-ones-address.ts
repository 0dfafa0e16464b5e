import { DomainError } from '@/lib/core/errors'

/** The first thing that anybody would try. @throws invalid_input */
export function requireNotOnesAddress(password: string, email: string, pointer: string): void {
  if (password.trim().toLowerCase() !== email.toLowerCase()) return
  const detail = 'This is your e-mail address, which others know. Please choose another password.'
  throw new DomainError('invalid_input', { errors: [{ pointer, detail }] })
}
