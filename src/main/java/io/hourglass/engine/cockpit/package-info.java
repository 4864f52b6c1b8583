/** The engine's own web application: who enters it, and what each may do there (ADR 32). */
@NullMarked
package io.hourglass.engine.cockpit;

import org.jspecify.annotations.NullMarked;
