import { gzipSync } from 'node:zlib'

/** How many kB of JavaScript a page loads by its script tags, compressed with gzip. Old browsers' polyfills do not count. */
export async function scriptKilobytes(pageUrl: string): Promise<number> {
  const html = await (await fetch(pageUrl)).text()
  const tags = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag).filter((tag) => !/\bnomodule\b/i.test(tag))
  const addresses = new Set(tags.flatMap((tag) => /\bsrc="([^"]+)"/.exec(tag)?.[1]?.replaceAll('&amp;', '&') ?? []))
  let bytes = 0
  for (const address of addresses) bytes += gzipSync(await (await fetch(new URL(address, pageUrl))).arrayBuffer()).length
  return bytes / 1_000
}
