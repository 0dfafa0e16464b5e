import { makeZip } from 'client-zip'
import { storage } from '@/lib/platform/storage/storage'
import type { Runner } from '@/lib/tasks/run-tasks'
import { countExportedRows, exportSections } from './export-sections'
import { EXPORT_DAYS, exportKey } from './exports'

const DAY_MS = 24 * 60 * 60_000

/** Writes the ZIP of a person's data while it is read, and says where it can be fetched. One that broke off begins anew. */
export const makeExport: Runner = async (_ctx, { id, ownerId, progress }) => {
  if (!ownerId) throw new Error('An export belongs to somebody')
  let written = 0
  await progress(0, await countExportedRows(ownerId))
  const onRows = async (count: number) => {
    written += count
    await progress(written)
  }
  const now = new Date()
  const files = exportSections(ownerId, onRows).map(({ name, input }) => ({ name, input: asBytes(input), lastModified: now }))
  const bytes = await storage().put(exportKey(ownerId, id), makeZip(files), { contentType: 'application/zip' })
  return { path: `/api/v1/me/exports/${id}`, bytes, expires_at: new Date(now.getTime() + EXPORT_DAYS * DAY_MS).toISOString() }
}

async function* asBytes(text: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  for await (const part of text) yield encoder.encode(part)
}
