'use server'

import { z } from 'zod'
import { chooseColumns } from '@/lib/staff/choose-columns'
import { changeView, removeView, saveView } from '@/lib/staff/save-view'
import { ChangeView, ChooseColumns, type SavedView, SaveView, ViewRef } from '@/lib/staff/view-schemas'
import { action } from '@/lib/web/action'
import type { Saved } from '../editor-form'
import { columnFields } from './view-fields'

/** Nothing of it is in the log, so the log takes nothing back; see `sayWithUndo`. */
type Kept = SavedView & Saved

export const saveViewAction = action(z.preprocess(columnFields, SaveView), (ctx, input): Promise<Kept> => saveView(ctx, input))

export const changeViewAction = action(ChangeView, (ctx, input): Promise<Kept> => changeView(ctx, input))

export const removeViewAction = action(ViewRef, removeView)

export const chooseColumnsAction = action(z.preprocess(columnFields, ChooseColumns), chooseColumns)
