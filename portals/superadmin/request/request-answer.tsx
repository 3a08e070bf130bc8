import { Checkbox, Modal, Select, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../shared/graphql/generated';
import type { ConsentPurpose, IdentityProof } from '../../shared/graphql/generated/graphql';
import { useSubmit } from '../../shared/graphql/use-submit';
import { DialogButtons } from '../../shared/ui/dialog-buttons';
import { done } from '../../shared/ui/notify';

const AdminIdentify = graphql(`
  mutation AdminIdentify($input: IdentifyDataSubjectInput!) {
    identifyDataSubject(input: $input) { request { id ...RequestFacts_request } userErrors { path code message } }
  }
`);
const AdminExtend = graphql(`
  mutation AdminExtend($input: ExtendDataSubjectRequestInput!) {
    extendDataSubjectRequest(input: $input) { request { id ...RequestFacts_request } userErrors { path code message } }
  }
`);
const AdminRefuse = graphql(`
  mutation AdminRefuse($input: RefuseDataSubjectRequestInput!) {
    refuseDataSubjectRequest(input: $input) { request { id ...RequestFacts_request } userErrors { path code message } }
  }
`);
const AdminComplete = graphql(`
  mutation AdminComplete($input: CompleteDataSubjectRequestInput!) {
    completeDataSubjectRequest(input: $input) { request { id ...RequestFacts_request } userErrors { path code message } }
  }
`);

const AdminLiftRestriction = graphql(`
  mutation AdminLiftRestriction($input: LiftRestrictionInput!) {
    liftRestriction(input: $input) { request { id ...RequestFacts_request } userErrors { path code message } }
  }
`);

const proofs: IdentityProof[] = ['KNOWN_ADDRESS', 'CALL_BACK', 'PAPER_SEEN'];
export type Answer = 'identify' | 'extend' | 'refuse' | 'complete' | 'lift';
type RequestAnswerProps = { id: string; answer: Answer; objects: boolean; close: () => void };
const purposes: ConsentPurpose[] = ['MARKETING', 'SATISFACTION', 'PARTNERS', 'ANALYTICS'];

/** One step of a request: who asks, that it takes longer, no, or done. What is written goes to the person. */
export function RequestAnswer({ id, answer, objects, close }: RequestAnswerProps) {
  const { t } = useTranslation(['portal', 'ui', 'consent']);
  const identify = useSubmit(AdminIdentify, { fields: ['proof', 'note'] });
  const extend = useSubmit(AdminExtend, { fields: ['reason'] });
  const refuse = useSubmit(AdminRefuse, { fields: ['reason'] });
  const complete = useSubmit(AdminComplete, { fields: ['answer', 'objected'] });
  const lift = useSubmit(AdminLiftRestriction, { fields: ['reason'] });
  const [proof, setProof] = useState<IdentityProof>('KNOWN_ADDRESS');
  const [said, setSaid] = useState('');
  const [objected, setObjected] = useState<string[]>([]);
  const choosing = answer === 'complete' && objects;
  const steps = {
    identify: () => identify.submit({ input: { id, proof, note: said } }),
    extend: () => extend.submit({ input: { id, reason: said } }),
    refuse: () => refuse.submit({ input: { id, reason: said } }),
    complete: () =>
      complete.submit({ input: { id, answer: said, ...(objects ? { objected: objected as ConsentPurpose[] } : {}) } }),
    lift: () => lift.submit({ input: { id, reason: said } }),
  };
  const current = { identify, extend, refuse, complete, lift }[answer];
  const { note, reason, answer: answered } = current.errorsByPath;
  const send = async () => {
    if (!(await steps[answer]())) return;
    done(t(`requests.did.${answer}`));
    close();
  };
  return (
    <Modal opened onClose={close} title={t(`requests.do.${answer}`)} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Stack gap="sm">
          <Text size="sm">{t(`requests.text.${answer}`)}</Text>
          {answer === 'identify' && (
            <Select
              label={t('requests.proof')}
              data={proofs.map((value) => ({ value, label: t(`requests.proofs.${value}`) }))}
              value={proof}
              onChange={(value) => value && setProof(value)}
              error={identify.errorsByPath.proof}
              allowDeselect={false}
            />
          )}
          {choosing && (
            <Checkbox.Group
              label={t('requests.objected')}
              value={objected}
              onChange={setObjected}
              error={complete.errorsByPath.objected}
            >
              <Stack gap={12} mt={6}>
                {purposes.map((purpose) => (
                  <Checkbox key={purpose} value={purpose} label={t(`consent:purpose.${purpose}`)} />
                ))}
              </Stack>
            </Checkbox.Group>
          )}
          <Textarea
            label={t(`requests.said.${answer}`)}
            autosize
            minRows={3}
            value={said}
            onChange={(event) => setSaid(event.currentTarget.value)}
            error={note ?? reason ?? answered}
            data-autofocus
          />
          <DialogButtons
            close={close}
            pending={current.pending}
            danger={answer === 'refuse'}
            disabled={(answer !== 'identify' && !said.trim()) || (choosing && objected.length === 0)}
          >
            {t(`requests.do.${answer}`)}
          </DialogButtons>
        </Stack>
      </form>
    </Modal>
  );
}
