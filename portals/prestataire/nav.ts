import { IconBriefcase, IconFolders, IconHome, IconTarget } from '@tabler/icons-react';
import type { Entry, Nav } from '../shared/frame/nav';

const home: Entry = { label: 'nav.home', icon: IconHome, href: '/' };
const missions: Entry = { label: 'nav.missions', icon: IconBriefcase, href: '/missions', permission: 'mission.read' };
const offers: Entry = { label: 'nav.offers', icon: IconTarget, href: '/offers', permission: 'mission.apply' };
const projects: Entry = { label: 'nav.projects', icon: IconFolders, href: '/projects', permission: 'project.read' };

export const nav: Nav = {
  groups: [{ entries: [home, missions, offers, projects] }],
  bottom: [home, missions, offers, projects],
};
