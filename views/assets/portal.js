/* A few comforts. Everything on every page works without this file. */

/** A filter chosen with mouse or finger asks for the list at once; with the keyboard it waits for the button. */
for (const form of document.querySelectorAll('form[data-filters]')) {
  let pointed = false
  form.addEventListener('pointerdown', () => {
    pointed = true
  })
  form.addEventListener('keydown', () => {
    pointed = false
  })
  form.addEventListener('change', (event) => {
    if (pointed && event.target instanceof HTMLSelectElement) form.querySelector('[data-apply]').click()
  })
}

/** A form that only asks leaves out what was not filled in, so that addresses stay short. */
for (const form of document.querySelectorAll('form[method="get"]')) {
  form.addEventListener('submit', () => {
    const offered = asIsOffered(form) ? ['item', 'picked'] : []
    const empty = [...form.elements].filter(
      (field) => field.name && !field.disabled && (field.value === '' || offered.includes(field.name)),
    )
    for (const field of empty) field.disabled = true
    setTimeout(() => {
      for (const field of empty) field.disabled = false
    })
  })
}

/** Buttons that need a script are hidden in the page and shown here. */
function showButtons(part) {
  for (const button of part.querySelectorAll('button[data-print]')) {
    button.hidden = false
    button.addEventListener('click', () => print())
  }
  for (const button of part.querySelectorAll('button[data-copy]')) {
    if (!navigator.clipboard) continue
    button.hidden = false
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(button.dataset.copy)
      button.textContent = document.body.dataset.copied
    })
  }
}
showButtons(document)

/** The calculator answers as one types: the same address is asked, and its result takes the place of the old one. */
for (const form of document.querySelectorAll('form[data-calculator]')) {
  const result = document.querySelector('[data-result]')
  const status = document.querySelector('[data-status]')
  let waiting
  let asked
  form.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = setTimeout(update, 450)
  })
  form.addEventListener('submit', () => clearTimeout(waiting))

  async function update() {
    asked?.abort()
    asked = new AbortController()
    const address = addressOf(form)
    result.setAttribute('aria-busy', 'true')
    try {
      const answer = await fetch(address, { signal: asked.signal, headers: { accept: 'text/html' } })
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
      if (!page.querySelector('[data-result]')) throw new Error(answer.status)
      show(page)
      history.replaceState(null, '', address)
    } catch (error) {
      if (error.name === 'AbortError') return
      status.textContent = form.dataset.failed
    }
    result.removeAttribute('aria-busy')
  }

  function show(page) {
    const next = page.querySelector('[data-result]')
    const opened = new Set([...result.querySelectorAll('details[open]')].map(({ id }) => id))
    for (const details of next.querySelectorAll('details')) details.open = opened.has(details.id)
    const problems = page.querySelector('.problems')
    result.replaceChildren(...(problems ? [problems] : next.childNodes))
    status.textContent = problems?.querySelector('p').textContent ?? next.dataset.says ?? ''
    for (const field of form.querySelectorAll('.field, td > [aria-label]')) sayFault(field, page)
    for (const place of RENEWED) renew(place, page)
    showButtons(result)
  }
}

/** What on the page tells of the address or follows from the form: it is renewed where the reader is not at work. */
const RENEWED = ['#s-items', '#s-operators', '#s-surcharges > summary', '.other', '.asof', '.tools', '.printed']

function renew(place, page) {
  const [now, next] = [document.querySelector(place), page.querySelector(place)]
  if (!now || !next || now.contains(document.activeElement)) return
  if ('open' in now) next.open = now.open
  now.replaceWith(next)
  showButtons(next)
}

/** A field is marked wrong, with the reason, as the page answered marks it. */
function sayFault(field, page) {
  const input = field.matches('input') ? field : field.querySelector('input, select')
  const then = page.getElementById(input.id)
  const fault = page.getElementById(`${input.id}-fault`)
  document.getElementById(`${input.id}-fault`)?.remove()
  for (const name of ['aria-invalid', 'aria-describedby']) {
    if (then?.hasAttribute(name)) input.setAttribute(name, then.getAttribute(name))
    else input.removeAttribute(name)
  }
  if (fault) field.append(fault)
}

/** The address a form asks, without what was not filled in, nor ticks that are as they were offered. */
function addressOf(form) {
  const asked = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== ''))
  if (asIsOffered(form)) for (const name of ['item', 'picked']) asked.delete(name)
  return `${form.getAttribute('action').split('#')[0]}?${asked}`
}

function asIsOffered(form) {
  const offered = form.querySelector('[name=picked]')
  if (!offered) return false
  const ticked = [...form.querySelectorAll('[name=item]:checked:not(:disabled)')].map(({ value }) => value)
  return ticked.toSorted().join() === offered.value.split(',').filter(Boolean).toSorted().join()
}

/** A bulk check tells how far it is; without a script the page reloads itself instead. */
for (const shown of document.querySelectorAll('[data-progress]')) if (shown.dataset.progress) follow(shown)

function follow(shown) {
  setTimeout(async () => {
    const answer = await fetch(shown.dataset.progress).catch(() => null)
    const page = answer && new DOMParser().parseFromString(await answer.text(), 'text/html')
    const next = page?.querySelector('[data-progress]')
    if (!next) return follow(shown)
    const state = shown.querySelector('#state')
    const said = next.querySelector('#state')
    if (state.textContent !== said.textContent) state.textContent = said.textContent
    said.replaceWith(state)
    shown.className = next.className
    if (!next.dataset.progress || !shown.contains(document.activeElement)) shown.replaceChildren(...next.childNodes)
    if (next.dataset.progress) follow(shown)
  }, 1000)
}
