/** Chat in the API. */
@NullMarked
package io.hourglass.chat.web;

import org.jspecify.annotations.NullMarked;
