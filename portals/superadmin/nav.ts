import { IconHome } from '@tabler/icons-react';
import type { Entry, Nav } from '../shared/frame/nav';

const home: Entry = { label: 'nav.home', icon: IconHome, href: '/' };

export const nav: Nav = { groups: [{ entries: [home] }], bottom: [home] };
