import { useState, type ReactNode } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useRefusal } from '@tradeyard/app-kit';
import { Button, Combobox, Dialog, drawingNames, Field, Select, TextInput, useToast } from '@tradeyard/design-system';
import { inTreeOrder, pathName, type Category } from '../../shared/catalogue.queries';
import { FormProblem } from '../../shared/form/form-problem';
import { useFormSave } from '../../shared/form/use-form-save';
import { useDeleteCategory, useSaveCategory } from './places.queries';

const fieldOf = {
  'category.code_taken': 'code',
  'category.slug_taken': 'slug',
  'category.parent_unknown': 'parentId',
  'category.cycle': 'parentId',
} as const;

/** Names a category and says where in the tree it lies. */
export function CategoryDialog({
  category,
  categories,
  onClose,
}: {
  category: Category | null;
  categories: readonly Category[];
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const toast = useToast();
  const refusal = useRefusal();
  const saveCategory = useSaveCategory();
  const deleteCategory = useDeleteCategory();
  const [kept, setKept] = useState('');
  const form = useForm({
    defaultValues: {
      name: category?.name ?? '',
      code: category?.code ?? '',
      slug: category?.slug ?? '',
      parentId: category?.parentId ?? '',
      drawing: category?.drawing ?? '',
      position: String(category?.position ?? 0),
    },
  });
  const { register, control, formState } = form;
  const { errors } = formState;
  const required = { required: t('form.required') };
  const save = useFormSave(
    form,
    async ({ name, code, slug, parentId, drawing, position }) => {
      await saveCategory.mutateAsync({
        id: category?.id,
        version: category?.version,
        body: {
          name,
          code,
          ...(slug.trim() && { slug: slug.trim() }),
          parentId: parentId || null,
          drawing: drawing || null,
          position: Number(position),
        },
      });
      toast.show({ message: t('places.saved', { name }) });
      onClose();
    },
    fieldOf,
  );
  const remove = (): void => {
    if (!category) return;
    deleteCategory.mutate(category.id, {
      onError: (error) => setKept(refusal(error)),
      onSuccess: () => {
        const { code, name, slug, parentId, drawing, position } = category;
        toast.show({
          message: t('places.removed', { name }),
          undo: {
            label: t('shortcuts.undo'),
            onUndo: () => saveCategory.mutate({ body: { code, name, slug, parentId, drawing, position } }),
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
      title={category ? category.name : t('places.newCategory')}
      closeLabel={t('list.close')}
      footer={
        <>
          {category && (
            <Button variant="danger-quiet" className="mr-auto" busy={deleteCategory.isPending} onClick={remove}>
              {t('places.removeCategory')}
            </Button>
          )}
          <Button variant="ghost" onClick={onClose}>
            {t('list.cancel')}
          </Button>
          <Button variant="primary" type="submit" form="category" busy={save.busy}>
            {t('list.save')}
          </Button>
        </>
      }
    >
      <form id="category" noValidate onSubmit={save.submit} className="col g5">
        <FormProblem>{kept || save.problem}</FormProblem>
        <Field label={t('places.name')} error={errors.name?.message} required>
          <TextInput {...register('name', required)} maxLength={120} autoFocus />
        </Field>
        <div className="row g4 items-start">
          <Field label={t('places.code')} error={errors.code?.message} required className="grow">
            <TextInput {...register('code', required)} maxLength={40} spellCheck={false} />
          </Field>
          <Field label={t('places.slug')} error={errors.slug?.message} hint={t('places.slugHint')} className="grow">
            <TextInput
              {...register('slug', {
                pattern: { value: /^([a-z0-9]+(-[a-z0-9]+)*)?$/, message: t('places.slugRule') },
              })}
              maxLength={80}
              spellCheck={false}
            />
          </Field>
        </div>
        <Controller
          control={control}
          name="parentId"
          render={({ field }) => (
            <Field label={t('places.parent')} error={errors.parentId?.message}>
              <Combobox
                items={inTreeOrder(categories)
                  .filter(({ id }) => id !== category?.id)
                  .map(({ id }) => ({ value: id, label: pathName(categories, id) }))}
                value={field.value || null}
                onChange={(value) => field.onChange(value ?? '')}
                placeholder={t('places.topLevel')}
                labels={{ list: t('places.parent'), empty: t('palette.empty'), clear: t('places.topLevel') }}
              />
            </Field>
          )}
        />
        <div className="row g4 items-start">
          <Controller
            control={control}
            name="drawing"
            render={({ field }) => (
              <Field label={t('places.drawing')} className="grow">
                <Select
                  items={[
                    { value: '', label: t('list.none') },
                    ...drawingNames.map((name) => ({ value: name, label: t(`products.drawings.${name}`) })),
                  ]}
                  value={field.value}
                  onChange={field.onChange}
                />
              </Field>
            )}
          />
          <Field
            label={t('places.position')}
            hint={t('places.positionHint')}
            error={errors.position?.message}
            className="grow"
          >
            <TextInput
              numeric
              {...register('position', { pattern: { value: /^\d{1,5}$/, message: t('places.wholeNumber') } })}
            />
          </Field>
        </div>
      </form>
    </Dialog>
  );
}
