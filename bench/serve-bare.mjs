// @ts-check
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

/* The least that Node can do: one ready body, whatever is asked. What the entry's memory is held against. */
const body = readFileSync(process.env.BODY_FILE ?? '')
const headers = {
  'content-type': 'text/html; charset=utf-8',
  'content-encoding': process.env.BODY_ENCODING ?? 'identity',
  'content-length': body.length,
}

createServer((_request, response) => {
  response.writeHead(200, headers)
  response.end(body)
}).listen(Number(process.env.PORT), () => process.send?.('ready'))
