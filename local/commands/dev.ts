import { supervise } from '../supervisor'

export const run = (): Promise<number> => supervise('dev')
