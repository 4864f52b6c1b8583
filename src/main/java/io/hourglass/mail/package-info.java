/**
 * Who wrote a mail: a person, a program that answers for one, a mail system that could not deliver, or a list. Each class is
 * given with its reasons, and each reason names its standard or vendor (ADR 74). What the mail says, nobody keeps here.
 */
@ApplicationModule(
        displayName = "Mail",
        allowedDependencies = {"kernel", "kernel :: ids", "kernel :: text"})
@NullMarked
package io.hourglass.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
