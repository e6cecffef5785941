import type { RuleCode } from '../../../catalogue/lint/codes.ts'
import { ruleWords } from '../rule-words.ts'

type Words = [name: string, why: string, mend: string]

const rules: Record<RuleCode, Words> = {
  V01: [
    'Days that can be used',
    'With a wrong day readers see the wrong price.',
    'Write real days, the end after the beginning, not twenty years ahead.',
  ],
  V02: [
    'One saying a day',
    'One subject can be only one thing on one day, so that order cannot matter.',
    'Make it one line, or take the days apart.',
  ],
  V03: [
    'No gap between',
    'On days nobody speaks of, readers think that nothing is charged.',
    'Say what holds on these days, or that nothing is charged.',
  ],
  V04: [
    'A price within its item',
    'On days on which an item is not published it can have no price.',
    'Move the days of the price into those of the item, or publish the item first.',
  ],
  V05: [
    'Begins before publication',
    'It changes answers that were given already.',
    'If it was always wrong, make it a correction with its reason; otherwise the reviewer confirms it.',
  ],
  V06: [
    'Notice of an increase',
    'Companies need time to know, to plan and to object.',
    'Move the effective day, or do not increase; if it was always wrong, make it a correction.',
  ],
  V07: ['A decrease may be immediate', 'Nobody has to wait for a lighter burden.', 'Nothing to do.'],
  V08: [
    'An unusual step',
    'A slipped decimal point or unit is the commonest error.',
    'Check amount and unit; if it is so, the reviewer confirms it.',
  ],
  V09: [
    'A line that changes nothing',
    'Lines without a change hide the real ones.',
    'Remove the line; to attest what stands, use “confirm”.',
  ],
  B01: [
    'A basis, with its article',
    'A figure without a basis is not shown as law.',
    'Name the document and the article.',
  ],
  B02: [
    'The basis is in force',
    'A document not yet or no longer in force supports no price.',
    'Name one in force then, or shorten the days of the price.',
  ],
  B03: [
    'The basis has been followed',
    'The old document may have been replaced.',
    'Look at the later one and bring the basis up to date.',
  ],
  B04: [
    'Within the ceiling',
    'A price with a ceiling may not exceed it; what cannot be compared must be explained.',
    'Bring it within the ceiling, or price it in a way that compares.',
  ],
  P01: [
    'Tiers without gaps',
    'A gap between tiers is a case without a price.',
    'Start at zero, rise, and leave the last one open.',
  ],
  P02: [
    'Everything a price needs',
    'Without unit or terms nobody can work out a bill.',
    'Complete unit, currency and rounding.',
  ],
  P03: [
    'Amounts written as amounts',
    'An amount is a definite number; nothing to pay must say so.',
    'Write it as 12.5; where it is free, say “free”.',
  ],
  P04: [
    '“By agreement” and “at cost” explained',
    'A price without a figure cannot be planned for.',
    'Say what it covers, how it is agreed, and about how much.',
  ],
  P05: [
    'A percentage of something',
    'A percentage of what has no price, or of itself, cannot be worked out.',
    'Make it an amount, or publish the price it is taken of.',
  ],
  P06: [
    'No mark-up on what is passed on',
    'What government prices is passed on as it is.',
    'Make it 100 %, and list an own service apart.',
  ],
  L01: [
    'Handed over without a gap',
    'The last day of the one meets the first of the other.',
    'Change the day of the lineage, or publish both items first.',
  ],
  L02: [
    'Not above the former price',
    'A charge that goes into another may not rise on the way.',
    'Bring it down to the price it had before.',
  ],
  L03: [
    'An ending that is explained',
    'When an item vanishes nobody knows whether it was abolished or renamed.',
    'Name the document that ended it, or what it became.',
  ],
  L04: [
    'A code is never reused',
    'With another service under a code its history is wrong.',
    'Give the new item a code of its own.',
  ],
  C01: [
    'One service, one charge',
    'Different items under one name are easily billed twice.',
    'Say how they differ, or make them one.',
  ],
  C02: [
    'One unit for one item',
    'With different units prices cannot be compared between ports.',
    'Use one unit, or say why not.',
  ],
  C03: [
    'There last year, gone now',
    'What runs out without a word may have been forgotten.',
    'Post it again, or end it.',
  ],
  C04: [
    'Lists are confirmed',
    'A price long unconfirmed may no longer be right.',
    'Look through the list and confirm it.',
  ],
  C05: [
    'Who charges can be found',
    'Whoever sees a price must know who charges it and where to complain.',
    'Register entity, port and complaint telephone first.',
  ],
  S01: [
    'Nothing left without its ground',
    'A change in one place undoes prices it does not mention.',
    'Change the affected prices in the same set.',
  ],
  S02: [
    'Nothing changed since approval',
    'What was approved is what stood then.',
    'Send it back, look at what was published since, and submit it again.',
  ],
  R01: [
    'Everything that must be shown',
    'Item, content, and price or method of pricing must be shown.',
    'Complete item, content, price and unit.',
  ],
  R02: [
    'A set price is charged as set',
    'A government-set price is neither exceeded nor undercut.',
    'Use the figure in force on that day.',
  ],
  R03: [
    'Not above a guided price',
    'A published government-guided price is a ceiling.',
    'Bring it within the ceiling of that day.',
  ],
  R04: ['Nothing outside the list', 'What is not published may not be charged.', 'Take the bill to “Check a bill”.'],
  R05: ['Nothing abolished', 'What government abolished may not go on being charged.', 'End the price.'],
  R06: [
    'Security charge in the lump sum',
    'The notice of 2022 put it into the port operation lump sum, not above its former price.',
    'List it as a sub-item, within the former price.',
  ],
  R07: [
    'Set prices are not bundled',
    'Inside a market price nobody sees whether a set price was marked up.',
    'List what is collected for others apart, at its price.',
  ],
  R08: [
    'A range says what decides',
    'Where conditions differ, each is shown with its price.',
    'Say which case costs how much.',
  ],
  R09: [
    'One service is charged once',
    'Seals, receipts and documents charged by several links are charged twice.',
    'Find out whether it is the same, and let one side charge it.',
  ],
  R10: [
    'Commercial services are a choice',
    'Attending examinations, fumigation and the like are chosen by the customer.',
    'Mark it as voluntary, and take compelling words out.',
  ],
  R11: [
    'Updated on the day',
    'When a price changes the list changes at once.',
    'Publish changes on their day; explain this one.',
  ],
  R12: ['No false government price', 'A market price may not be called government-set.', 'Take these words out.'],
  R13: ['Not above the posted price', 'Nothing may be charged beyond the mark.', 'Take the bill to “Check a bill”.'],
  R14: [
    'Lists are looked through',
    'The directory is kept up to date; what nobody looks through grows old.',
    'Look through the whole list and say until when it holds.',
  ],
  R15: ['Priced in renminbi', 'Prices are shown in Arabic numerals and renminbi.', 'Give the price in renminbi.'],
}

/** The rules: of each its name, why it is there, and how to mend what it finds. */
export const lintRules = ruleWords(rules)
