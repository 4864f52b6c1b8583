package io.hourglass.inquiry.reading;

import io.hourglass.access.callers.Caller;
import io.hourglass.access.callers.Callers;
import io.hourglass.access.callers.Role;
import io.hourglass.inquiry.ReplyAddresses;
import io.hourglass.kernel.ids.InquiryId;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Shows the address by which an inquiry is answered to whom it may: never to a buyer, nor to who only looks on. */
@Component
public class ShownReplyAddress {

    private static final Set<Role> SHOWN_TO = Set.of(Role.SUPPLIER, Role.OPERATIONS, Role.INTEGRATION);

    private final ReplyAddresses addresses;

    ShownReplyAddress(ReplyAddresses addresses) {
        this.addresses = addresses;
    }

    /** Empty for others too. */
    public Optional<String> of(InquiryId inquiry) {
        return Callers.current().filter(ShownReplyAddress::mayKnow).flatMap(caller -> addresses.of(inquiry));
    }

    private static boolean mayKnow(Caller caller) {
        return caller.roles().stream().anyMatch(SHOWN_TO::contains);
    }
}
