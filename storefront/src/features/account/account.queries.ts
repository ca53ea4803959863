import { mutationOptions } from '@tanstack/react-query';
import { api, queryClient } from '../../shared/api';
import { jobSitesQuery } from '../../shared/company.queries';
import type { JobSite } from '../../shared/views';

/** What a buyer may say of a job site. */
export interface JobSiteWish {
  name: string;
  line1: string;
  line2: string | null;
  city: string;
  stateCode: string;
  postalCode: string;
  contactName: string | null;
  contactPhone: string | null;
  accessNotes: string | null;
  poPattern: string | null;
}

const renew = (): Promise<void> => queryClient.invalidateQueries({ queryKey: jobSitesQuery.queryKey });

/** Opens a job site, or changes the one of this id. */
export const saveJobSite = (id: string | null) =>
  mutationOptions({
    mutationFn: (wish: JobSiteWish): Promise<JobSite> =>
      id === null
        ? api.data(api.http.POST('/api/v1/company/job-sites', { body: wish }))
        : api.data(
            api.http.PATCH('/api/v1/company/job-sites/{siteId}', { params: { path: { siteId: id } }, body: wish }),
          ),
    onSuccess: renew,
  });

/** Closes a job site; orders that went there keep it. */
export const closeJobSite = mutationOptions({
  mutationFn: (siteId: string) =>
    api.data(api.http.DELETE('/api/v1/company/job-sites/{siteId}', { params: { path: { siteId } } })),
  onSuccess: async () => {
    await renew();
    void queryClient.invalidateQueries({ queryKey: ['cart'] });
  },
});
