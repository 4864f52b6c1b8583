/** What programs ask and say of mail. */
@NullMarked
package io.hourglass.mailing.web;

import org.jspecify.annotations.NullMarked;
