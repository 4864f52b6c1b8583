package io.hourglass.relay.mails;

import io.hourglass.evidence.Facts;
import io.hourglass.kernel.ids.InquiryId;
import org.springframework.stereotype.Component;

/**
 * Who got a copy of a reply before: it may be of either side, and by the copy it knows the address that is the supplier's. Whether what it
 * writes there is a reply a person says.
 */
@Component
class CopiedBefore {

    private final Facts facts;

    CopiedBefore(Facts facts) {
        this.facts = facts;
    }

    boolean was(InquiryId inquiry, String address) {
        return facts.toldOf(inquiry).stream()
                .flatMap(told -> told.text().cc().stream())
                .anyMatch(address::equalsIgnoreCase);
    }
}
