import {
  IconActivityHeartbeat,
  IconAddressBook,
  IconArchive,
  IconArrowMerge,
  IconBriefcase,
  IconBuildingBank,
  IconCash,
  IconChartPie,
  IconFileInvoice,
  IconFolders,
  IconForms,
  IconHelpCircle,
  IconHome,
  IconHourglass,
  IconLayoutKanban,
  IconLink,
  IconListDetails,
  IconMail,
  IconMailPlus,
  IconPackageExport,
  IconRubberStamp,
  IconSettings,
  IconShieldCheck,
  IconShieldLock,
  IconShieldX,
  IconShoppingBag,
  IconTableImport,
  IconTargetArrow,
  IconTemplate,
  IconUserShield,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react';
import type { Entry, Nav } from '../shared/frame/nav';

const home: Entry = { label: 'nav.home', icon: IconHome, href: '/' };

const customers: Entry = { label: 'nav.customers', icon: IconAddressBook, href: '/customers', permission: 'customer.read' };
const portfolio: Entry = { label: 'nav.portfolio', icon: IconChartPie, href: '/portfolio', permission: 'analytics.read' };
const segments: Entry = { label: 'nav.segments', icon: IconUsersGroup, href: '/segments', permission: 'segment.read' };
const duplicates: Entry = {
  label: 'nav.duplicates',
  icon: IconArrowMerge,
  href: '/duplicates',
  permission: 'customerDuplicate.read',
};
const opportunities: Entry = {
  label: 'nav.opportunities',
  icon: IconLayoutKanban,
  href: '/opportunities',
  permission: 'opportunity.read',
};

const projects: Entry = { label: 'nav.projects', icon: IconFolders, href: '/projects', permission: 'project.read' };
const missions: Entry = { label: 'nav.missions', icon: IconBriefcase, href: '/missions', permission: 'mission.read' };

const invoices: Entry = { label: 'nav.invoices', icon: IconFileInvoice, href: '/invoices', permission: 'invoice.read' };
const payments: Entry = { label: 'nav.payments', icon: IconCash, href: '/payments', permission: 'payment.read' };
const orders: Entry = { label: 'nav.orders', icon: IconShoppingBag, href: '/orders', permission: 'order.read' };
const orderLinks: Entry = { label: 'nav.orderLinks', icon: IconLink, href: '/order-links', permission: 'orderLink.read' };
const imports: Entry = { label: 'nav.imports', icon: IconTableImport, href: '/imports', permission: 'import.read' };

const exports: Entry = { label: 'nav.exports', icon: IconPackageExport, href: '/exports', permission: 'customer.export' };

const consents: Entry = { label: 'nav.consents', icon: IconRubberStamp, href: '/consents', permission: 'consent.record' };
const purposes: Entry = { label: 'nav.purposes', icon: IconTargetArrow, href: '/purposes', permission: 'consent.configure' };

const users: Entry = { label: 'nav.users', icon: IconUsers, href: '/users', permission: 'user.read' };
const roles: Entry = { label: 'nav.roles', icon: IconShieldLock, href: '/roles', permission: 'role.read' };
const access: Entry = { label: 'nav.access', icon: IconHelpCircle, href: '/access', permission: 'access.explain' };
const invitations: Entry = { label: 'nav.invitations', icon: IconMailPlus, href: '/invitations', permission: 'user.invite' };
const settings: Entry = { label: 'nav.settings', icon: IconSettings, href: '/settings', permission: 'setting.update' };
const customFields: Entry = {
  label: 'nav.customFields',
  icon: IconForms,
  href: '/custom-fields',
  permission: 'customField.update',
};
const emailTemplates: Entry = {
  label: 'nav.emailTemplates',
  icon: IconTemplate,
  href: '/email-templates',
  permission: 'emailTemplate.update',
};
const mails: Entry = { label: 'nav.mails', icon: IconMail, href: '/mails', permission: 'mail.read' };
const requests: Entry = {
  label: 'nav.requests',
  icon: IconUserShield,
  href: '/requests',
  permission: 'dataSubjectRequest.read',
};
const processing: Entry = {
  label: 'nav.processing',
  icon: IconListDetails,
  href: '/processing',
  permission: 'register.read',
};
const processors: Entry = {
  label: 'nav.processors',
  icon: IconBuildingBank,
  href: '/processors',
  permission: 'register.read',
};
const retention: Entry = { label: 'nav.retention', icon: IconHourglass, href: '/retention', permission: 'retention.read' };
const archive: Entry = { label: 'nav.archive', icon: IconArchive, href: '/archive', permission: 'archive.read' };
const breaches: Entry = { label: 'nav.breaches', icon: IconShieldX, href: '/breaches', permission: 'register.read' };
const audit: Entry = { label: 'nav.audit', icon: IconShieldCheck, href: '/audit', permission: 'audit.read' };
const system: Entry = { label: 'nav.system', icon: IconActivityHeartbeat, href: '/system', permission: 'system.read' };

export const nav: Nav = {
  groups: [
    { entries: [home] },
    { label: 'nav.relation', entries: [customers, duplicates, segments, portfolio, opportunities, consents, exports] },
    { label: 'nav.work', entries: [projects, missions] },
    { label: 'nav.money', entries: [invoices, payments, orders, orderLinks, imports] },
    { label: 'nav.privacy', entries: [requests, breaches, processing, processors, purposes, retention, archive] },
    {
      label: 'nav.house',
      entries: [users, invitations, roles, access, audit, mails, emailTemplates, customFields, system, settings],
    },
  ],
  bottom: [home, customers, projects, invoices],
};
