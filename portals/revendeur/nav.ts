import { IconAddressBook, IconHome, IconLayoutKanban } from '@tabler/icons-react';
import type { Entry, Nav } from '../shared/frame/nav';

const home: Entry = { label: 'nav.home', icon: IconHome, href: '/' };
const pipeline: Entry = { label: 'nav.pipeline', icon: IconLayoutKanban, href: '/pipeline', permission: 'opportunity.read' };
const customers: Entry = { label: 'nav.customers', icon: IconAddressBook, href: '/customers', permission: 'customer.read' };

export const nav: Nav = { groups: [{ entries: [home, pipeline, customers] }], bottom: [home, pipeline, customers] };
