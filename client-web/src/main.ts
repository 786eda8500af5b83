import { mount } from 'svelte';
import App from './App.svelte';
import { language } from './i18n/language.svelte';
import { router } from './shell/router.svelte';
import { theme } from './shell/theme.svelte';
import { cleanWhatIsTyped } from './shell/typed';
import './ui/tokens.css';
import './ui/base.css';

language.apply();
theme.apply();
cleanWhatIsTyped(document);
// The projector is dark from its first frame: a white flash would light the hall.
if (router.page.name === 'display') theme.force('night');
mount(App, { target: document.body });
