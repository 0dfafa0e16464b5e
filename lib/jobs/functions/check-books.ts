import { checkBooks } from '@/lib/housekeeping/check-books'
import { defineJob } from '../define-job'

/** Each night: stock, orders and money have to agree. */
export const checkTheBooks = defineJob({
  id: 'check-books',
  queue: 'default',
  cron: '0 4 * * *',
  isAlone: true,
  run: ({ ctx, step }) => step.run('check the books', () => checkBooks(ctx)),
})
