/**
 * The words that every module shares: ids as records, and the fact, which states what happened and never whether it
 * counts. No Spring, no SQL, no engine. Everyone may use it; it uses nobody.
 */
@ApplicationModule(
        displayName = "Kernel",
        allowedDependencies = {})
@NullMarked
package io.hourglass.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
