/**
 * The words that every module shares: ids as records, and what is refused, and why; with packages for facts, tracks, text
 * and time. No Spring, no SQL, no engine. Every module may use it; it uses none.
 */
@ApplicationModule(
        displayName = "Kernel",
        allowedDependencies = {})
@NullMarked
package io.hourglass.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
