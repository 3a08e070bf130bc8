import { useQuery } from '@apollo/client/react';
import { Button, Group, Modal, Radio, Skeleton, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../shared/graphql/generated';
import type { RememberedAs } from '../../shared/graphql/generated/graphql';
import { useSubmit } from '../../shared/graphql/use-submit';
import { number } from '../../shared/ui/format';
import { done } from '../../shared/ui/notify';
import css from './user.module.css';

const AdminUserTraces = graphql(`
  query AdminUserTraces($id: ID!) { user(id: $id) { id traces { kind count } } }
`);
const AdminDeleteUser = graphql(`
  mutation AdminDeleteUser($input: DeleteUserInput!) {
    deleteUser(input: $input) {
      user { id name email phone status roleKeys openSessions viewerCan { update suspend reactivate delete assignRoles viewAs } }
      userErrors { path code message }
    }
  }
`);

const ways: RememberedAs[] = ['NAME', 'PSEUDONYM'];

/** What goes, what stays and under which name, before it can't be undone. */
export default function UserDelete({ id, name, close }: { id: string; name: string; close: () => void }) {
  const { t } = useTranslation();
  const { data } = useQuery(AdminUserTraces, { variables: { id }, fetchPolicy: 'network-only' });
  const { submit, pending } = useSubmit(AdminDeleteUser, { fields: [] });
  const [rememberedAs, setRemembered] = useState<RememberedAs>('NAME');
  const traces = data?.user?.traces ?? [];
  const stays = traces.filter(({ kind }) => kind !== 'MEMBERSHIPS');
  const goes = traces.find(({ kind }) => kind === 'MEMBERSHIPS');

  async function remove(): Promise<void> {
    const payload = await submit({ input: { id, rememberedAs } }, { refetchQueries: ['AdminUsers'] });
    if (payload) done(t('users.deleted', { name }));
    close();
  }

  return (
    <Modal opened onClose={close} title={t('users.deleteAsk', { name })} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <p className={css.text}>{t('users.deleteText')}</p>
      <h3 className={css.what}>{t('users.stays')}</h3>
      {data ? (
        <ul className={css.traces}>
          {stays.map(({ kind, count }) => (
            <li key={kind}>
              <span>{t(`users.traces.${kind}`)}</span>
              <span className={css.count}>{number(count)}</span>
            </li>
          ))}
          {stays.length === 0 && <li>{t('users.staysNothing')}</li>}
        </ul>
      ) : (
        <Skeleton h={72} my="xs" />
      )}
      {goes && <p className={css.text}>{t('users.goes', { count: goes.count })}</p>}
      <Radio.Group
        label={t('users.rememberedAs')}
        value={rememberedAs}
        onChange={(value) => setRemembered(value as RememberedAs)}
        mt="md"
      >
        <Stack gap="xs" mt="xs">
          {ways.map((way) => (
            <Radio key={way} value={way} label={t(`users.remembered.${way}`, { name })} />
          ))}
        </Stack>
      </Radio.Group>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={close} data-autofocus>
          {t('ui:cancel')}
        </Button>
        <Button color="red" loading={pending} onClick={() => void remove()}>
          {t('users.delete')}
        </Button>
      </Group>
    </Modal>
  );
}
