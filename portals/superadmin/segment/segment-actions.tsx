import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconBell, IconBellOff, IconCopy, IconDots, IconRefresh, IconRestore, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useViewer } from '../../shared/auth/session';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { useSubmit } from '../../shared/graphql/use-submit';
import { confirm } from '../../shared/ui/confirm';
import { done } from '../../shared/ui/notify';

const SegmentActions_segment = graphql(`
  fragment SegmentActions_segment on CustomerSegment {
    id name changed following viewerCan { update delete restore }
  }
`);
const FollowSegment = graphql(`
  mutation FollowSegment($input: FollowSegmentInput!) {
    followSegment(input: $input) { segment { id following } userErrors { path code message } }
  }
`);
const DuplicateSegment = graphql(`
  mutation DuplicateSegment($input: DuplicateSegmentInput!) {
    duplicateSegment(input: $input) { segment { id name } userErrors { path code message } }
  }
`);
const RestoreSegment = graphql(`
  mutation RestoreSegment($input: RestoreSegmentInput!) {
    restoreSegment(input: $input) { segment { id name } userErrors { path code message } }
  }
`);
const RefreshSegment = graphql(`
  mutation RefreshSegment($input: RefreshSegmentInput!) {
    refreshSegment(input: $input) { segment { id } userErrors { path code message } }
  }
`);
const DeleteSegment = graphql(`
  mutation DeleteSegment($input: DeleteSegmentInput!) {
    deleteSegment(input: $input) { deletedId userErrors { path code message } }
  }
`);

const readers = { refetchQueries: ['SuperadminSegments', 'SegmentChoices'] };
const icon = { size: 16, stroke: 1.6 };

/** What one may do with a segment: each as the server allows. */
export function SegmentActions(props: { segment: FragmentType<typeof SegmentActions_segment>; reread: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { permissions } = useViewer();
  const { id, name, changed, following, viewerCan } = readFragment(SegmentActions_segment, props.segment);
  const follow = useSubmit(FollowSegment, { fields: [] });
  const duplicate = useSubmit(DuplicateSegment, { fields: [] });
  const restore = useSubmit(RestoreSegment, { fields: [] });
  const refresh = useSubmit(RefreshSegment, { fields: [] });
  const remove = useSubmit(DeleteSegment, { fields: [] });

  async function copy(): Promise<void> {
    const made = await duplicate.submit({ input: { id } }, readers);
    if (!made?.segment) return;
    done(t('segments.copied', { name: made.segment.name }));
    void navigate(`/segments/${made.segment.id}`);
  }
  async function putBack(): Promise<void> {
    const question = {
      title: t('segments.restoreAsk', { name }),
      text: t('segments.restoreText'),
      action: t('segments.restore'),
    };
    if (!(await confirm(question)) || !(await restore.submit({ input: { id } }, readers))) return;
    done(t('segments.restored'));
    props.reread();
  }
  async function again(): Promise<void> {
    if (!(await refresh.submit({ input: { id } }))) return;
    done(t('segments.refreshing'));
  }
  async function take(): Promise<void> {
    const question = {
      title: t('segments.deleteAsk', { name }),
      text: t('segments.deleteText'),
      action: t('segments.delete'),
      danger: true,
    };
    if (!(await confirm(question)) || !(await remove.submit({ input: { id } }, readers))) return;
    done(t('segments.deleted', { name }));
    void navigate('/segments');
  }

  return (
    <>
      {permissions.includes('segment.follow') && (
        <Button
          variant="default"
          aria-pressed={following}
          loading={follow.pending}
          leftSection={following ? <IconBellOff {...icon} /> : <IconBell {...icon} />}
          onClick={() => void follow.submit({ input: { id, following: !following } })}
        >
          {t(following ? 'segments.unfollow' : 'segments.follow')}
        </Button>
      )}
      {viewerCan.update && (
        <>
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon variant="default" size={36} aria-label={t('segments.acts')}>
                <IconDots size={17} stroke={1.7} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconRefresh {...icon} />} onClick={() => void again()}>
                {t('segments.refresh')}
              </Menu.Item>
              <Menu.Item leftSection={<IconCopy {...icon} />} onClick={() => void copy()}>
                {t('segments.duplicate')}
              </Menu.Item>
              {viewerCan.restore && changed && (
                <Menu.Item leftSection={<IconRestore {...icon} />} onClick={() => void putBack()}>
                  {t('segments.restore')}
                </Menu.Item>
              )}
              {viewerCan.delete && (
                <Menu.Item color="red" leftSection={<IconTrash {...icon} />} onClick={() => void take()}>
                  {t('segments.delete')}
                </Menu.Item>
              )}
            </Menu.Dropdown>
          </Menu>
          <Button component={Link} to={`/segments/${id}/edit`} variant="default">
            {t('segments.edit')}
          </Button>
        </>
      )}
    </>
  );
}
