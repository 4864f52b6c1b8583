/** Goes through files of facts, a part at a time. */
@NullMarked
package io.hourglass.imports.work;

import org.jspecify.annotations.NullMarked;
