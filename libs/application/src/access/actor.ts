/** A post, a membership or a grant a person acts with. One capacity a request. */
export type Capacity =
  | { readonly kind: 'MEMBER'; readonly organisationId: string }
  | {
      readonly kind: 'POST';
      readonly organisationId: string;
      /** Role of the organisation in the tree: authority follows it. */
      readonly organisationRole: string;
      readonly body: string;
      readonly post: string;
      readonly isHead: boolean;
    }
  | { readonly kind: 'GRANT'; readonly role: 'ADMINISTRATOR' | 'AUDITOR'; readonly organisationId: string | null };

/** Who acts. Built from the session on every request; never from what a client sends. */
export interface Actor {
  readonly accountId: string;
  readonly memberId: string | null;
  readonly capacities: readonly Capacity[];
}
