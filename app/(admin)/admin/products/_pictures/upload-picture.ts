import { ApiProblem } from '@/app/_client/cart-api'

const tooLarge = 'This file has more than 10 MB. Make it smaller and try again.'
const offline = 'We could not reach the shop. Check your connection and try again.'
const broken = 'Something went wrong on our side. Please try again.'

/** The largest file that the shop takes; asked here too, so that nobody waits for a refusal. */
const LIMIT_BYTES = 10_000_000

/**
 * Sends a picture and says how far it is, from 0 to 1; fetch cannot say that of what it sends. The shop looks at the content, so the type is
 * not told. @throws ApiProblem
 */
export function uploadPicture<T>(address: string, file: File, onProgress: (share: number) => void): Promise<T> {
  if (file.size > LIMIT_BYTES) return Promise.reject(new ApiProblem(413, 'too_large', tooLarge, {}, {}))
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', address)
    request.responseType = 'json'
    request.setRequestHeader('accept', 'application/json')
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    request.onerror = () => reject(new ApiProblem(0, 'offline', offline, {}, {}))
    request.onload = () => {
      const { status, response } = request
      if (status >= 200 && status < 300) resolve(response as T)
      else reject(refusalOf(status, response))
    }
    request.send(file)
  })
}

function refusalOf(status: number, answer: unknown): ApiProblem {
  const { code, detail, title } = (answer ?? {}) as { code?: string; detail?: string; title?: string }
  return new ApiProblem(status, code ?? 'internal', status >= 500 && status !== 503 ? broken : (detail ?? title ?? broken), {}, {})
}
