import { Agent, get } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Load, percentilesOf } from './load'

export type Users = { count: number; seconds: number; spawnPerSecond: number; thinkMs: [number, number]; pathOf: (turn: number) => string }

/** People with a connection of their own each, who read, think and read again (R175, R180, R181). Measured is from the last one's arrival. */
export async function loadUsers(url: string, { count, seconds, spawnPerSecond, thinkMs: [least, most], pathOf }: Users): Promise<Load> {
  const latencies: number[] = []
  let failures = 0
  let bytes = 0
  let turn = 0
  const arrivalMs = (count / spawnPerSecond) * 1_000
  const beganAt = performance.now() + arrivalMs
  const end = beganAt + seconds * 1_000
  async function user(index: number) {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    await sleep((index / count) * arrivalMs)
    while (performance.now() < end) {
      const asked = performance.now()
      const answer = await read(agent, url + pathOf(turn++))
      if (asked >= beganAt) {
        latencies.push(performance.now() - asked)
        bytes += answer.bytes
        if (!answer.isGood) failures++
      }
      await sleep(least + Math.random() * (most - least))
    }
    agent.destroy()
  }
  await Promise.all(Array.from({ length: count }, (_, index) => user(index)))
  const requests = latencies.length
  return { perSecond: requests / seconds, ...percentilesOf(latencies), requests, failures, bytesPerRequest: requests === 0 ? 0 : bytes / requests }
}

function read(agent: Agent, address: string): Promise<{ isGood: boolean; bytes: number }> {
  return new Promise((resolve) => {
    const request = get(address, { agent, headers: { 'accept-encoding': 'br' }, timeout: 20_000 }, (response) => {
      let bytes = 0
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length
      })
      response.on('end', () => resolve({ isGood: (response.statusCode ?? 500) < 400, bytes }))
      response.on('error', () => resolve({ isGood: false, bytes }))
    })
    request.on('timeout', () => request.destroy(new Error('timeout')))
    request.on('error', () => resolve({ isGood: false, bytes: 0 }))
  })
}
