import { store, stored } from '@/shell/stored';
import { usualWay, wayKey, ways, type Way } from './pen';

/** How this device writes minutes; chosen once, kept in this browser. */
class Writing {
  way = $state<Way>(stored(wayKey, ways, usualWay(navigator.userAgent, matchMedia('(pointer: coarse)').matches)));

  choose(way: Way): void {
    this.way = way;
    store(wayKey, way);
  }
}

export const writing = new Writing();
