/* Made by npm run api:generate from apps/api/openapi.json. */
export interface paths {
    "/api/v1/accounts/activation-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["accounts_issueActivationCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["auth_activate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["auth_login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["auth_logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["auth_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["auth_session"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["imports_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        ActivateRequest: {
            /** @description one-time activation code */
            code: string;
        };
        ActivationCode: {
            /** @description shown once */
            code: string;
            login: string;
            memberCode: string;
        };
        ActivationCodesRequest: {
            memberCodes: string[];
        } | {
            /** @enum {boolean} */
            all: true;
        };
        Capacity: {
            body: ("PARTY_COMMITTEE" | "STANDING_COMMITTEE" | "CELL_COMMITTEE" | "MEMBERS_MEETING" | "INSPECTION_COMMISSION" | "ADVISORY_BODY") | null;
            grant: ("ADMINISTRATOR" | "AUDITOR") | null;
            isHead: boolean;
            /** @enum {string} */
            kind: "MEMBER" | "POST" | "GRANT";
            /** @description null: everywhere */
            organisation: {
                code: string;
                name: string;
                /** @enum {string} */
                role: "PROVINCIAL_ORG" | "SUPERIOR_ORG" | "GRASSROOTS_COMMITTEE_ORG" | "GRASSROOTS_CELL" | "SUBCOMMITTEE_ORG" | "SUBORDINATE_CELL";
            } | null;
            post: ("SECRETARY" | "DEPUTY_SECRETARY" | "STANDING_MEMBER" | "COMMITTEE_MEMBER" | "COMMISSION_CHAIR" | "COMMISSION_MEMBER" | "OFFICER") | null;
            roles: ("MEMBER" | "CELL_SECRETARY" | "TELLER" | "GRASSROOTS_COMMITTEE" | "ADVISORY_BODY" | "SUPERIOR_STANDING_COMMITTEE" | "INSPECTION_COMMISSION" | "AUDITOR" | "ADMINISTRATOR")[];
        };
        ImportAnswer: {
            /** @description false: imported before, or only tried */
            changed: boolean;
            counts: {
                facts: number;
                history: number;
                members: number;
                memberships: number;
                organisations: number;
                periods: number;
                posts: number;
            };
            /** @description of the tables as understood */
            sha256: string;
        };
        ImportFile: {
            columns: string[];
            /** @enum {string} */
            kind: "organisations" | "members" | "memberships" | "periods" | "posts" | "history" | "facts";
            /** @description as the person knows the file; errors name it */
            name: string;
            rows: {
                /** @description line in the file; the header is 1 */
                row: number;
                values: {
                    [key: string]: string;
                };
            }[];
        };
        ImportRequest: {
            /** @description checks everything and writes nothing */
            dryRun?: boolean;
            files: components["schemas"]["ImportFile"][];
        };
        LoginRequest: {
            login: string;
            password: string;
        };
        OpenedSession: {
            /** @description send it as X-CSRF-Token with every unsafe request */
            csrfToken: string;
            /** Format: date-time */
            expiresAt: string;
        };
        PasswordRequest: {
            /** @description needed when the account has a password already */
            currentPassword?: string;
            password: string;
        };
        Problem: {
            /** @description stable, NOUN.WHAT_HAPPENED */
            code: string;
            correlationId: string;
            detail?: string;
            errors: {
                code: string;
                facts?: {
                    [key: string]: unknown;
                };
                /** @description RFC 6901 */
                pointer: string;
            }[];
            facts: {
                [key: string]: unknown;
            };
            status: number;
            title: string;
            type: string;
        };
        Session: {
            account: {
                hasPassword: boolean;
                /** Format: uuid */
                id: string;
                login: string;
            };
            capacities: components["schemas"]["Capacity"][];
            csrfToken: string;
            /** Format: date-time */
            expiresAt: string;
            member: {
                code: string;
                fullName: string;
                /** Format: uuid */
                id: string;
            } | null;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    accounts_issueActivationCodes: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActivationCodesRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActivationCode"][];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    auth_activate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActivateRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedSession"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    auth_login: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LoginRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedSession"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    auth_logout: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    auth_password: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordRequest"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    auth_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    imports_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description a repeated request with the same key is answered as the first one was */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportAnswer"];
                };
            };
            /** @description refused */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
