/**
 * Calls that share a transaction. Under load concurrent calls of use cases run in batches: what they look up is read for
 * all of them at once, and their rows are written together. Adapters keep their rows and look-ups here; use cases say
 * {@link io.hourglass.batch.Batched} and see nothing of it (ADR 11).
 */
@ApplicationModule(
        displayName = "Batch",
        allowedDependencies = {})
@NullMarked
package io.hourglass.batch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
