/** Every rule by its code: those of the lint catalogue, then R01-R15 of what law asks. */
export const RULE_CODES = [
  ...(['V01', 'V02', 'V03', 'V04', 'V05', 'V06', 'V07', 'V08', 'V09'] as const),
  ...(['B01', 'B02', 'B03', 'B04'] as const),
  ...(['P01', 'P02', 'P03', 'P04', 'P05', 'P06'] as const),
  ...(['L01', 'L02', 'L03', 'L04'] as const),
  ...(['C01', 'C02', 'C03', 'C04', 'C05'] as const),
  ...(['S01', 'S02'] as const),
  ...(['R01', 'R02', 'R03', 'R04', 'R05', 'R06', 'R07', 'R08'] as const),
  ...(['R09', 'R10', 'R11', 'R12', 'R13', 'R14', 'R15'] as const),
] as const
export type RuleCode = (typeof RULE_CODES)[number]

/** Every sentence that a finding may be put in: its rule, and its case where the rule has several. */
export const SENTENCES = [
  ...(['V01-fault', 'V01-far', 'V02-fault', 'V03', 'V04', 'V05-affects', 'V05-not-a-correction'] as const),
  ...([
    'V06',
    'V06-unclear',
    'V06-added',
    'V06-beside',
    'V06-ended',
    'V06-corrected',
    'V07',
    'V08',
    'V08-slip',
    'V09',
    'V09-nothing-to-end',
  ] as const),
  ...(['B01', 'B01-fault', 'B01-pinpoint', 'B02-unknown', 'B02-early', 'B02-ended', 'B03'] as const),
  ...(['B04', 'B04-none', 'B04-unclear', 'B04-named'] as const),
  ...(['P01-fault', 'P02-fault', 'P02-rounding', 'P03-fault', 'P03-zero', 'P04-agreed', 'P04-bare'] as const),
  ...(['P05', 'P05-circle', 'P06'] as const),
  ...(['L01-predecessor', 'L01-successor', 'L02', 'L03', 'L04', 'L04-renamed'] as const),
  ...(['C01', 'C01-overlap', 'C02', 'C03', 'C04', 'C05', 'C05-port', 'C05-elsewhere', 'C05-phone'] as const),
  ...(['S01-item', 'S01-price', 'S01-base', 'S01-entity', 'S02'] as const),
  ...(['R01-fault', 'R01-item', 'R01-content', 'R02-above', 'R02-below', 'R03-above', 'R05', 'R05-named'] as const),
  ...(['R06', 'R06-alone', 'R07', 'R08', 'R09', 'R10', 'R10-said', 'R11', 'R12'] as const),
  ...(['R14-entity', 'R14-port', 'R14-government', 'R15', 'R15-fault'] as const),
] as const
export type Sentence = (typeof SENTENCES)[number]

/** Why a rule could not run, or not in whole. */
export const SKIPPED = ['on-bills', 'not-approved', 'tax-not-recorded', 'other-lists'] as const
export type SkippedBecause = (typeof SKIPPED)[number]

/** The sentence of a rule and case. */
export const sentenceOf = (rule: string, what: string | null): string => (what === null ? rule : `${rule}-${what}`)
