/** The scenes of a vote are not in anybody's first load: they are fetched when the hall stands, at the latest when they are needed. */
class VoteScenes {
  loaded = $state.raw<Awaited<ReturnType<typeof fetchScenes>>>();
  failed = $state(false);
  #fetching: Promise<void> | undefined;

  load(): Promise<void> {
    this.#fetching ??= fetchScenes().then(
      (scenes) => {
        this.loaded = scenes;
        this.failed = false;
      },
      () => {
        this.failed = true;
        this.#fetching = undefined;
      },
    );
    return this.#fetching;
  }
}

async function fetchScenes() {
  const [vote, result] = await Promise.all([import('./VoteScene.svelte'), import('./ResultScene.svelte')]);
  return { VoteScene: vote.default, ResultScene: result.default };
}

export const voteScenes = new VoteScenes();
