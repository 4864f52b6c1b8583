/**
 * Hourglass: the SLA engine of a business-to-business marketplace. Each sub-package is a module; this one starts them. Builders of
 * records (ADR 64) treat a list as any other value: it is given whole; {@code from} is a value of some of them, a first day.
 */
@NullMarked
@Value.Style(
        from = "valuesOf",
        jdkOnly = true,
        builtinContainerAttributes = false,
        allowedClasspathAnnotations = Generated.class)
package io.hourglass;

import org.immutables.value.Generated;
import org.immutables.value.Value;
import org.jspecify.annotations.NullMarked;
