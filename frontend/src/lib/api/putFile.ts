import { ApiError } from './errors';

/** Sends a small file to a signed address. Throws {@link ApiError}. */
export async function putFile(url: string, headers: Record<string, string>, file: Blob): Promise<void> {
  const response = await fetch(url, { method: 'PUT', headers, body: file }).catch(() => {
    throw new ApiError(0, {});
  });
  if (!response.ok) throw new ApiError(response.status, {});
}
