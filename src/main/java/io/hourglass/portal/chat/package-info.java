/** The pages of a shop's chat. */
@NullMarked
package io.hourglass.portal.chat;

import org.jspecify.annotations.NullMarked;
