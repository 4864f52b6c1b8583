/** Opens a mailbox with its secret, and finds the folders of it that are read (ADR 81). */
@NullMarked
package io.hourglass.mailbox.opening;

import org.jspecify.annotations.NullMarked;
