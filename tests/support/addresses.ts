/** One address of every kind of page, in its several states: each is looked at in both languages and at both widths. */
export const PAGES: Record<string, string> = {
  home: '/',
  'the list': '/fees',
  'the list, selected': '/fees?port=CNNGB&pricing=market&sort=effective',
  'the list, searched': '/fees?q=%E5%BC%95%E8%88%AA',
  'the list, nothing found': '/fees?q=%E9%A3%9E%E8%89%87',
  'the list on a past day': '/fees?on=2020-05-01&port=CNNGB',
  'the list at an old release': '/fees?release=3',
  'an item': '/fees/cargo-port-dues',
  'an item with tiers': '/fees/pilotage?port=CNNGB',
  'an item no longer in force': '/fees/port-construction-fee',
  'a history': '/fees/pilotage/history?line=pilotage%2FCNNGB%2F-%2F-%2Finternational',
  'the history of an item itself': '/fees/port-facility-security/history?line=port-facility-security',
  ports: '/ports',
  'a port': '/ports/CNNGB',
  'an entity': '/entities/91330206MA2DEM0171',
  'the calculator': '/calculator',
  'a call, costed':
    '/calculator?for=call&port=CNNGB&ship_type=container&voyage=international&trade=foreign&use=productive&net_tonnage=95000&loa_m=399&tugs_in=3&tugs_out=2&arrival=2026-10-01&arrival_time=05:30&departure=2026-10-03&departure_time=14:00&b20_general=4000&b40_empty=8000&with_on=2022-03-31',
  'a shipment, costed':
    '/calculator?for=shipment&port=CNNGB&direction=import&trade=foreign&b20_general=5&b45_general=1&storage_days=6',
  'a call, wrongly filled in': '/calculator?for=call&port=CNNGB&net_tonnage=x&arrival=2024-02-30&b20_general=1.5',
  'a check': '/check',
  'a check, filled in': '/check?example=1',
  'a check in bulk': '/check/bulk',
  changes: '/changes',
  'a release': '/changes/12',
  'a line of a release': '/changes/12/3',
  'no such line': '/changes/12/99999',
  quality: '/quality',
  'quality, by rule': '/quality?rule=R06',
  'the log': '/log',
  'signing in': '/staff/sign-in',
  'two days, asked': '/diff',
  'two days, answered': '/diff?from=2022-03-31&to=2022-04-01&port=CNNGB',
  'two days, alike': '/diff?from=2022-04-02&to=2022-04-02',
  upcoming: '/upcoming',
  'operating times': '/operating-times',
  'an operating time': '/operating-times/91330206MA2DEM0171/CNNGB/beilun/pickup/standard',
  policies: '/policies',
  'a policy': '/policies/jsg-2019-2',
  complaints: '/complaints',
  'a filing, begun': '/complaints/new',
  'looking up a filing': '/complaints/lookup',
  'verifying an acknowledgement': '/verify',
  outcomes: '/cases',
  statistics: '/stats',
  glossary: '/glossary',
  problems: '/problems',
  'a bad day': '/fees?on=2024-02-30',
  'a release to come': '/fees?release=9999',
  'no such page': '/nothing-here',
}

/** Lists of more than one page: the second is looked at too, found by the link that leads there. */
export const LONG: Record<string, string> = {
  'the list': '/fees',
  'the list, searched': '/fees?q=%E8%B4%B9',
  'a port': '/ports/CNNGB',
  'an entity': '/entities/91330206MA2DEM0171',
  'two days': '/diff?from=2020-01-01&to=2026-11-01',
}

/** Addresses of those pages that are answered with a problem. */
export const REFUSED: Record<string, number> = {
  'an item no longer in force': 404,
  'a call, wrongly filled in': 400,
  'a bad day': 400,
  'a release to come': 404,
  'no such line': 404,
  'no such page': 404,
}

/** A page's address in a language. */
export const inLanguage = (path: string, lang: 'zh' | 'en'): string =>
  lang === 'zh' ? path : path === '/' ? '/en' : `/en${path}`
