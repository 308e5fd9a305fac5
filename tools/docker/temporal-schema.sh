#!/bin/sh
# Makes or updates the two databases of Temporal. Repeatable; runs in the admin-tools image.
set -eu
tool() { temporal-sql-tool --plugin postgres12 --ep postgres -p 5432 -u "$SQL_USER" --pw "$SQL_PASSWORD" "$@"; }
prepare() {
  tool --db "$1" create
  tool --db "$1" setup-schema -v 0.0
  tool --db "$1" update-schema -d "/etc/temporal/schema/postgresql/v12/$2/versioned"
}
prepare temporal temporal
prepare temporal_visibility visibility
