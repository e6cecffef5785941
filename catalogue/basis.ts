import { z } from 'zod'
import { DocumentCode } from './codes.ts'

/** 收费依据: a document, and the article of it that says so. */
export const Basis = z.strictObject({ document: DocumentCode, article: z.string().min(1).max(200).nullable() })
export type Basis = z.infer<typeof Basis>

/**
 * How well a figure is supported. `verified`: two independent sources or the official text. `single`: one source.
 * `derived`: computed from verified figures. `recall`: no source at hand, shown as 待核实 and never as law.
 */
export const Mark = z.enum(['verified', 'single', 'derived', 'recall'])
export type Mark = z.infer<typeof Mark>

/** Where a figure comes from: its mark, and the source in words. */
export const Provenance = z.strictObject({ mark: Mark, source: z.string().min(1).max(400) })
export type Provenance = z.infer<typeof Provenance>
