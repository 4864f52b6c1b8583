/** The pages of mail: one's own settings, and those to which links in mails lead, which need no sign-in. */
@NullMarked
package io.hourglass.portal.mail;

import org.jspecify.annotations.NullMarked;
