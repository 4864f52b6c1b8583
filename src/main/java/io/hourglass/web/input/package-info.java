/** How what is sent is read: JSON to the letter, instants and days in one form, ids as they are written, empty fields as none. */
@NullMarked
package io.hourglass.web.input;

import org.jspecify.annotations.NullMarked;
