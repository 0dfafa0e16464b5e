'use server'

import { z } from 'zod'
import { adjustStock } from '@/lib/inventory/adjust-stock'
import { AdjustStock, SetThreshold } from '@/lib/inventory/schemas'
import { setThreshold } from '@/lib/inventory/set-threshold'
import { action } from '@/lib/web/action'
import { adjustmentFields } from './adjustment-fields'

export const adjustStockAction = action(z.preprocess(adjustmentFields, AdjustStock), adjustStock, { idempotent: true })

export const setThresholdAction = action(SetThreshold, setThreshold)
