import { Button } from '@mantine/core';
import { IconDeviceMobile, IconLifebuoy } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSubmit } from '../graphql/use-submit';
import { date } from '../ui/format';
import { done } from '../ui/notify';
import { Section } from '../ui/section';
import { Status } from '../ui/status';
import { again, DisableTwoFactor, RegenerateRecoveryCodes } from './operations';
import css from './security.module.css';

const TotpSetup = lazy(() => import('./totp-setup'));
const SecureDialog = lazy(() => import('./secure-dialog'));

type SecondFactorProps = {
  totpSince: string | null;
  codesLeft: number;
  passkeys: number;
  showCodes: (codes: readonly string[]) => void;
};

/** The authenticator app and the recovery codes. */
export function SecondFactor({ totpSince, codesLeft, passkeys, showCodes }: SecondFactorProps) {
  const { t } = useTranslation('security');
  const [open, setOpen] = useState<'set-up' | 'remove' | 'renew'>();
  const disable = useSubmit(DisableTwoFactor, { fields: ['password', 'code'] });
  const renew = useSubmit(RegenerateRecoveryCodes, { fields: ['password'] });
  const isOn = totpSince !== null || passkeys > 0;
  const close = () => setOpen(undefined);
  return (
    <Section title={t('secondFactor')} action={<Status tone={isOn ? 'green' : 'yellow'}>{t(isOn ? 'on' : 'off')}</Status>}>
      <p className={css.lead}>{t('secondFactorText')}</p>
      <ul className={css.list}>
        <li>
          <IconDeviceMobile size={20} stroke={1.5} aria-hidden className={css.glyph} />
          <div className={css.main}>
            <p className={css.name}>{t('app.title')}</p>
            <p className={css.sub}>{totpSince ? t('app.since', { date: date(totpSince) }) : t('app.none')}</p>
          </div>
          {totpSince ? (
            <Button variant="default" onClick={() => setOpen('remove')}>
              {t('app.remove')}
            </Button>
          ) : (
            <Button onClick={() => setOpen('set-up')}>{t('app.setUp')}</Button>
          )}
        </li>
        {isOn && (
          <li>
            <IconLifebuoy size={20} stroke={1.5} aria-hidden className={css.glyph} />
            <div className={css.main}>
              <p className={css.name}>{t('codes.heading')}</p>
              <p className={css.sub} data-warn={codesLeft < 3 || undefined}>
                {t('codes.left', { count: codesLeft })}
              </p>
            </div>
            <Button variant="default" onClick={() => setOpen('renew')}>
              {t('codes.renew')}
            </Button>
          </li>
        )}
      </ul>
      <Suspense>
        {open === 'set-up' && (
          <TotpSetup
            close={close}
            finish={(codes) => {
              close();
              showCodes(codes);
            }}
          />
        )}
        {open === 'remove' && (
          <SecureDialog
            title={t('app.remove')}
            text={t('app.removeText')}
            action={t('app.remove')}
            danger
            fields={['password', 'code']}
            errors={disable.errorsByPath}
            pending={disable.pending}
            close={close}
            send={async ({ password, code }) => {
              if (!(await disable.submit({ input: { password, code } }, again))) return;
              done(t('app.removed'));
              close();
            }}
          />
        )}
        {open === 'renew' && (
          <SecureDialog
            title={t('codes.renew')}
            text={t('codes.renewText')}
            action={t('codes.renew')}
            fields={['password']}
            errors={renew.errorsByPath}
            pending={renew.pending}
            close={close}
            send={async ({ password }) => {
              const payload = await renew.submit({ input: { password } }, again);
              if (!payload?.recoveryCodes) return;
              close();
              showCodes(payload.recoveryCodes);
            }}
          />
        )}
      </Suspense>
    </Section>
  );
}
