/** One node with the default database, a file of H2, that is killed under load: nothing that it acknowledged is lost. */
@NullMarked
package io.hourglass.chaos.file;

import org.jspecify.annotations.NullMarked;
