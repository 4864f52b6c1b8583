/** The pages of suppliers' own mailboxes: a supplier's set-up, and operations' list. */
@NullMarked
package io.hourglass.portal.mailboxes;

import org.jspecify.annotations.NullMarked;
