package io.hourglass.relay.smtp;

import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.relay.addresses.RelayAddresses;
import io.hourglass.relay.mails.TakeRelayedMail;
import io.hourglass.relay.mails.TooManyMails;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;

/**
 * One mail of an SMTP session. What fails for now is 4xx: the mail server keeps the mail, and tries again. A refusal
 * ends the session: the library would take the next mail of it for a part of this one. No answer repeats what was sent.
 */
final class IncomingMessage implements MessageHandler {

    private static final Logger log = LoggerFactory.getLogger(IncomingMessage.class);

    private static final int LATER = 451;
    private static final int NO_MAILBOX = 550;
    private static final int TOO_LARGE = 552;
    private static final int REFUSED = 554;
    private static final int CLOSING = 421;

    /** What comes beyond the limit is read so far, so that it is not taken for commands. */
    private static final int MOST_OVER = 100 << 20;

    private static final int PART = 64 << 10;

    private final RelayAddresses addresses;
    private final TakeRelayedMail take;
    private final int most;
    private final Set<InquiryId> inquiries = new LinkedHashSet<>();

    IncomingMessage(RelayAddresses addresses, TakeRelayedMail take, int most) {
        this.addresses = addresses;
        this.take = take;
        this.most = most;
    }

    @Override
    public void from(String sender) {
        // whoever may have written it: the address that it was sent to decides
    }

    @Override
    public void recipient(String address) throws RejectException {
        try {
            inquiries.add(addresses
                    .inquiryAt(address)
                    .orElseThrow(() -> new RejectException(NO_MAILBOX, "5.1.1 No such relay address")));
        } catch (RuntimeException e) {
            throw later(e);
        }
    }

    @Override
    public String data(InputStream data) throws RejectException, IOException {
        var raw = data.readNBytes(most + 1);
        if (raw.length > most) {
            readOver(data);
            throw new DropConnectionException(TOO_LARGE, "5.3.4 The mail is larger than " + most + " bytes");
        }
        for (var inquiry : inquiries) {
            take(inquiry, raw);
        }
        return "2.6.0 Taken";
    }

    private static void readOver(InputStream data) throws IOException, RejectException {
        var part = new byte[PART];
        var over = 0;
        for (var read = data.read(part); read >= 0; read = data.read(part)) {
            over += read;
            if (over > MOST_OVER) {
                throw new DropConnectionException(CLOSING, "4.3.0 Too much data");
            }
        }
    }

    private void take(InquiryId inquiry, byte[] raw) throws RejectException {
        try {
            var taken = take.take(inquiry, raw);
            log.debug("A mail was taken: {}", taken.became());
        } catch (InvalidInput e) {
            throw new DropConnectionException(REFUSED, "5.6.0 It is no mail that can be read");
        } catch (TooManyMails e) {
            throw new DropConnectionException(REFUSED, "5.7.1 The inquiry has too many mails");
        } catch (NotFound e) {
            throw new DropConnectionException(NO_MAILBOX, "5.1.1 No such relay address");
        } catch (RuntimeException e) {
            throw later(e);
        }
    }

    private static RejectException later(RuntimeException e) {
        log.warn("A mail is taken later", e);
        return new DropConnectionException(LATER, "4.3.0 Not now: try again later");
    }

    @Override
    public void done() {
        // each mail has been answered by then
    }
}
