/* Comforts of the desk. Everything there works without this file. */

/** The form of a line: rows and forms of a rate change in place, and the example is worked out as one types. */
for (const form of document.querySelectorAll('form[data-line-form]')) attend(form)

function attend(form) {
  let waiting
  let asked
  form.addEventListener('click', (event) => {
    const button = event.target.closest('button[name=step]')
    if (!button || button.value === 'save') return
    event.preventDefault()
    ask(button.value, (page) => redraw(form, page, button.value))
  })
  form.addEventListener('change', ({ target }) => {
    if (SWAPPING.test(target.name)) ask('show', (page) => redraw(form, page, ''))
  })
  form.addEventListener('input', ({ target }) => {
    clearTimeout(waiting)
    if (form.querySelector('[data-try]') && !SWAPPING.test(target.name))
      waiting = setTimeout(() => ask('example', (page) => retry(form, page)), 400)
  })
  form.addEventListener('submit', () => {
    clearTimeout(waiting)
    asked?.abort()
  })

  async function ask(step, show) {
    clearTimeout(waiting)
    asked?.abort()
    asked = new AbortController()
    const said = new URLSearchParams(new FormData(form))
    said.set('step', step)
    try {
      const answer = await fetch(form.action, { method: 'POST', body: said, signal: asked.signal })
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
      const next = page.querySelector('form[data-line-form]')
      if (!next) throw new Error(answer.status)
      show(next)
    } catch (error) {
      if (error.name !== 'AbortError') say(form, form.dataset.failed)
    }
  }
}

/** Fields that decide which others there are. */
const SWAPPING = /^change$|\.form$|\.fact$|^payload\.(port|item)$/

/** Draws the whole form anew; the reader goes on where they were, or in the row that was added. */
function redraw(form, next, step) {
  const at = document.activeElement?.id
  const open = new Set([...form.querySelectorAll('details[open]')].map(({ id }) => id))
  for (const details of next.querySelectorAll('details')) details.open ||= open.has(details.id)
  form.className = next.className
  form.replaceChildren(...next.childNodes)
  const group = step.startsWith('add:') && document.getElementById(`f-${step.slice(4).replaceAll('.', '-')}`)
  const rows = group ? group.querySelectorAll(':scope > .line-part') : []
  const there = rows.length > 0 ? rows[rows.length - 1].querySelector('input, select, textarea') : null
  ;(there ?? (at && document.getElementById(at)))?.focus()
}

/** Shows the new example; its own fields stay while someone writes in them. */
function retry(form, next) {
  const [now, then] = [form.querySelector('[data-try]'), next.querySelector('[data-try]')]
  if (!now || !then) return
  now.replaceChildren(...then.childNodes)
  say(form, then.dataset.says)
  const [fields, others] = [form.querySelector('[data-try-fields]'), next.querySelector('[data-try-fields]')]
  if (!fields.contains(document.activeElement)) fields.replaceChildren(...others.childNodes)
}

function say(form, text) {
  const status = form.querySelector('[data-status]')
  if (status && status.textContent !== text) status.textContent = text
}

/** case page: who else looks at the case, asked again every twenty seconds while the page is in sight. */
for (const place of document.querySelectorAll('[data-presence]')) setInterval(() => lookAgain(place), 20_000)

async function lookAgain(place) {
  if (document.visibilityState !== 'visible') return
  const answer = await fetch(place.dataset.presence, { headers: { accept: 'application/json' } }).catch(() => null)
  if (!answer?.ok || answer.redirected) return
  const { says } = await answer.json()
  const said = place.querySelector('[data-presence-says]')
  if (said.textContent !== says) said.textContent = says
}
/** end of case page */

/** case queue: choosing with one tick, single keys (off while one types, or for good), and the page of the keys as a dialog. */
function attendQueue(form) {
  const ticks = [...form.querySelectorAll('input[name=case]')]
  const all = form.querySelector('[data-choose-all]')
  const count = form.querySelector('[data-chosen-count]')
  if (!all) return
  all.parentElement.hidden = false
  const tell = () => {
    const chosen = ticks.filter(({ checked }) => checked).length
    all.checked = chosen > 0 && chosen === ticks.length
    all.indeterminate = chosen > 0 && chosen < ticks.length
    count.textContent = chosen === 0 ? '' : form.dataset.chosen.replace('{n}', chosen)
  }
  all.addEventListener('change', () => {
    for (const tick of ticks) tick.checked = all.checked
    tell()
  })
  form.addEventListener('change', tell)
  tell()
}

function attendKeys() {
  const help = document.querySelector('[data-case-keys]')
  const home = document.querySelector('.masthead nav a[href$="/staff/cases"]')
  switchKeys(document)
  if (!home) return
  let before = ''
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || !keysAreOn()) return
    const key = before === 'g' && event.key === 'q' ? 'g q' : event.key
    before = event.key
    const act = KEYS[key]
    if (act && act({ event, help, home }) !== false) event.preventDefault()
  })
}

const typing = (target) =>
  target.isContentEditable ||
  /^(SELECT|TEXTAREA|DIALOG)$/.test(target.tagName) ||
  (target.tagName === 'INPUT' && !/^(checkbox|radio|button|submit)$/.test(target.type)) ||
  document.querySelector('dialog[open]') !== null

const rowsOf = () => [...document.querySelectorAll('tr[data-case]')]
const rowAt = () => document.querySelector('tr[data-case].at') ?? document.activeElement?.closest?.('tr[data-case]')

/** Each key gives false where there is nothing for it to do. */
const KEYS = {
  j: () => move(1),
  k: () => move(-1),
  x: () => rowAt()?.querySelector('input[name=case]')?.click() ?? rowAt() !== null,
  o: () => openAt(''),
  Enter: ({ event }) => (event.target === document.body || event.target.matches('tr[data-case]')) && openAt(''),
  a: () => begin('assign'),
  t: () => begin('transfer'),
  n: () => compose('note'),
  m: () => compose('message'),
  '/': () => focusOn(document.querySelector('[data-case-search]')),
  'g q': ({ home }) => location.assign(home.href),
  '?': ({ help, home }) => showHelp(help?.href ?? `${home.href}/keys`),
}

function move(step) {
  const rows = rowsOf()
  if (rows.length === 0) return false
  const at = rows.indexOf(rowAt())
  const next = rows[Math.max(0, Math.min(rows.length - 1, at + step))]
  for (const row of rows) row.classList.toggle('at', row === next)
  next.querySelector('a').focus()
}

function openAt(place) {
  const row = rowAt()
  if (!row) return false
  location.assign(row.dataset.case + place)
}

/** What is chosen, or else the case that one is at, goes to the page that asks what the act needs. */
function begin(act) {
  const select = document.getElementById('bulk-act')
  if (!select) return false
  const form = select.form
  if (!form.querySelector('input[name=case]:checked')) rowAt()?.querySelector('input[name=case]')?.click()
  if (!form.querySelector('input[name=case]:checked')) return false
  select.value = act
  form.requestSubmit()
}

/** On the page of a case: to where one writes; in the queue: to that place of the case that one is at. */
const PENS = { note: '.case-pen.inside', message: '.case-pen.outside' }

function compose(name) {
  const pen = document.querySelector(PENS[name])
  if (!pen) return openAt(`#${name}`)
  pen.open = true
  return focusOn(pen.querySelector('textarea'))
}

function focusOn(field) {
  if (!field) return false
  field.focus()
  field.scrollIntoView({ block: 'nearest' })
}

const keysAreOn = () => {
  try {
    return localStorage.getItem('case-keys') !== 'off'
  } catch {
    return true
  }
}

function switchKeys(place) {
  const button = place.querySelector('[data-keys-switch]')
  const state = place.querySelector('[data-keys-state]')
  if (!button) return
  const tell = () => {
    const on = keysAreOn() ? 'on' : 'off'
    button.textContent = button.dataset[on]
    state.textContent = state.dataset[on]
  }
  button.addEventListener('click', () => {
    localStorage.setItem('case-keys', keysAreOn() ? 'off' : 'on')
    tell()
  })
  button.hidden = false
  tell()
}

async function showHelp(href) {
  const answer = await fetch(href).catch(() => null)
  const page = answer?.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null
  const keys = page?.querySelector('[data-keys-help]')
  if (!keys) return location.assign(href)
  const dialog = document.createElement('dialog')
  dialog.className = 'queue-help'
  dialog.setAttribute('aria-label', page.querySelector('h1').textContent)
  dialog.append(keys)
  document.body.append(dialog)
  switchKeys(dialog)
  dialog.addEventListener('close', () => dialog.remove())
  dialog.showModal()
}
const queue = document.querySelector('form[data-case-queue]')
if (queue) attendQueue(queue)
attendKeys()
if (/^#(note|message)$/.test(location.hash) && document.querySelector('.case-pen')) compose(location.hash.slice(1))
/** end of case queue */
