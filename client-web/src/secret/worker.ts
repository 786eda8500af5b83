import { blind, unblind } from './blinding';
import type { Answered, Asked } from './blinder';

// The page stays quick while the ballot is blinded: big numbers are multiplied here.

const answer = (said: Answered): void => self.postMessage(said);

self.addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  const work = data.ask === 'blind' ? blind(data.key, data.vote, data.form, data.ballot) : unblind(data.key, data.paper, data.signature);
  work.then(
    (result) => answer({ id: data.id, result }),
    (fault: unknown) => answer({ id: data.id, fault: String(fault) }),
  );
});
