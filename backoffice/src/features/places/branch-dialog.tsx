import { useState, type ReactNode } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useRefusal, useTenant } from '@tradeyard/app-kit';
import { Button, Checkbox, Combobox, Dialog, Field, TextInput, useToast } from '@tradeyard/design-system';
import type { Branch } from '../../shared/catalogue.queries';
import { FormProblem } from '../../shared/form/form-problem';
import { useFormSave } from '../../shared/form/use-form-save';
import { useDeleteBranch, useSaveBranch } from './places.queries';

const fieldOf = { 'branch.code_taken': 'code' } as const;

/** Names a branch and the states it is asked for first. */
export function BranchDialog({ branch, onClose }: { branch: Branch | null; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const toast = useToast();
  const refusal = useRefusal();
  const { states } = useTenant();
  const saveBranch = useSaveBranch();
  const deleteBranch = useDeleteBranch();
  const [kept, setKept] = useState('');
  const form = useForm({
    defaultValues: {
      name: branch?.name ?? '',
      code: branch?.code ?? '',
      stateCode: branch?.stateCode ?? '',
      serves: branch?.serves.join(', ') ?? '',
      position: String(branch?.position ?? 0),
      active: branch?.active ?? true,
    },
  });
  const { register, control, formState } = form;
  const { errors } = formState;
  const required = { required: t('form.required') };
  const known = new Set(states.map(({ code }) => code));
  const statesIn = (text: string): string[] =>
    text
      .toUpperCase()
      .split(/[\s,;]+/)
      .filter(Boolean);
  const save = useFormSave(
    form,
    async ({ name, code, stateCode, serves, position, active }) => {
      await saveBranch.mutateAsync({
        id: branch?.id,
        version: branch?.version,
        body: { name, code, stateCode, serves: statesIn(serves), position: Number(position), active },
      });
      toast.show({ message: t('places.saved', { name }) });
      onClose();
    },
    fieldOf,
  );
  const remove = (): void => {
    if (!branch) return;
    deleteBranch.mutate(branch.id, {
      onError: (error) => setKept(refusal(error)),
      onSuccess: () => {
        const { code, name, stateCode, serves, position, active } = branch;
        toast.show({
          message: t('places.removed', { name }),
          undo: {
            label: t('shortcuts.undo'),
            onUndo: () => saveBranch.mutate({ body: { code, name, stateCode, serves, position, active } }),
          },
        });
        onClose();
      },
    });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={branch ? branch.name : t('places.newBranch')}
      closeLabel={t('list.close')}
      footer={
        <>
          {branch && (
            <Button variant="danger-quiet" className="mr-auto" busy={deleteBranch.isPending} onClick={remove}>
              {t('places.removeBranch')}
            </Button>
          )}
          <Button variant="ghost" onClick={onClose}>
            {t('list.cancel')}
          </Button>
          <Button variant="primary" type="submit" form="branch" busy={save.busy}>
            {t('list.save')}
          </Button>
        </>
      }
    >
      <form id="branch" noValidate onSubmit={save.submit} className="col g5">
        <FormProblem>{kept || save.problem}</FormProblem>
        <div className="row g4 items-start">
          <Field label={t('places.name')} error={errors.name?.message} required className="grow">
            <TextInput {...register('name', required)} maxLength={120} autoFocus />
          </Field>
          <Field label={t('places.code')} error={errors.code?.message} required className="w-32">
            <TextInput {...register('code', required)} maxLength={20} spellCheck={false} />
          </Field>
        </div>
        <Controller
          control={control}
          name="stateCode"
          rules={required}
          render={({ field }) => (
            <Field label={t('places.state')} error={errors.stateCode?.message} required>
              <Combobox
                items={states.map(({ code, name }) => ({ value: code, label: name, detail: code }))}
                value={field.value || null}
                onChange={(value) => field.onChange(value ?? '')}
                labels={{ list: t('places.state'), empty: t('palette.empty') }}
              />
            </Field>
          )}
        />
        <Field label={t('places.serves')} hint={t('places.servesHint')} error={errors.serves?.message}>
          <TextInput
            {...register('serves', {
              validate: (text) => {
                const unknown = statesIn(text).filter((code) => !known.has(code));
                return unknown.length === 0 || t('places.unknownStates', { states: unknown.join(', ') });
              },
            })}
            spellCheck={false}
          />
        </Field>
        <Field label={t('places.position')} hint={t('places.branchPositionHint')} error={errors.position?.message}>
          <TextInput
            numeric
            {...register('position', { pattern: { value: /^\d{1,4}$/, message: t('places.wholeNumber') } })}
          />
        </Field>
        <Controller
          control={control}
          name="active"
          render={({ field }) => (
            <Checkbox checked={field.value} onChange={field.onChange} label={t('places.activeLabel')} />
          )}
        />
      </form>
    </Dialog>
  );
}
