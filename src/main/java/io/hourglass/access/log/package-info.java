/**
 * What the log says, in lines that nobody can forge: who came to the doors and was let in or not, and every other line
 * with the text of others escaped.
 */
@NullMarked
package io.hourglass.access.log;

import org.jspecify.annotations.NullMarked;
