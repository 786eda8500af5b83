// Which of the browser's signed-in devices this tab is. A tab keeps its own (a secretary may have two halls open, a demonstration
// five roles); a new tab takes the last one used. Storage may be switched off: then the server picks the only cookie there is.

const key = 'talar.device';

export function deviceId(): string | undefined {
  try {
    const known = sessionStorage.getItem(key) ?? localStorage.getItem(key) ?? undefined;
    if (known) sessionStorage.setItem(key, known);
    return known;
  } catch {
    return undefined;
  }
}

export function rememberDevice(device: string): void {
  try {
    sessionStorage.setItem(key, device);
    localStorage.setItem(key, device);
  } catch {
    // Without storage the cookie alone signs in.
  }
}

export function forgetDevice(): void {
  try {
    const own = sessionStorage.getItem(key);
    sessionStorage.removeItem(key);
    if (localStorage.getItem(key) === own) localStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}
