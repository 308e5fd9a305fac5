/** Login roles of an installation; the migrations give each what it may do, the launcher gives each its password. */
export const DATABASE_ROLES = ['bx_owner', 'bx_api', 'bx_worker', 'bx_jobs', 'bx_eraser', 'bx_read'] as const;
export type DatabaseRole = (typeof DATABASE_ROLES)[number];
