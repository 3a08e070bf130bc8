import { Button, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDrawer } from '../../shared/frame/form-drawer';
import { graphql } from '../../shared/graphql/generated';
import { useSubmit } from '../../shared/graphql/use-submit';
import { done } from '../../shared/ui/notify';

const ClientRequestOrderCode = graphql(`
  mutation ClientRequestOrderCode($input: RequestOrderCodeInput!) {
    requestOrderCode(input: $input) { asked userErrors { path code message } }
  }
`);
const ClientClaimOrders = graphql(`
  mutation ClientClaimOrders($input: ClaimOrdersInput!) {
    claimOrders(input: $input) { orders { id } userErrors { path code message } }
  }
`);

/** First the address, then the code that was mailed there. */
export function OrderFind({ close, found }: { close: () => void; found: () => void }) {
  const { t } = useTranslation();
  const [email, setEmail] = useState('');
  const [code, setCode] = useState('');
  const [asked, setAsked] = useState(false);
  const request = useSubmit(ClientRequestOrderCode, { fields: ['email'] });
  const claim = useSubmit(ClientClaimOrders, { fields: ['code'] });
  const send = async () => {
    if (!asked) {
      if (await request.submit({ input: { email } })) setAsked(true);
      return;
    }
    const payload = await claim.submit({ input: { email, code } });
    if (!payload) return;
    done(t('orders.found', { count: payload.orders?.length ?? 0 }));
    found();
    close();
  };
  return (
    <FormDrawer
      title={t('orders.find')}
      action={t(asked ? 'orders.prove' : 'orders.send')}
      pending={request.pending || claim.pending}
      send={() => void send()}
      close={close}
    >
      <Text size="sm">{t(asked ? 'orders.asked' : 'orders.findText')}</Text>
      <TextInput
        type="email"
        label={t('orders.email')}
        autoComplete="email"
        value={email}
        error={request.errorsByPath.email}
        onChange={(event) => setEmail(event.currentTarget.value)}
        readOnly={asked}
        required
        data-autofocus
      />
      {asked && (
        <>
          <TextInput
            label={t('orders.code')}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={7}
            value={code}
            error={claim.errorsByPath.code}
            onChange={(event) => setCode(event.currentTarget.value)}
            required
          />
          <Button
            variant="subtle"
            size="xs"
            style={{ justifySelf: 'start' }}
            onClick={() => {
              setAsked(false);
              setCode('');
            }}
          >
            {t('orders.again')}
          </Button>
        </>
      )}
    </FormDrawer>
  );
}
