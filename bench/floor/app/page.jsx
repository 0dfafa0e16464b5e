import { readFileSync } from 'node:fs'

/** As much text as the page it is compared with has HTML. Written by bench/floor-app.ts before the build. */
export default function Page() {
  return <main>{readFileSync('filler.txt', 'utf8')}</main>
}
