import type { UploadRecord, UploadRecords } from './record';

type StoreName = 'uploads' | 'files';

/**
 * Remembers uploads in IndexedDB. A browser that forbids storage still uploads; it only cannot resume,
 * so failures here are not errors for the person.
 */
export function openUploadDb(name = 'contentpages'): UploadRecords {
  let opened: Promise<IDBDatabase> | null = null;
  const database = () => (opened ??= open(name));
  let writes: Promise<void> = Promise.resolve();

  const write = (stores: StoreName[], work: (transaction: IDBTransaction) => void): Promise<void> => {
    writes = writes.then(async () => transact(await database(), stores, work)).catch(() => undefined);
    return writes;
  };
  const read = async <T>(store: StoreName, ask: (store: IDBObjectStore) => IDBRequest, otherwise: T): Promise<T> => {
    try {
      const request = ask((await database()).transaction(store).objectStore(store)) as IDBRequest<T | undefined>;
      return (await answerOf(request)) ?? otherwise;
    } catch {
      return otherwise;
    }
  };

  return {
    all: () => read<UploadRecord[]>('uploads', (store) => store.getAll(), []),
    put: (record) => write(['uploads'], (t) => t.objectStore('uploads').put(record)),
    getFile: (id) => read<File | null>('files', (store) => store.get(id), null),
    putFile: (id, file) => write(['files'], (t) => t.objectStore('files').put(file, id)),
    deleteFile: (id) => write(['files'], (t) => t.objectStore('files').delete(id)),
    delete: (id) =>
      write(['uploads', 'files'], (t) => {
        t.objectStore('uploads').delete(id);
        t.objectStore('files').delete(id);
      }),
  };
}

function open(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore('uploads', { keyPath: 'id' });
    request.result.createObjectStore('files');
  };
  return answerOf(request);
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The browser refused storage.'));
  });
}

function transact(db: IDBDatabase, stores: StoreName[], work: (transaction: IDBTransaction) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = db.transaction(stores, 'readwrite');
    const fail = () => reject(transaction.error ?? new Error('The browser refused to store this.'));
    transaction.oncomplete = () => resolve();
    transaction.onerror = fail;
    transaction.onabort = fail;
    work(transaction);
  });
}
