/** How it works, a page for each role, with the figures of the policies in force. */
@NullMarked
package io.hourglass.portal.help;

import org.jspecify.annotations.NullMarked;
