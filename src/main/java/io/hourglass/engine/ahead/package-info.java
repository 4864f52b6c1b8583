/** What the engine looks up for a whole group at once, and what it need not look up at all (ADR 13). */
@NullMarked
package io.hourglass.engine.ahead;

import org.jspecify.annotations.NullMarked;
