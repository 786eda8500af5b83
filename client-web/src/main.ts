import { mount } from 'svelte';
import App from './App.svelte';
import { language } from './i18n/language.svelte';
import { theme } from './shell/theme.svelte';
import './ui/tokens.css';
import './ui/base.css';

language.apply();
theme.apply();
mount(App, { target: document.body });
