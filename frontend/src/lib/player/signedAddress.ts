/**
 * Moves an address from one signed place to another: a signature sits in the folder of the playlist, in its query, or in
 * both, and files named by a playlist loaded earlier carry the earlier one.
 */
export function moveAddress(url: string, from: string, to: string): string {
  if (from === to) return url;
  const base = window.location.href;
  const [address, oldPlace, newPlace] = [new URL(url, base), new URL(from, base), new URL(to, base)];
  const [oldFolder, newFolder] = [folderOf(oldPlace), folderOf(newPlace)];
  if (address.origin !== oldPlace.origin || !address.pathname.startsWith(oldFolder)) return url;
  const moved = new URL(newFolder + address.pathname.slice(oldFolder.length) + address.search, newPlace.origin);
  for (const [name, value] of newPlace.searchParams) {
    if (moved.searchParams.has(name)) moved.searchParams.set(name, value);
  }
  return moved.href;
}

function folderOf(url: URL): string {
  return url.pathname.slice(0, url.pathname.lastIndexOf('/') + 1);
}
