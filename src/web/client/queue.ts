/** The forms a reader sent without a connection, kept on the device until the reader's server has taken them. */

export type Waiting = {
  readonly id: string
  /** When it was done, by this device's clock; no two of one device at the same time. */
  readonly at: number
  readonly path: string
  readonly form: Readonly<Record<string, string>>
  /** Whose act it is: another who signs in on this device must not send it. */
  readonly reader: number
}

let opened: Promise<IDBDatabase> | undefined

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const asked = indexedDB.open('throughline', 1)
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore('waiting', { keyPath: 'id' })
      asked.result.createObjectStore('fact')
    }
    asked.onsuccess = () => {
      // Signing out deletes it all from under us.
      asked.result.onversionchange = () => forgetConnection(asked.result)
      asked.result.onclose = () => forgetConnection(asked.result)
      resolve(asked.result)
    }
    asked.onerror = () => reject(asked.error)
  })
  return opened
}

function forgetConnection(db: IDBDatabase): void {
  db.close()
  opened = undefined
}

async function run<T>(
  store: 'waiting' | 'fact',
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const db = await open()
  return new Promise((resolve, reject) => {
    const transaction = db.transaction(store, mode)
    const asked = work(transaction.objectStore(store))
    // The answer counts once it is on the disk.
    transaction.oncomplete = () => resolve(asked.result)
    transaction.onerror = () => reject(transaction.error)
    transaction.onabort = () => reject(transaction.error)
  })
}

export const fact = <T>(name: string): Promise<T | undefined> =>
  run('fact', 'readonly', (store) => store.get(name))
export const setFact = (name: string, value: unknown) =>
  run('fact', 'readwrite', (store) => store.put(value, name))

export async function keepAct(path: string, form: Readonly<Record<string, string>>): Promise<void> {
  const last = (await fact<number>('last act')) ?? 0
  const at = Math.max(Date.now(), last + 1)
  await setFact('last act', at)
  const reader = (await fact<number>('reader')) ?? 0
  const act: Waiting = { id: crypto.randomUUID(), at, path, form, reader }
  await run('waiting', 'readwrite', (store) => store.put(act))
}

/** In the order they were done; those of whoever reads here now. */
export async function waitingActs(): Promise<readonly Waiting[]> {
  const reader = (await fact<number>('reader')) ?? 0
  const all = await run<Waiting[]>('waiting', 'readonly', (store) => store.getAll())
  return all.filter((act) => act.reader === reader).sort((a, b) => a.at - b.at)
}

export async function dropActs(ids: readonly string[]): Promise<void> {
  for (const id of ids) await run('waiting', 'readwrite', (store) => store.delete(id))
}

export async function forgetAll(): Promise<void> {
  await run('waiting', 'readwrite', (store) => store.clear())
  await run('fact', 'readwrite', (store) => store.clear())
}
