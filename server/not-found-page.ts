import { readFileSync } from 'node:fs'

let page: string | null | undefined

/** The prerendered page for addresses at which there is nothing; null when there is no build, as in development. */
export function notFoundPage(): string | null {
  page ??= readPage()
  return page
}

function readPage(): string | null {
  try {
    return readFileSync(`${process.env.BUILD_DIR || '.next'}/server/app/_not-found.html`, 'utf8')
  } catch {
    // `next dev` draws its own.
    return null
  }
}
