package io.hourglass.mail;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** @param reasons all that speak for the class, or against another; never empty */
public record Classified(MailClass mailClass, Set<MailReason> reasons) {

    public Classified {
        reasons = Collections.unmodifiableSet(EnumSet.copyOf(reasons));
    }
}
