/** {@code classify-mail}: who wrote each mail of a folder. No database, no Spring. */
@NamedInterface("command")
@NullMarked
package io.hourglass.mail.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
