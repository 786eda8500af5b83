// What an address asks for beside its path.

export type Asked = Readonly<Record<string, string | undefined>>;

/** «?q=…&kind=…», or nothing at all: what is empty is not asked for. */
export function queryOf(asked: Asked): string {
  const given = Object.entries(asked).filter((pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== '');
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}

/** The same read again; what has no name among `keys` is left out. */
export function askedOf<K extends string>(query: string, keys: readonly K[]): Partial<Record<K, string>> {
  const given = new URLSearchParams(query);
  const asked: Partial<Record<K, string>> = {};
  for (const key of keys) {
    const value = given.get(key)?.trim();
    if (value) asked[key] = value;
  }
  return asked;
}
