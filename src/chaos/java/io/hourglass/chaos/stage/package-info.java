/** What a run acts upon: the database, the nodes, the passing of time; and who kills and restarts them. */
@NullMarked
package io.hourglass.chaos.stage;

import org.jspecify.annotations.NullMarked;
