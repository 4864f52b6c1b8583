/** Migrations that a script cannot make; Flyway finds them beside the scripts. */
@NullMarked
package db.migration;

import org.jspecify.annotations.NullMarked;
