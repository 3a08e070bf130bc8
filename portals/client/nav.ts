import {
  IconBuilding,
  IconFileInvoice,
  IconFiles,
  IconFolders,
  IconHome,
  IconListDetails,
  IconShoppingBag,
} from '@tabler/icons-react';
import type { Entry, Nav } from '../shared/frame/nav';

const home: Entry = { label: 'nav.home', icon: IconHome, href: '/' };
const projects: Entry = { label: 'nav.projects', icon: IconFolders, href: '/projects', permission: 'project.read' };
const invoices: Entry = { label: 'nav.invoices', icon: IconFileInvoice, href: '/invoices', permission: 'invoice.read' };
const documents: Entry = { label: 'nav.documents', icon: IconFiles, href: '/documents', permission: 'document.read' };
const orders: Entry = { label: 'nav.orders', icon: IconShoppingBag, href: '/orders', permission: 'order.read' };
const statement: Entry = { label: 'nav.statement', icon: IconListDetails, href: '/statement', permission: 'payment.read' };
const account: Entry = { label: 'nav.account', icon: IconBuilding, href: '/account', permission: 'customer.read' };

export const nav: Nav = {
  groups: [{ entries: [home, projects, invoices, documents] }, { label: 'nav.yours', entries: [orders, statement, account] }],
  bottom: [home, projects, invoices, documents],
};
