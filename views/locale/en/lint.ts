import type { Sentence, SkippedBecause } from '../../../catalogue/lint/codes.ts'
import type { Severity } from '../../../catalogue/lint/rule.ts'

const says = <K extends string>(words: Record<K, string>) => words

const sentences = says<Sentence>({
  'V01-fault': 'A day cannot be used ({field}): {fault}',
  'V01-far': '{day} is more than twenty years ahead; check the year.',
  'V02-fault': 'This set says two things of one subject on one day; only one line can stay.',
  V03: 'Nothing at all is said of {from} to {to}.',
  V04: '{item} is not on the list on {day}; from that day it can have no price.',
  'V05-affects':
    'The correction changes answers already given for {from} to {to}; companies that checked those days will see it.',
  'V05-not-a-correction':
    'It takes effect on {from}, before it is published; answers for {from} to {to} change, but it is not marked as a correction.',
  V06: 'An increase from {day}, only {days} days after publication; this portal asks for {required}, so {earliest} is the earliest day.',
  'V06-unclear':
    'Whether it is an increase cannot be told, so it counts as one: from {day}, {days} days after publication, fewer than the {required} this portal asks for.',
  'V06-added':
    'Not charged before: new from {day}, {days} days after publication, fewer than the {required} this portal asks for.',
  'V06-beside':
    'Until {day} the case fell under another, lower price of {item}; for it this is an increase {days} days after publication, and this portal asks for {required}, so {earliest} is the earliest day.',
  'V06-ended':
    'Once this line of {item} ends, its case falls under a higher one that stays: an increase from {day}, {days} days after publication; this portal asks for {required}, so {earliest} is the earliest day.',
  'V06-corrected':
    'Marked as a correction, but from {day} on it raises a price for days still to come; if it is simply an increase, this portal asks for {required} days, so {earliest} is the earliest day.',
  V07: 'A decrease from {day}; it may take effect at once.',
  V08: 'The price changes by {percent} %; make sure that it is no slip.',
  'V08-slip': 'The new price is {times} times the old one, as if the decimal point or the unit had slipped.',
  V09: 'Exactly what is said already; it changes nothing. To attest it, use “confirm”.',
  'V09-nothing-to-end': 'Nothing is in force on these days, so there is nothing to end.',
  B01: 'No legal basis is named.',
  'B01-fault': 'The basis cannot be used ({field}): {fault}',
  'B01-pinpoint': 'The basis of {item} names a document but no article of it.',
  'B02-unknown': 'The document {document} of the basis is not in the directory.',
  'B02-early': 'The basis “{document}” takes effect on {day} only; an earlier price cannot rest on it.',
  'B02-ended': 'The basis “{document}” ended on {day}, and the price still rests on it.',
  B03: 'The basis “{document}” has been followed by “{replacement}”; check whether it should be brought up to date.',
  B04: 'The posted price of {item}, “{posted}”, is above its ceiling from {day}: “{government}”.',
  'B04-none':
    '{item} is priced or guided by government, but on {day} no government figure fits this case, so it cannot be compared.',
  'B04-unclear':
    'The posted price of {item} is worked out in another way than the government’s, so from {day} it cannot be compared figure by figure; compare “{posted}” with “{government}” by hand.',
  'B04-named':
    '{item} is posted as “{name}”, which is the name of {of}, whose price government sets or limits; list it under {of}, or give it a name of its own.',
  'P01-fault': 'Tiers have a gap, do not start at zero or are out of order ({field}): {fault}',
  'P02-fault': 'Unit or terms are not complete ({field}): {fault}',
  'P02-rounding': 'The government price of {item} does not say how a bill is rounded.',
  'P03-fault': 'Not written as an amount ({field}): {fault}',
  'P03-zero': 'The price of {item} is 0, but the text as posted does not say that it is free.',
  'P04-agreed': '{item} is “by agreement”, without saying how it is agreed or in what range.',
  'P04-bare': '{item} is at cost or in an attachment, without saying what it covers or about how much.',
  P05: 'It is a percentage of {of}, which has no usable price on {day}.',
  'P05-circle': '{item} is a percentage of {of}, which leads back to {item}: it cannot be worked out.',
  P06: '{item} is only passed on; charging {percent} % of it, or adding to it, is a mark-up.',
  'L01-predecessor': '{item} is not in force the day before {day}, so it cannot become {into}.',
  'L01-successor': '{into} is not in force on {day}, so {item} has nowhere to go.',
  L02: 'As a sub-item, {item} is posted at “{posted}”, above the price it had of its own before {day}: “{government}”.',
  L03: '{item} ends on {day}, without a document that says so and without what it became.',
  L04: 'The code {item} once was “{before}”; after that ended it cannot be used for “{after}”.',
  'L04-renamed': 'The name changes from “{before}” to “{after}”, which does not look like the same item.',
  C01: 'One name, “{name}”, stands for different items: {items}. A service may be billed twice.',
  'C01-overlap':
    'Several lines of {item} fit the same case, and none is the narrower: {lines}. Which is the price cannot be told; make their conditions exclude each other.',
  C02: '{item} is counted in different units at different ports: {units}.',
  C03: '{item} had a price on this day last year ({day}) and has none on {now}, without a word that it ended.',
  C04: '{entity} at {port}: prices not confirmed for more than {months} months: {n}.',
  C05: '{entity} is not in the directory of charging entities on {day}, so it can post no price.',
  'C05-port': 'There is no port {port} in the directory.',
  'C05-elsewhere': '{port} is not among the ports {entity} is registered at.',
  'C05-phone': '{entity} has published no telephone number for complaints.',
  'S01-item': '{item} is no longer in force from {day}, yet this price goes on; end it in the same set.',
  'S01-price':
    'Once the government price of {item} changes on {day}, this posted price no longer agrees with it; its entity must follow.',
  'S01-base': '{item} is no longer in force from {day}, and this price is a percentage of it.',
  'S01-entity':
    '{entity} is no longer in the directory from {day}, yet these prices of it go on; end them in the same set.',
  S02: 'Since it was approved, release {release} has changed the same subject; send it back to be looked at again.',
  'R01-fault': 'What must be shown is not complete ({field}): {fault}',
  'R01-item': 'There is no item {item} in the directory; publish the item and its content first.',
  'R01-content': 'The content of {item} only repeats its name and does not say what the service is.',
  'R02-above': '{item} is set by government; “{posted}” is above what is in force on {day}: “{government}”.',
  'R02-below':
    '{item} is set by government; “{posted}” is below what is in force on {day}: “{government}”. A set price is charged as it is set.',
  'R03-above': '{item} is guided by government; “{posted}” is above the ceiling in force on {day}: “{government}”.',
  R05: '{item} has been abolished and may not be charged from {day}.',
  'R05-named': 'It is posted as “{name}”, which has the name of {item} in it, and that has been abolished.',
  R06: '{item} has been part of the port operation lump sum since {day}; “{posted}” is above its former price: “{government}”.',
  'R06-alone': '{item} may not stand as an item of its own since {day}; it belongs under the port operation lump sum.',
  R07: 'The text of {item} says that it includes “{name}”, whose price government sets; list it apart, neither bundled nor marked up.',
  R08: '{item} gives a range without the condition that decides what is charged.',
  R09: 'At {port} two links charge for one and the same thing: {items}.',
  R10: '{item} is a commercial service, but is not marked as a choice of the customer.',
  'R10-said': 'The text of {item} reads as compulsory: a service may be forced and charged.',
  R11: 'The price changes from {day}, and the list follows only on {today}; it must follow on the same day.',
  R12: '{item} has a market price, but its text calls it government-set or government-guided.',
  'R14-entity': 'The list of {entity} at {port} was looked through until {day}, more than {months} months ago.',
  'R14-port': 'The list of {port} was looked through until {day}, more than {months} months ago.',
  'R14-government': 'The government’s items were looked through until {day}, more than {months} months ago.',
  R15: '{item} is priced in foreign money only; a price must be shown in renminbi.',
  'R15-fault': 'The currency must be renminbi: {fault}',
})

const severities = says<Severity>({ error: 'error', warning: 'warning', note: 'note' })

const reasons = says<`skipped-${SkippedBecause}`>({
  'skipped-on-bills': 'It takes a bill to compare; it is run by “Check a bill” and was not looked at here.',
  'skipped-not-approved': 'Not approved yet; it is looked at after approval, when the set is published.',
  'skipped-tax-not-recorded': 'The directory does not record whether prices include tax; that part was not looked at.',
  'skipped-other-lists':
    'Only the lists of the entities this set touches were read; prices of others were not looked at, and the weekly check will see them.',
})

/** Rules: what lint says. */
export const lint = {
  ...sentences,
  ...severities,
  ...reasons,
  otherwise: 'Something found by rule {rule}, whose words have changed since; check again.',
  source: '{document} {clause}',
  portal: 'Publishing rules of this portal',
  noSource: 'no clause behind it: at most a warning',
}
