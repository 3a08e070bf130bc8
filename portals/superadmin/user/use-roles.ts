import { useQuery } from '@apollo/client/react';
import { useViewer } from '../../shared/auth/session';
import { graphql } from '../../shared/graphql/generated';

const AdminRoles = graphql(`
  query AdminRoles { roles { id key name reach permissions viewerCan { give } } }
`);

const AdminRights = graphql(`
  query AdminRights { permissions { key description } }
`);

/** Roles by their key; none for those who may not read them. */
export function useRoles() {
  const { permissions } = useViewer();
  const { data } = useQuery(AdminRoles, { skip: !permissions.includes('role.read') });
  return new Map(data?.roles.map((role) => [role.key, role]));
}

/** What each permission lets one do, in the viewer's words; none for those who may not read them. */
export function useRights() {
  const { permissions } = useViewer();
  const { data } = useQuery(AdminRights, { skip: !permissions.includes('role.read') });
  return new Map(data?.permissions.map(({ key, description }) => [key, description]));
}
