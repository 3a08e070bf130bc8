import { Button } from '@mantine/core';
import { IconDeviceLaptop } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../graphql/generated';
import { useSubmit } from '../graphql/use-submit';
import { date } from '../ui/format';
import { Section } from '../ui/section';
import { again, ForgetDevice } from './operations';
import css from './security.module.css';

const DeviceList_viewer = graphql(`
  fragment DeviceList_viewer on Viewer {
    devices { id name lastUsedAt rememberedUntil }
  }
`);

/** Those that are not asked for the second factor; nothing where there are none. */
export function DeviceList(props: { viewer: FragmentType<typeof DeviceList_viewer> }) {
  const { t } = useTranslation('security');
  const { devices } = readFragment(DeviceList_viewer, props.viewer);
  const { submit, pending } = useSubmit(ForgetDevice);
  if (!devices.length) return null;
  return (
    <Section title={t('device.title')} count={devices.length}>
      <p className={css.lead}>{t('device.text')}</p>
      <ul className={css.list}>
        {devices.map(({ id, name, rememberedUntil }) => (
          <li key={id}>
            <IconDeviceLaptop size={20} stroke={1.5} aria-hidden className={css.glyph} />
            <div className={css.main}>
              <p className={css.name}>{name}</p>
              <p className={css.sub}>{rememberedUntil && t('device.until', { date: date(rememberedUntil) })}</p>
            </div>
            <Button
              variant="default"
              loading={pending}
              aria-label={t('device.forgetOne', { name })}
              onClick={() => void submit({ input: { id } }, again)}
            >
              {t('device.forget')}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
