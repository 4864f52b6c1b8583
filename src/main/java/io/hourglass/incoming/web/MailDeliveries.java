package io.hourglass.incoming.web;

import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.NotFound;
import io.hourglass.relay.addresses.RelayAddresses;
import io.hourglass.relay.mails.TakeRelayedMail;
import io.hourglass.relay.mails.Taken;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Mails to relay addresses, as a mail server hands them over in a call. */
@Component
class MailDeliveries {

    private static final String ENVELOPE_TO = "Envelope-To";
    private static final int LONGEST = 320;

    private final RelayAddresses addresses;
    private final TakeRelayedMail take;

    MailDeliveries(RelayAddresses addresses, TakeRelayedMail take) {
        this.addresses = addresses;
        this.take = take;
    }

    /** @throws InvalidInput if there is none */
    static String recipient(Function<String, @Nullable String> headers) {
        var to = headers.apply(ENVELOPE_TO);
        if (to == null || to.isBlank() || to.length() > LONGEST) {
            throw new InvalidInput(ENVELOPE_TO, to, "the address to which the mail was sent, in that header");
        }
        return to.strip();
    }

    /** What is signed: else a mail could be sent on to another address. */
    static byte[] signed(String to, byte[] mail) {
        var before = (to + ".").getBytes(StandardCharsets.UTF_8);
        var signed = Arrays.copyOf(before, before.length + mail.length);
        System.arraycopy(mail, 0, signed, before.length, mail.length);
        return signed;
    }

    /** @throws NotFound if there is no such address */
    Taken take(String to, byte[] mail) {
        var inquiry = addresses.inquiryAt(to).orElseThrow(() -> new NotFound("relay address", to));
        return take.take(inquiry, mail);
    }
}
