import { Checkbox, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useRoles } from './use-roles';

type RoleChoiceProps = { keys: readonly string[]; change: (keys: string[]) => void; error?: string };

/** Every role with the portal it opens; those at or above one's own can't be given or taken. */
export function RoleChoice({ keys, change, error }: RoleChoiceProps) {
  const { t } = useTranslation();
  const roles = useRoles();
  return (
    <Checkbox.Group value={[...keys]} onChange={change} label={t('users.roles')} error={error} required>
      <Stack gap="xs" mt="xs">
        {[...roles.values()].map(({ key, name, reach, viewerCan }) => (
          <Checkbox
            key={key}
            value={key}
            label={name}
            description={t('users.opens', { portal: t(`users.reach.${reach}`) })}
            disabled={!viewerCan.give}
          />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
