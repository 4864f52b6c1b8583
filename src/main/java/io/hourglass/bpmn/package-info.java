/**
 * The keys and node ids of the models as constants. The build writes them from {@code bpmn/} into
 * {@code target/generated-sources} before it compiles; nowhere else is a node named by a literal.
 */
@ApplicationModule(
        displayName = "BPMN",
        allowedDependencies = {})
@NullMarked
package io.hourglass.bpmn;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
