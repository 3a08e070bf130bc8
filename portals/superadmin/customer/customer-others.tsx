import { Avatar, Popover, UnstyledButton } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useOthers } from '../../shared/frame/together';
import { and } from '../../shared/ui/format';
import { Person } from '../../shared/ui/who';
import css from './customer-others.module.css';

const most = 3;

/** Who else has the page open now; opened, each with their name and whether they are changing something. */
export function CustomerOthers() {
  const { t } = useTranslation();
  const others = useOthers();
  if (others.length === 0) return null;
  const names = and(others.map(({ name }) => name));
  const label = t('customer.others.here', { count: others.length, names });
  // One more than fits is said by a number.
  const shown = others.slice(0, others.length > most ? most - 1 : most);
  return (
    <Popover position="bottom-end" withinPortal trapFocus>
      <Popover.Target>
        <UnstyledButton className={css.others}>
          <span className="vh">{label}</span>
          <Avatar.Group spacing={6} aria-hidden>
            {shown.map(({ id, name, editing }) => (
              <span key={id} className={css.one}>
                <Person name={name} size={28} only />
                {editing.length > 0 && <IconPencil className={css.pen} size={14} stroke={2} />}
              </span>
            ))}
            {others.length > shown.length && (
              <Avatar size={28} radius="xl">
                +{others.length - shown.length}
              </Avatar>
            )}
          </Avatar.Group>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <p className={css.title}>{t('customer.others.title')}</p>
        <ul className={css.list}>
          {others.map(({ id, name, editing }) => (
            <li key={id}>
              <Person name={name} size={24} />
              {editing.length > 0 && <span className={css.edits}>{t('customer.others.edits')}</span>}
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}
