import { createHash } from 'node:crypto'
import { NextRequest } from 'next/server'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ThemeScript } from '@/app/_ui/theme-script'
import nextConfig from './next.config'
import { config, proxy } from './proxy'

/** The addresses of next.config.ts that get the policy of static pages. */
async function staticPages(): Promise<RegExp> {
  const headers = (await nextConfig.headers?.()) ?? []
  const source = headers.find((rule) => rule.headers.some(({ key }) => key === 'Content-Security-Policy'))?.source
  return new RegExp(`^${source}$`)
}

/** What the matcher names, and something below it; lists share the layout of static pages and have their policy. */
const personal = config.matcher.filter((name) => !/^\/[cp]\//.test(name))

test('every address has one policy: that of static pages, or with a nonce', async () => {
  const isStatic = await staticPages()
  for (const name of personal) {
    const [page = '', below] = name.split('/:')
    expect([page, isStatic.test(page)]).toEqual([page, false])
    expect([`${page}/nothing`, isStatic.test(`${page}/nothing`)]).toEqual([`${page}/nothing`, below === undefined])
  }
})

test('the script in the head runs without a nonce too: the document for what is unknown has none', () => {
  const code = /<script>(.*)<\/script>/.exec(renderToStaticMarkup(ThemeScript({})))?.[1] ?? ''
  const policy = proxy(new NextRequest('http://localhost:3000/account/nothing')).headers.get('content-security-policy')
  expect(policy).toContain(`'sha256-${createHash('sha256').update(code).digest('base64')}'`)
})
