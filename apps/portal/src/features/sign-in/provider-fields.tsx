import { Checkbox, PasswordInput, TextInput } from '@mantine/core';
import '@mantine/core/styles/PasswordInput.layer.css';
import '@mantine/core/styles/ActionIcon.layer.css';
import { useTranslation } from 'react-i18next';
import { ProviderTrial } from './provider-trial.js';

export interface ProviderForm {
  name: string;
  issuer: string;
  clientId: string;
  clientSecret: string;
  enabled: boolean;
  trustUnverifiedEmail: boolean;
  personNumberClaim: string;
  createPeople: boolean;
  /** With commas or spaces between them. */
  allowedDomains: string;
}

interface Props {
  form: ProviderForm;
  onChange: (next: Partial<ProviderForm>) => void;
  hasSecret: boolean;
  readOnly: boolean;
  problemAt: (field: string) => string | undefined;
}

export function ProviderFields({ form, onChange, hasSecret, readOnly, problemAt }: Props) {
  const { t } = useTranslation('sign-in');
  const text = (field: 'name' | 'issuer' | 'clientId' | 'personNumberClaim' | 'allowedDomains') => ({
    label: t(`form.${field}`),
    description: t(`form.${field}Hint`),
    value: form[field],
    readOnly,
    error: problemAt(field),
    onChange: (event: { currentTarget: { value: string } }) => onChange({ [field]: event.currentTarget.value }),
  });
  const check = (field: 'enabled' | 'trustUnverifiedEmail' | 'createPeople') => ({
    label: t(`form.${field}`),
    description: t(`form.${field}Hint`),
    checked: form[field],
    disabled: readOnly,
    onChange: (event: { currentTarget: { checked: boolean } }) => onChange({ [field]: event.currentTarget.checked }),
  });
  // t('sign-in:form.name') t('sign-in:form.nameHint') t('sign-in:form.issuer') t('sign-in:form.issuerHint')
  // t('sign-in:form.clientId') t('sign-in:form.clientIdHint') t('sign-in:form.personNumberClaim')
  // t('sign-in:form.personNumberClaimHint') t('sign-in:form.allowedDomains') t('sign-in:form.allowedDomainsHint')
  // t('sign-in:form.enabled') t('sign-in:form.enabledHint') t('sign-in:form.trustUnverifiedEmail')
  // t('sign-in:form.trustUnverifiedEmailHint') t('sign-in:form.createPeople') t('sign-in:form.createPeopleHint')
  return (
    <>
      <TextInput {...text('name')} required data-autofocus />
      <div>
        <TextInput {...text('issuer')} required inputMode="url" placeholder="https://" />
        <ProviderTrial issuer={form.issuer} />
      </div>
      <TextInput {...text('clientId')} required autoComplete="off" />
      <PasswordInput
        label={t('form.clientSecret')}
        description={hasSecret ? t('form.clientSecretKept') : t('form.clientSecretHint')}
        value={form.clientSecret}
        readOnly={readOnly}
        error={problemAt('clientSecret')}
        autoComplete="new-password"
        visibilityToggleButtonProps={{ 'aria-label': t('form.showSecret') }}
        onChange={(event) => onChange({ clientSecret: event.currentTarget.value })}
      />
      <Checkbox {...check('enabled')} />
      <TextInput {...text('personNumberClaim')} autoComplete="off" />
      <Checkbox {...check('trustUnverifiedEmail')} />
      <Checkbox {...check('createPeople')} />
      {(form.createPeople || problemAt('allowedDomains')) && <TextInput {...text('allowedDomains')} />}
    </>
  );
}
