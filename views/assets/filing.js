/* Comforts of the form by which people file. Everything works without this file. */

/** What is typed is kept on this device for a day, without contact details, until it was sent. */
const DRAFT = 'port-fees-filing'
const NOT_KEPT = /^(step|do|changing|proof|website|files|name|phone|email|address|company|credit_code)$/

function keptDraft() {
  try {
    const kept = JSON.parse(localStorage.getItem(DRAFT))
    return kept && Date.now() - kept.at < 86_400_000 ? kept : null
  } catch {
    return null
  }
}

function keepDraft(form) {
  const fields = [...new FormData(form)].filter(
    ([name, value]) => typeof value === 'string' && value !== '' && !NOT_KEPT.test(name),
  )
  if (fields.length < 2) return
  try {
    localStorage.setItem(DRAFT, JSON.stringify({ at: Date.now(), step: form.dataset.filing, fields }))
  } catch {
    /* a browser that keeps nothing */
  }
}

function forgetDraft() {
  try {
    localStorage.removeItem(DRAFT)
  } catch {
    /* a browser that keeps nothing */
  }
}

function resumeDraft(form, kept) {
  const again = document.createElement('form')
  Object.assign(again, { method: 'post', action: form.getAttribute('action'), hidden: true })
  for (const [name, value] of [...kept.fields, ['step', kept.step], ['do', 'resume']])
    again.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }))
  document.body.append(again)
  again.submit()
}

for (const form of document.querySelectorAll('form[data-filing]')) {
  const offer = form.querySelector('[data-resume]')
  const kept = offer && !form.querySelector('.problems') ? keptDraft() : null
  if (kept) {
    offer.hidden = false
    offer.querySelector('[data-resume-go]').addEventListener('click', () => resumeDraft(form, kept))
    offer.querySelector('[data-resume-drop]').addEventListener('click', () => {
      forgetDraft()
      offer.hidden = true
    })
  }
  form.addEventListener('input', () => keepDraft(form))
  form.addEventListener('submit', () => keepDraft(form))
  form.querySelector('.problems')?.focus()
  const proof = form.querySelector('[data-proof]')
  if (proof) proveWork(form, proof)
}
for (const receipt of document.querySelectorAll('[data-filed]')) if (receipt) forgetDraft()

/** Works out the challenge while the answers are read over; sending waits for it a little, and goes on without it. */
function proveWork(form, field) {
  let working = true
  const done = worked(field.dataset.proof, field.dataset.worker)
    .then((payload) => {
      field.value = payload
    })
    .catch(() => {})
    .finally(() => {
      working = false
    })
  form.addEventListener('submit', (event) => {
    const button = event.submitter
    if (!working || button?.value !== 'next') return
    event.preventDefault()
    button.textContent = form.dataset.sending
    Promise.race([done, new Promise((late) => setTimeout(late, 8000))]).then(() => {
      working = false
      form.requestSubmit(button)
    })
  })
}

async function worked(address, script) {
  const challenge = await (await fetch(address)).json()
  const worker = new Worker(script)
  const solution = await new Promise((solved, failed) => {
    worker.onmessage = ({ data }) => (data && !data.error ? solved(data) : failed(data))
    worker.onerror = failed
    worker.postMessage({
      type: 'work',
      challenge,
      counterStart: 0,
      counterStep: 1,
      counterMode: 'uint32',
      timeout: 60_000,
    })
  })
  worker.terminate()
  return btoa(JSON.stringify({ challenge, solution }))
}
