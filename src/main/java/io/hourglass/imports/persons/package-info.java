/** What is kept of a person by files of facts. */
@NullMarked
package io.hourglass.imports.persons;

import org.jspecify.annotations.NullMarked;
