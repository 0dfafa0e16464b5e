import { type ClassValue, clsx } from 'clsx'

/** Joins class names. It does not settle contradictions: a component offers variants instead of being overruled from outside. */
export const classes = (...values: ClassValue[]): string => clsx(values)
