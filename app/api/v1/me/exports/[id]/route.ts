import { openExport } from '@/lib/privacy/open-export'
import { TaskRef } from '@/lib/tasks/schemas'
import { fileRoute } from '@/lib/web/file-route'

export const GET = fileRoute('GET /api/v1/me/exports/{id}', {
  summary: 'Everything we keep about you, as JSON and CSV files in one ZIP, for three days after it was made',
  input: TaskRef,
  output: { type: 'application/zip', description: 'The file' },
  open: async (ctx, asked) => ({ ...(await openExport(ctx, asked)), type: 'application/zip', name: 'my-data.zip' }),
})
