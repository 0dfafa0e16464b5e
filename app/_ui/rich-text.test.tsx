import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { RichText } from './rich-text'

const drawn = (text: string) => renderToStaticMarkup(<RichText text={text} />)

test('emphasis, lists, links and headings below the section are drawn; a single line break stays', () => {
  const html = drawn('# Care\nBlown by **hand**, *cold*.\nSecond line\n\n- Wash it\n- Dry it\n\n[More](/pages/delivery)')
  expect(html).toContain('<h3>Care</h3>')
  expect(html).toContain('<strong>hand</strong>, <em>cold</em>.\nSecond line')
  expect(html).toMatch(/<ul><li>Wash it<\/li><li>Dry it<\/li><\/ul>/)
  expect(html).toContain('<a href="/pages/delivery">More</a>')
})

test('a text without any signs is one paragraph', () => {
  expect(drawn('A mug. It holds 0.3 l & is blue.')).toMatch(/<div[^>]*><p>A mug. It holds 0.3 l &amp; is blue.<\/p><\/div>/)
})

test.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[x](javascript:alert(1))',
  '[x](data:text/html;base64,PHNjcmlwdD4=)',
  '![x](https://elsewhere.example/a.png)',
  '<iframe src="https://elsewhere.example"></iframe>',
  '<div onclick="alert(1)">x</div>',
])('nothing foreign comes in by %s', (text) => {
  expect(drawn(text)).not.toMatch(/<(script|img|iframe|div on)|javascript:|href="data:/)
})
