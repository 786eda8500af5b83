import { api } from './api';
import { forgetDevice } from './device';
import { live } from './live.svelte';
import { router } from './router.svelte';

/** Signs this device out. A server that cannot be asked leaves everything as it was. */
export async function signOut(): Promise<boolean> {
  const out = await api.signOut().then(
    () => true,
    () => false,
  );
  if (!out) return false;
  live.close();
  forgetDevice();
  router.go('/', 'replace');
  return true;
}
