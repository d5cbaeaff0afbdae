// Follows docs/how-to/how-far-from-failing.md literally.
import { followPage, holdsWhatItSays } from './follow-page.ts';

holdsWhatItSays(await followPage('how-far-from-failing.md'), 2);
