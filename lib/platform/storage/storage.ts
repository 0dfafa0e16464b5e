import path from 'node:path'
import { env, mediaDirectory, usesS3 } from '@/lib/platform/env'
import { openLocalDisk } from './local-disk'
import { openS3 } from './s3'
import { under } from './under'

export type StoredFile = { body: ReadableStream<Uint8Array>; bytes: number }

export type FileEntry = { key: string; bytes: number; changedAt: Date }

/** What comes in pieces is stored in pieces: no file has to fit into memory. */
export type FileContent = AsyncIterable<Uint8Array> | Uint8Array

/**
 * Where files are kept. A key is a path of small letters, digits, `.`, `_`, `-` and `/`. A file appears whole or not at all, and a later
 * one under the same key takes its place.
 */
export type Storage = {
  /** @returns how many bytes were stored. */
  put(key: string, content: FileContent, options: { contentType: string }): Promise<number>
  get(key: string): Promise<StoredFile | null>
  has(key: string): Promise<boolean>
  /** Nothing happens when there is none. */
  delete(key: string): Promise<void>
  /** All whose keys begin with `prefix`, in no particular order. */
  list(prefix: string): AsyncIterable<FileEntry>
}

const shared = globalThis as typeof globalThis & { highstreetStorage?: Storage; highstreetMedia?: Storage }

/** S3 when `USE_S3` says so (R162), a directory on this machine otherwise. Opened at first use. */
export function storage(): Storage {
  shared.highstreetStorage ??= usesS3(env) ? openConfiguredS3() : openLocalDisk(path.resolve(/* turbopackIgnore: true */ env.DATA_DIR, 'files'))
  return shared.highstreetStorage
}

/**
 * Pictures of what is sold: `MEDIA_DIR` on this machine, where the demo's are drawn ahead and which several shops may share; with S3 the same
 * bucket, under `media/`.
 */
export function mediaStorage(): Storage {
  shared.highstreetMedia ??= usesS3(env) ? under('media/', storage()) : openLocalDisk(path.resolve(/* turbopackIgnore: true */ mediaDirectory))
  return shared.highstreetMedia
}

function openConfiguredS3(): Storage {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_STORAGE_BUCKET_NAME: bucket } = env
  if (!accessKeyId || !secretAccessKey || !bucket) {
    throw new Error('USE_S3 is on, but AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY or AWS_STORAGE_BUCKET_NAME is not set. See .env.example.')
  }
  return openS3({ accessKeyId, secretAccessKey, bucket, region: env.AWS_S3_REGION_NAME, endpoint: env.AWS_S3_ENDPOINT_URL })
}
