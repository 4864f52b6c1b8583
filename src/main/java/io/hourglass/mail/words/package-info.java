/** The phrases by which programs are known, in the languages of the marketplace, and how a text is compared with them. */
@NullMarked
package io.hourglass.mail.words;

import org.jspecify.annotations.NullMarked;
